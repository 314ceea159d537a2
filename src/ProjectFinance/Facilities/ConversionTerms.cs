using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Rates;

namespace ProjectFinance.Facilities;

/// <summary>
/// The right to convert a loan into shares of a company. When it is used the whole balance that is not overdue converts, once; interest accrued by then stays payable in cash.
/// Source: 8-K 1996-07-11, Item 5(a).
/// </summary>
/// <example>USD 2,500,000 at USD/share 3.40 is share 735,294.</example>
public sealed record ConversionTerms
{
    /// <summary>The principal given up for one share, which may be reset on dates or milestones: USD/share 3.40. Above zero, in the loan's currency.</summary>
    public required Stepped<Quantity> Price { get; init; }

    /// <summary>The company whose shares are received, as the deal's share capital names it: "USMX". Its splits scale the price. The default is none: then there are no splits and no dilution.</summary>
    public string? Shares { get; init; }

    /// <summary>When the lender converts, who may do so at any time. The default is never.</summary>
    public LenderConversion? ByLender { get; init; }

    /// <summary>When the borrower requires conversion. The default is that it may not.</summary>
    public ForcedConversion? ByBorrower { get; init; }

    /// <summary>How the number of shares becomes whole. The default is downwards: the fraction is dropped.</summary>
    public ShareRounding Rounding { get; init; } = ShareRounding.Down;

    /// <summary>Whether a fraction of a share that is dropped is paid in cash, at the conversion price. The default is false; true only where fractions are dropped.</summary>
    public bool FractionInCash { get; init; }

    /// <summary>How the price is protected against shares issued below it. The default is not at all.</summary>
    public AntiDilution? AntiDilution { get; init; }
}

/// <summary>When a lender converts.</summary>
/// <param name="When">It converts in the first period at whose end this holds.</param>
public sealed record LenderConversion(Test When)
{
    /// <summary>Whether it looks on interest dates only. The default is false.</summary>
    public bool OnInterestDates { get; init; }
}

/// <summary>When a borrower requires conversion: at the end of the first period in which it wants to and may. It may not while a default was continuing at the end of the period before.</summary>
/// <param name="When">What the contract asks for: the daily price above 4.75 for 30 consecutive trading days.</param>
public sealed record ForcedConversion(Test When)
{
    /// <summary>The day on which it does; where it may not yet, it waits until it may. The default is the first day on which it may.</summary>
    public LocalDate? On { get; init; }
}

/// <summary>Protection of a conversion price against shares issued below it after closing.</summary>
public sealed record AntiDilution
{
    /// <summary>How far the price comes down.</summary>
    public required DilutionProtection Protection { get; init; }

    /// <summary>The issues that count, by the names they have among the company's shares; each has a price. At least one.</summary>
    public required ImmutableArray<string> Issues { get; init; }
}

/// <summary>How far a conversion price comes down when shares are issued below it.</summary>
public enum DilutionProtection
{
    /// <summary>
    /// To price x (A + B) / (A + C): A the shares outstanding before the issue and those that conversion would give, B the shares the proceeds would buy at the price, C the shares issued.
    /// </summary>
    WeightedAverage,

    /// <summary>To the price of the issue, however few are issued.</summary>
    FullRatchet,
}
