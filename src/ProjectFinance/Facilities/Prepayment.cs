using System.Collections.Immutable;
using ProjectFinance.Amounts;

namespace ProjectFinance.Facilities;

/// <summary>
/// Principal repaid before its instalments: stated amounts on dates, or an amount of each column such as the proceeds of hedges closed out. It is an obligation
/// in a waterfall, never more than what is outstanding and not due already.
/// </summary>
public sealed record Prepayment
{
    /// <summary>What it is called, unique in the loan: the obligation is "Project loan / Prepayment". The default is "Prepayment".</summary>
    public string Name { get; init; } = "Prepayment";

    /// <summary>Amounts on dates, in the loan's currency; none above the commitment. The default is none.</summary>
    public ImmutableArray<DatedAmount> Payments { get; init; } = [];

    /// <summary>An amount of each column, added to the payments: "Hedges / Close-out proceeds". What is negative counts as nothing. The default is none.</summary>
    public Amount? Amount { get; init; }

    /// <summary>Whether what is paid may be drawn again while the loan is open for drawing. The default is false: it cancels as much of the commitment.</summary>
    public bool Reinstates { get; init; }

    /// <summary>What is owed on top, an obligation of its own: "Project loan / Prepayment fee". The default is nothing.</summary>
    public PrepaymentFee? Fee { get; init; }

    /// <summary>Where it is agreed. The default is empty.</summary>
    public string Source { get; init; } = "";
}

/// <summary>Which later instalments a prepayment or a sweep reduces.</summary>
public enum PrepaymentOrder
{
    /// <summary>The last ones first; the next ones stay as they were.</summary>
    InverseOrderOfMaturity,

    /// <summary>All by the same share.</summary>
    ProRata,

    /// <summary>The next ones first.</summary>
    Chronological,
}
