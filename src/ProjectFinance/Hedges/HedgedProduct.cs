using System.Collections.Immutable;

namespace ProjectFinance.Hedges;

/// <summary>What a book hedges, by its price: gold.</summary>
public sealed record HedgedProduct
{
    /// <summary>The price as the market data name it: "gold". Ends the names of the product's lines: "Hedging / Net position, gold".</summary>
    public required string Price { get; init; }

    /// <summary>What the product is counted in: oz.</summary>
    public required Unit Unit { get; init; }

    /// <summary>The line of its production: "Project / Production". The default is none, and nothing is compared with production.</summary>
    public string? Production { get; init; }

    /// <summary>
    /// By how much a year forward prices exceed the price of the day: forward = price x (1 + contango x days / 360). The default is nothing: 0 %. Negative in backwardation.
    /// </summary>
    public HedgeRate Contango { get; init; } = new(0);

    /// <summary>How much of planned production may be sold ahead. The default is no limit.</summary>
    public HedgeLimit? Limit { get; init; }

    /// <summary>The lines of what is owed in the product besides, which the net position counts: "Gold loan / Closing balance". The default is none.</summary>
    public ImmutableArray<string> Owed { get; init; } = [];
}

/// <summary>How much of production may be sold ahead.</summary>
/// <param name="Share">The share as a fraction: 70 % is 0.70. Not negative.</param>
public sealed record HedgeLimit(Percentage Share)
{
    /// <summary>The stretch of time over which ounces contracted and ounces produced are compared. The default is the calendar year.</summary>
    public HedgeWindow Window { get; init; } = HedgeWindow.Year;

    /// <summary>Whether ounces under bought puts, which oblige to nothing, count. The default is false.</summary>
    public bool CountPuts { get; init; }
}

/// <summary>Over which stretch of time contracted ounces are compared with production; of a month, quarter or year only the part inside the deal counts.</summary>
public enum HedgeWindow
{
    /// <summary>The calendar month.</summary>
    Month,

    /// <summary>The calendar quarter.</summary>
    Quarter,

    /// <summary>The calendar year.</summary>
    Year,

    /// <summary>From the closing to the end of the deal.</summary>
    WholeDeal,
}

/// <summary>A yearly rate of a forward curve: stated, or an index plus a margin.</summary>
/// <param name="Rate">The rate as a fraction: 2 % is 0.02; where there is an index, what is added to it. May be negative.</param>
public sealed record HedgeRate(Percentage Rate)
{
    /// <summary>The index as the market data name it: "gold contango 12M". The default is none: the rate is as stated.</summary>
    public string? Index { get; init; }
}
