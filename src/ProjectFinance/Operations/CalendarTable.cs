using System.Collections.Immutable;
using ProjectFinance.Time;

namespace ProjectFinance.Operations;

/// <summary>Amounts by calendar: so much in the third quarter of 1997, so much in 1998. Each is spread evenly over the days of its span.</summary>
public sealed record CalendarTable
{
    /// <summary>What the amounts are counted in.</summary>
    public required Unit Unit { get; init; }

    /// <summary>The amounts by span: "1997", "1997-H1", "1997-Q3", "1997-07" or "1996-07-11/1996-09-30" (the days after the first date up to the second). Spans may overlap; amounts then add up.</summary>
    public required ImmutableSortedDictionary<string, double> Amounts { get; init; }
}
