using System.Collections.Immutable;
using System.Globalization;
using ProjectFinance.Deals;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Reporting;

/// <summary>Prints how the answer to a break-even question is distributed over scenarios.</summary>
public static class ScenarioSolutionsText
{
    /// <summary>The shares of the scenarios at which quantiles are given.</summary>
    internal static ImmutableArray<double> Shares { get; } = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];

    /// <summary>The distribution line by line.</summary>
    /// <param name="deal">The deal as laid out.</param>
    /// <param name="targets">The conditions.</param>
    /// <param name="solutions">The answers.</param>
    public static ImmutableArray<TextLine> Lines(LaidOutDeal deal, ImmutableArray<Target> targets, ScenarioSolutions solutions)
    {
        ArgumentNullException.ThrowIfNull(deal);
        ArgumentNullException.ThrowIfNull(solutions);
        string Number(double value) => SolutionText.Number(deal.Model, solutions.Varied, value);
        string Percent(SolveOutcome outcome) => string.Create(CultureInfo.InvariantCulture, $"{solutions.Share(outcome) * 100:0.##}%");
        return
        [
            new(Prose.Plain(deal.Deal.Name), Emphasis.Heading),
            .. HistoryText.Lines(deal),
            .. SolutionText.Question(deal.Model, solutions.Varied, targets),
            .. Prose.Labelled("Scenarios", string.Create(CultureInfo.InvariantCulture, $"{solutions.Values.Length:#,##0} from number {solutions.First}; {solutions.Evaluations:#,##0} evaluations"), SolutionText.Column),
            .. Prose.Labelled("With an answer", $"{Percent(SolveOutcome.Found)}, and {Percent(SolveOutcome.Jump)} where the output jumps over the value", SolutionText.Column),
            .. Prose.Labelled("Holds throughout", Percent(SolveOutcome.HoldsThroughout), SolutionText.Column),
            .. Prose.Labelled("Holds nowhere", Percent(SolveOutcome.NeverHolds), SolutionText.Column),
            .. solutions.Several == 0 ? [] : Prose.Labelled("Several answers", string.Create(CultureInfo.InvariantCulture, $"in {solutions.Several:#,##0} scenarios; the one preferred counts"), SolutionText.Column, Emphasis.Warning),
            .. Shares.SelectMany(share => solutions.Quantile(share) is { } value
                ? Prose.Labelled(string.Create(CultureInfo.InvariantCulture, $"{share * 100:0}% quantile"), Number(value), SolutionText.Column, share == 0.5 ? Emphasis.Total : Emphasis.Plain) : []),
            .. Prose.Labelled("", "Quantiles are of the scenarios with an answer.", SolutionText.Column, Emphasis.Note),
        ];
    }
}
