using ProjectFinance.Amounts;
using ProjectFinance.Rates;

namespace ProjectFinance.Equity;

/// <summary>
/// Shares that a company issues: <see cref="StatedIssue"/>, <see cref="ShareSettledPayment"/>, <see cref="Offering"/> or <see cref="LineIssue"/>. Numbers and prices are those of the day
/// of issue, after a split on that day.
/// </summary>
public abstract record ShareIssue
{
    private protected ShareIssue() { }

    /// <summary>What the shares are issued for, unique among the company's issues: "Lease payment".</summary>
    public required string Name { get; init; }

    /// <summary>Who holds them from then on, so that the holder's stake is a line: "NPMC". The default is nobody in particular.</summary>
    public string? Holder { get; init; }

    /// <summary>Where it is agreed. The default is empty.</summary>
    public string Source { get; init; } = "";
}

/// <summary>A stated number of shares.</summary>
public sealed record StatedIssue : ShareIssue
{
    /// <summary>How many: share 1,540,663. Above zero.</summary>
    public required Quantity Shares { get; init; }

    /// <summary>The date or milestone on which they are issued. The default is never.</summary>
    public Occasion? On { get; init; }

    /// <summary>What is paid for each: USD/share 3.40. Above zero. The default is not stated; then the issue never adjusts a conversion price.</summary>
    public Quantity? Price { get; init; }
}

/// <summary>A debt that is settled in shares at an average market price. Source: 8-K 1996-07-11, Item 2(a).</summary>
/// <example>USD 1,000,000 at USD/share 2.22344 is share 449,754.</example>
public sealed record ShareSettledPayment : ShareIssue
{
    /// <summary>The amount settled: USD 1,000,000. Above zero.</summary>
    public required Quantity Amount { get; init; }

    /// <summary>The date or milestone on which it is settled; a date where the price is an average. The default is never.</summary>
    public Occasion? On { get; init; }

    /// <summary>The price at which it is settled, where it is stated: USD/share 2.75. Above zero. Either this or <see cref="Average"/> is given.</summary>
    public Quantity? Price { get; init; }

    /// <summary>The average of market prices at which it is settled. Either this or <see cref="Price"/> is given.</summary>
    public AveragePrice? Average { get; init; }

    /// <summary>How the number becomes whole. The default is to the nearest.</summary>
    public ShareRounding Rounding { get; init; } = ShareRounding.Nearest;
}

/// <summary>
/// The mean of the last published daily prices before a day. Where so many are not known by then (fewer, or the last more than seven days before the day), the price the market data have for the day itself.
/// </summary>
/// <param name="Price">The price as the market data name it: "USMX".</param>
/// <param name="Days">How many trading days: 20. At least 1.</param>
public sealed record AveragePrice(string Price, int Days);

/// <summary>Securities sold for cash: a public offering, a private placement, special warrants. An account in another currency receives the net proceeds at the price of their currency on the day.</summary>
public sealed record Offering : ShareIssue
{
    /// <summary>The date or milestone on which it closes. The default is never: it is not made.</summary>
    public Occasion? On { get; init; }

    /// <summary>How many shares are sold. Above zero. Either this, with a price, or <see cref="Gross"/> is given.</summary>
    public Quantity? Shares { get; init; }

    /// <summary>What is paid in all: CAD 40,000,000. Above zero. Either this or <see cref="Shares"/> is given.</summary>
    public Quantity? Gross { get; init; }

    /// <summary>The price of one share. Above zero. The default is none: what is sold are no shares (warrants, debentures), and only money comes in.</summary>
    public Quantity? Price { get; init; }

    /// <summary>What underwriters keep of the gross proceeds as a fraction: 6 % is 0.06. The default is nothing; from 0 to 1.</summary>
    public Percentage Commission { get; init; }

    /// <summary>Other costs, in the currency of the offering. The default is nothing; not negative, and with the commission not more than is paid.</summary>
    public Quantity? Costs { get; init; }

    /// <summary>How a number of shares found from the gross proceeds becomes whole. The default is downwards.</summary>
    public ShareRounding Rounding { get; init; } = ShareRounding.Down;
}

/// <summary>Shares whose number another part of the deal finds: those of a note that is converted, or of a merger.</summary>
public sealed record LineIssue : ShareIssue
{
    /// <summary>The line of the shares issued in each period: "Convertible note / Shares issued".</summary>
    public required string Line { get; init; }
}
