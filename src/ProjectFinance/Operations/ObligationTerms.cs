using System.Collections.Immutable;
using ProjectFinance.Amounts;

namespace ProjectFinance.Operations;

/// <summary>Something else that is owed and stands in a waterfall: payables, an overhead allowance, the fee of a waiver.</summary>
public sealed record ObligationTerms
{
    /// <summary>What is owed, section and title: "Company / Overheads".</summary>
    public required string Name { get; init; }

    /// <summary>What it is owed in; an account in another currency pays it at the price of that currency.</summary>
    public required Unit Currency { get; init; }

    /// <summary>Amounts that fall due on dates. The default is none.</summary>
    public ImmutableArray<DatedAmount> Payments { get; init; } = [];

    /// <summary>Amounts by calendar or by formula, which fall due at the end of each column; they add to the payments. The default is none.</summary>
    public Plan? Plan { get; init; }

    /// <summary>Where it is agreed. The default is empty.</summary>
    public string Source { get; init; } = "";
}
