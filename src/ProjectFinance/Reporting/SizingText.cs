using System.Collections.Immutable;
using ProjectFinance.Deals;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>Prints the size of a loan with its certificate.</summary>
public static class SizingText
{
    /// <summary>The size line by line.</summary>
    /// <param name="deal">The deal as laid out.</param>
    /// <param name="sized">The size.</param>
    public static ImmutableArray<TextLine> Lines(LaidOutDeal deal, SizedDebt sized)
    {
        ArgumentNullException.ThrowIfNull(deal);
        ArgumentNullException.ThrowIfNull(sized);
        var solution = sized.Solution;
        string size = sized.Commitment is not { } commitment ? "none: no size meets every test"
            : ValueText.WithUnit(deal.Model, commitment.Value, commitment.Unit) + (sized.IsLimited ? "" : ", the largest looked at: no test limits it");
        return
        [
            new(Prose.Plain(deal.Deal.Name), Emphasis.Heading),
            .. HistoryText.Lines(deal),
            .. Prose.Labelled("Size", solution.Varied.Name, SolutionText.Column),
            .. Prose.Labelled("Tests", string.Join(" and ", solution.Targets), SolutionText.Column),
            .. Prose.Labelled("Largest commitment", size, SolutionText.Column, sized.Commitment is null ? Emphasis.Warning : Emphasis.Total),
            .. sized.Binding.IsEmpty ? [] : Prose.Labelled("Limited by", string.Join(" and ", sized.Binding.Select(value => value.Target)), SolutionText.Column),
            .. SolutionText.Conditions(deal.Model, solution),
            .. sized.HoldsBelow || sized.Commitment is null ? [] : Prose.Labelled("Note", "the tests do not hold at every smaller size", SolutionText.Column, Emphasis.Warning),
            .. SolutionText.Certificate(deal.Model, solution),
        ];
    }
}
