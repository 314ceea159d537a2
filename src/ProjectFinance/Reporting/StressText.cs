using System.Collections.Immutable;
using System.Globalization;
using ProjectFinance.Deals;
using ProjectFinance.Quantities;
using ProjectFinance.Results;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Reporting;

/// <summary>Prints the answer to a reverse stress with its certificate.</summary>
public static class StressText
{
    /// <summary>The answer line by line.</summary>
    /// <param name="deal">The deal as laid out.</param>
    /// <param name="stress">The answer.</param>
    public static ImmutableArray<TextLine> Lines(LaidOutDeal deal, StressResult stress)
    {
        ArgumentNullException.ThrowIfNull(deal);
        ArgumentNullException.ThrowIfNull(stress);
        return
        [
            new(Prose.Plain(deal.Deal.Name), Emphasis.Heading),
            .. HistoryText.Lines(deal),
            .. Prose.Labelled("Reverse stress until", stress.Terms.Until.ToString(), SolutionText.Column),
            .. Prose.Labelled("Smallest joint move", Size(stress), SolutionText.Column, stress.Outcome == StressOutcome.HoldsAlready ? Emphasis.Warning : Emphasis.Total),
            .. stress.Outcome == StressOutcome.Found ? stress.Moves.SelectMany(move => Prose.Labelled(move.Factor.Input, Move(deal.Model, move), SolutionText.Column)) : [],
            .. SolutionText.Values(deal.Model, "Usually", [stress.Usually]),
            .. stress.Outside is { } outside ? SolutionText.Values(deal.Model, "At the move", [outside]) : [],
            .. stress.Inside is { } inside ? SolutionText.Values(deal.Model, "Just short of it", [inside]) : [],
            .. Prose.Labelled("Certificate", Certificate(stress), SolutionText.Column, Emphasis.Note),
        ];
    }

    static string Size(StressResult stress) => stress.Outcome switch
    {
        StressOutcome.HoldsAlready => "none: the condition holds with the usual values already",
        StressOutcome.NotFound => string.Create(CultureInfo.InvariantCulture, $"none found within {stress.Terms.Within:0.##} standard deviations"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{stress.Distance:0.0000} standard deviations; probability to first order {stress.Probability * 100:0.00##}%"),
    };

    static string Move(Model model, StressMove move)
    {
        string number = move.Factor.By == VariedBy.Factor ? $"x {NumberText.Of(Math.Round(move.Number, 6), Unit.None)}" : NumberText.Of(move.Number, move.Unit == Units.Day ? Unit.None : move.Unit) + (move.Unit == Units.Day ? " days" : "");
        return string.Create(CultureInfo.InvariantCulture, $"{move.Deviations:+0.000;-0.000;0.000} standard deviations: {number}, from {ValueText.WithUnit(model, move.Usual, move.Unit)} to {ValueText.WithUnit(model, move.Moved, move.Unit)}");
    }

    static string Certificate(StressResult stress) => stress.Outcome == StressOutcome.Found
        ? string.Create(CultureInfo.InvariantCulture, $"{stress.Directions} directions looked along, the nearest {stress.Starts} improved, {stress.Agreeing} of them to this distance; {stress.Evaluations:#,##0} evaluations; both sides run in full")
            + (stress.ChecksPassed ? "" : "; checks of the model are NOT zero there")
        : string.Create(CultureInfo.InvariantCulture, $"{stress.Directions} directions looked along; {stress.Evaluations:#,##0} evaluations");
}
