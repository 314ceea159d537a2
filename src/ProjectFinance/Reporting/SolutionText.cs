using System.Collections.Immutable;
using System.Globalization;
using ProjectFinance.Deals;
using ProjectFinance.Quantities;
using ProjectFinance.Results;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Reporting;

/// <summary>Prints the answer to a break-even question with its certificate.</summary>
public static class SolutionText
{
    internal const int Column = 24;

    /// <summary>The answer line by line.</summary>
    /// <param name="deal">The deal as laid out.</param>
    /// <param name="solution">The answer.</param>
    public static ImmutableArray<TextLine> Lines(LaidOutDeal deal, Solution solution)
    {
        ArgumentNullException.ThrowIfNull(deal);
        ArgumentNullException.ThrowIfNull(solution);
        return
        [
            new(Prose.Plain(deal.Deal.Name), Emphasis.Heading),
            .. HistoryText.Lines(deal),
            .. Question(deal.Model, solution.Varied, solution.Targets),
            .. Answer(deal.Model, solution),
            .. Conditions(deal.Model, solution),
            .. Others(deal.Model, solution),
            .. Certificate(deal.Model, solution),
        ];
    }

    internal static IEnumerable<TextLine> Question(Model model, Variation varied, ImmutableArray<Target> targets) =>
    [
        .. Prose.Labelled("Vary", $"{varied.Name}: {Moved(varied)} from {Number(model, varied, varied.From)} to {Number(model, varied, varied.To)}", Column),
        .. Prose.Labelled("Until", string.Join(" and ", targets), Column),
    ];

    static IEnumerable<TextLine> Answer(Model model, Solution solution)
    {
        var (answer, varied) = (solution.Answer, solution.Varied);
        bool isExact = solution.Targets[0].Comparison == Comparison.Exactly;
        string text = (solution.Outcome, answer) switch
        {
            (SolveOutcome.HoldsThroughout, _) => "any: the condition holds everywhere in the range",
            (SolveOutcome.Jump, { } jump) when isExact => $"none: at {Number(model, varied, jump.Value)} the output jumps over the value",
            (_, { } found) => Number(model, varied, found.Value) + (isExact ? "" : varied.Unit == Units.Day && varied.By == VariedBy.Level ? found.HoldsAbove ? " or later" : " or earlier" : found.HoldsAbove ? " or more" : " or less") + (found.IsJump ? "; the output jumps there" : ""),
            _ => "none: the condition holds nowhere in the range",
        };
        return Prose.Labelled("Answer", text, Column, solution.Outcome is SolveOutcome.NeverHolds || solution.Outcome == SolveOutcome.Jump && isExact ? Emphasis.Warning : Emphasis.Total);
    }

    internal static IEnumerable<TextLine> Conditions(Model model, Solution solution)
    {
        var varied = solution.Varied;
        string usual = varied.By == VariedBy.Level ? $"Usually ({Number(model, varied, varied.Usual)})" : "Usually";
        var answers = solution.Answer is { } answer
            ? [("At the answer", solution.AtAnswer), ($"At {Exact(model, varied, answer.Neighbour)}", solution.AtNeighbour)]
            : new[] { ($"Nearest, at {Number(model, varied, solution.Closest)}", solution.AtClosest) };
        return [.. Values(model, usual, solution.Usually), .. answers.SelectMany(one => Values(model, one.Item1, one.Item2))];
    }

    internal static IEnumerable<TextLine> Values(Model model, string label, ImmutableArray<TargetValue> values) => values.SelectMany((value, i) =>
        Prose.Labelled(i == 0 ? label : "", $"{value.Target.Output}: {Value(model, value)}; {(value.Holds ? "holds" : "does not hold")}", Column));

    /// <summary>An output with its date.</summary>
    internal static string Value(Model model, TargetValue value) => value.At is not { } at ? NumberText.NotApplicable
        : $"{ValueText.WithUnit(model, at.Value, value.Target.Output.UnitIn(model))} on {ProjectFinance.DateText.Iso(at.On)}";

    static IEnumerable<TextLine> Others(Model model, Solution solution) => solution.Crossings.Length <= 1 ? [] : Prose.Labelled($"{solution.Crossings.Length} solutions",
        string.Join("; ", solution.Crossings.Take(12).Select(crossing => Number(model, solution.Varied, crossing.Value) + (solution.Targets[0].Comparison == Comparison.Exactly ? "" : crossing.HoldsAbove ? " and above" : " and below")))
        + (solution.Crossings.Length > 12 ? "; ..." : ""), Column);

    internal static IEnumerable<TextLine> Certificate(Model model, Solution solution)
    {
        string bracket = solution.Answer is { } answer ? string.Create(CultureInfo.InvariantCulture, $"; bracketed to {answer.Width:0.##e+0} by {solution.Method}; residual {answer.Residual:0.##e+0}") : "";
        string checks = solution.ChecksPassed ? "" : "; checks of the model are NOT zero there";
        return
        [
            .. Prose.Labelled("Certificate", string.Create(CultureInfo.InvariantCulture, $"range looked at in {solution.Scanned:#,##0} places, {solution.Evaluations:#,##0} evaluations{bracket}; both sides run in full{checks}"), Column, Emphasis.Note),
            .. solution.Varied.Unmoved == 0 ? [] : Prose.Labelled("", $"{solution.Varied.Inputs.Length} inputs move; {solution.Varied.Unmoved} of that name are known, or have no part in it", Column, Emphasis.Note),
        ];
    }

    static string Moved(Variation varied) => varied.By switch { VariedBy.Level => "to one level,", VariedBy.Factor => "by a factor,", _ => "by an addition," };

    /// <summary>The number varied, as people read it.</summary>
    internal static string Number(Model model, Variation varied, double number) => (varied.By, varied.Unit == Units.Day) switch
    {
        (VariedBy.Level, _) => ValueText.WithUnit(model, number, varied.Unit),
        (_, true) => string.Create(CultureInfo.InvariantCulture, $"{number:+0.###;-0.###;0} days"),
        (VariedBy.Factor, _) => $"x {NumberText.Of(number, Unit.None)}",
        _ => (number < 0 ? "-" : "+") + (varied.Unit.IsNone ? "" : $"{varied.Unit} ") + NumberText.Of(Math.Abs(number), varied.Unit),
    };

    // Two neighbours would look alike.
    static string Exact(Model model, Variation varied, double number) => varied.Step > 0 ? Number(model, varied, number) : ExactNumber.Of(number);
}
