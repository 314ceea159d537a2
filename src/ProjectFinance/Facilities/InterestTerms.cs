using System.Collections.Immutable;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>How a loan's interest is set, accrued and paid.</summary>
public sealed record InterestTerms : FixingTerms
{
    /// <summary>The reference rate, as the market data name it: "USD LIBOR 3M".</summary>
    public required string Index { get; init; }

    /// <summary>The margin over the index as a fraction, which may step on dates and milestones: 2.25 % is 0.0225.</summary>
    public required Stepped<Percentage> Margin { get; init; }

    /// <summary>Whether a margin changes on the day or from the next interest period. The default is on the day, pro rata inside the period.</summary>
    public MarginChange MarginChange { get; init; } = MarginChange.OnTheDay;

    /// <summary>The dates on which interest periods end and interest is paid; the last is final maturity or later.</summary>
    public required Schedule Dates { get; init; }

    /// <summary>How days are counted. The default is that of the conventions, else ACT/360.</summary>
    public DayCount DayCount { get => StatedDayCount ?? Conventions?.DayCount ?? DayCounts.Actual360; init => StatedDayCount = value; }

    /// <summary>Indices that take the place of this one, each from a switch date on, in the order of their dates. The default is none.</summary>
    public ImmutableArray<IndexFallback> Fallbacks { get; init; } = [];

    /// <summary>How the index is rounded. The default is not at all.</summary>
    public IndexRounding? Rounding { get; init; }

    /// <summary>What the index, as rounded, is never below: 0 % where a gold lease rate may be negative. The default is none.</summary>
    public Percentage? IndexFloor { get; init; }

    /// <summary>What the index, as rounded, is never above; at or above the floor. The default is none.</summary>
    public Percentage? IndexCap { get; init; }

    /// <summary>What the rate, margin included, is never below: 3 % is 0.03. The default is none.</summary>
    public Percentage? Floor { get; init; }

    /// <summary>What the rate, margin included, is never above; at or above the floor. The default is none.</summary>
    public Percentage? Cap { get; init; }

    /// <summary>Whether interest is paid or added to the balance while the loan is open for drawing. The default is paid.</summary>
    public ConstructionInterest DuringConstruction { get; init; } = ConstructionInterest.Paid;

    /// <summary>What overdue amounts bear on top of the rate, as a fraction. The default is 2 %, 0.02; not negative.</summary>
    public Percentage DefaultMargin { get; init; } = 0.02;

    internal DayCount? StatedDayCount { get; init; }
}

/// <summary>From when a changed margin applies.</summary>
public enum MarginChange
{
    /// <summary>From the day of the change, pro rata inside the interest period.</summary>
    OnTheDay,

    /// <summary>From the first interest period that begins on or after the change.</summary>
    NextInterestPeriod,
}

/// <summary>What happens to interest that falls due while the loan is open for drawing.</summary>
public enum ConstructionInterest
{
    /// <summary>It is paid, from draws if need be.</summary>
    Paid,

    /// <summary>It is added to the balance as far as the commitment reaches; the rest is paid.</summary>
    Capitalised,
}
