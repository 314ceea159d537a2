using System.Collections.Immutable;
using ProjectFinance.Amounts;

namespace ProjectFinance.Operations;

/// <summary>What is planned: amounts by calendar (so much in the third quarter of 1997, so much in 1998), a formula, or both, which then add up.</summary>
public sealed record Plan
{
    /// <summary>What the amounts are counted in.</summary>
    public required Unit Unit { get; init; }

    /// <summary>
    /// The amounts by span: "1997", "1997-H1", "1997-Q3", "1997-07" or "1996-07-11/1996-09-30" (the days after the first date up to the second). Each is spread evenly over the days of its
    /// span; spans may overlap and amounts then add up. The default is none.
    /// </summary>
    public ImmutableSortedDictionary<string, double> Amounts { get; init; } = Sorted.Empty<double>();

    /// <summary>An amount for each period from other lines of the deal: a share of revenue, a cost for each ounce until a milestone. The default is none.</summary>
    public Amount? Formula { get; init; }
}
