using System.Collections.Immutable;

namespace ProjectFinance.Operations;

/// <summary>What the project produces, earns and spends.</summary>
public sealed record Project
{
    /// <summary>The project's name, which begins the names of its lines: "Project".</summary>
    public required string Name { get; init; }

    /// <summary>What is produced: ounces of gold.</summary>
    public required Plan Production { get; init; }

    /// <summary>The price the product is sold at: as the market data name it, "gold", or a line of the deal, "Hedging / Average price, gold". Its unit is currency per unit produced.</summary>
    public required string Price { get; init; }

    /// <summary>Whether <see cref="Price"/> names a line of the deal; lines have " / " in their names.</summary>
    public bool IsPricedByLine => Price.Contains(" / ", StringComparison.Ordinal);

    /// <summary>The currency of revenue and costs.</summary>
    public required Unit Currency { get; init; }

    /// <summary>The royalty on net returns. The default is none.</summary>
    public RoyaltyTerms? Royalty { get; init; }

    /// <summary>Costs of operating. The default is none.</summary>
    public ImmutableArray<Cost> OperatingCosts { get; init; } = [];

    /// <summary>Costs of building and sustaining. The default is none.</summary>
    public ImmutableArray<Cost> CapitalCosts { get; init; } = [];

    /// <summary>Where each figure comes from, by the name of its field.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get; init; } = Sorted.Empty<string>();
}

/// <summary>A royalty on net returns: revenue less the deductions the lease allows.</summary>
public sealed record RoyaltyTerms
{
    /// <summary>The share of net returns as a fraction: 5 % is 0.05. From 0 to 1.</summary>
    public required Percentage Rate { get; init; }

    /// <summary>What may be deducted for each unit produced, for refining and transport. The default is nothing.</summary>
    public Quantity? DeductionPerUnit { get; init; }
}

/// <summary>A cost: <see cref="UnitCost"/> or <see cref="PlannedCost"/>.</summary>
public abstract record Cost
{
    private protected Cost() { }

    /// <summary>What is paid for: "Mining and processing".</summary>
    public required string Name { get; init; }

    /// <summary>Where the figure comes from. The default is empty.</summary>
    public string Source { get; init; } = "";
}

/// <summary>A cost for each unit produced.</summary>
/// <param name="PerUnit">The cost of one unit: USD/oz 218.</param>
public sealed record UnitCost(Quantity PerUnit) : Cost;

/// <summary>A cost by calendar or by formula.</summary>
/// <param name="Plan">The amounts by year, quarter or other span, or their formula.</param>
public sealed record PlannedCost(Plan Plan) : Cost;
