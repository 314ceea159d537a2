using System.Collections.Immutable;
using ProjectFinance.Rates;

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

    /// <summary>
    /// The line of what is sold, where that is not all that is produced: "Metal Account / Distribution", where metal goes to a lender first. Counted like production, above zero or zero.
    /// The default is none: what is produced is sold in the same period.
    /// </summary>
    public string? SoldQuantity { get; init; }

    /// <summary>The royalties on net returns, each on the whole production or on that of an area. The default is none.</summary>
    public ImmutableArray<RoyaltyTerms> Royalties { get; init; } = [];

    /// <summary>Costs of operating. The default is none.</summary>
    public ImmutableArray<Cost> OperatingCosts { get; init; } = [];

    /// <summary>Costs of building and sustaining. The default is none.</summary>
    public ImmutableArray<Cost> CapitalCosts { get; init; } = [];

    /// <summary>The plan as the lender approved it, which later plans and outcomes are held against. The default is none, and nothing is held against it.</summary>
    public DevelopmentPlan? DevelopmentPlan { get; init; }

    /// <summary>Where each figure comes from, by the name of its field.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get; init; } = Sorted.Empty<string>();
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
/// <param name="PerUnit">The cost of one unit, which may step on dates and milestones: USD/oz 218. In each column the value of its last day counts.</param>
public sealed record UnitCost(Stepped<Quantity> PerUnit) : Cost;

/// <summary>A cost by calendar or by formula.</summary>
/// <param name="Plan">The amounts by year, quarter or other span, or their formula.</param>
public sealed record PlannedCost(Plan Plan) : Cost;
