using System.Collections.Immutable;
using ProjectFinance.Amounts;

namespace ProjectFinance.Operations;

/// <summary>Money somebody has agreed to pay in on stated dates: the equity contribution of USD 1,500,000 by 30 September 1996.</summary>
public sealed record Contribution
{
    /// <summary>The line that shows it: "Sponsor / Equity contribution".</summary>
    public required string Name { get; init; }

    /// <summary>What it is paid in.</summary>
    public required Unit Currency { get; init; }

    /// <summary>The amounts agreed, by date.</summary>
    public required ImmutableArray<DatedAmount> Payments { get; init; }

    /// <summary>
    /// What was actually paid, by date: later or less than agreed, or nothing at all. What is missed is a breach until it is paid. The default is null: everything is paid as agreed.
    /// </summary>
    public ImmutableArray<DatedAmount>? Paid { get; init; }

    /// <summary>Where it is agreed. The default is empty.</summary>
    public string Source { get; init; } = "";
}
