using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>How the interest of a <see cref="ScheduledLoan"/> is set, accrued and paid.</summary>
public sealed record ScheduledInterest
{
    /// <summary>The yearly rate from the drawing on, until it is reset, as a fraction: 8 % is 0.08. The default is none, where a reset on the day of the drawing makes it.</summary>
    public Percentage? Rate { get; init; }

    /// <summary>How days are counted. The default is that of the first conventions among the resets, else ACT/360.</summary>
    public DayCount DayCount { get => StatedDayCount ?? Resets.Select(reset => reset.Conventions).FirstOrDefault(known => known is not null)?.DayCount ?? DayCounts.Actual360; init => StatedDayCount = value; }

    /// <summary>The dates on which interest falls due, besides maturity. The default is maturity alone.</summary>
    public Schedule? Dates { get; init; }

    /// <summary>
    /// The day up to which interest that falls due is added to the principal instead of being paid; itself a day on which it does. The default is none: all interest is paid.
    /// </summary>
    public LocalDate? CapitalisedUntil { get; init; }

    /// <summary>What interest is counted on. The default is what is outstanding.</summary>
    public InterestBase Base { get; init; } = new OutstandingBase();

    /// <summary>When and how the rate is reset. Where two reset it on one date, the later in the list holds. The default is never: the rate is fixed.</summary>
    public ImmutableArray<RateReset> Resets { get; init; } = [];

    /// <summary>What the rate stays within when it is reset. The default is no limit.</summary>
    public ResetLimits Limits { get; init; } = new();

    /// <summary>The rate of the first reset, where it is known already, as a fraction. The default is none.</summary>
    public Percentage? FirstReset { get; init; }

    /// <summary>What overdue amounts bear on top of the rate, as a fraction. The default is 2 %, 0.02; not negative.</summary>
    public Percentage DefaultMargin { get; init; } = 0.02;

    internal DayCount? StatedDayCount { get; init; }
}

/// <summary>What interest is counted on: <see cref="OutstandingBase"/>, <see cref="OriginalBase"/> or <see cref="LaggedBase"/>.</summary>
public abstract record InterestBase
{
    private protected InterestBase() { }
}

/// <summary>What is outstanding.</summary>
public sealed record OutstandingBase : InterestBase;

/// <summary>The amount drawn, whatever has been repaid since, until maturity.</summary>
public sealed record OriginalBase : InterestBase
{
    /// <summary>The amount, where it is another than the principal drawn. The default is the principal.</summary>
    public Quantity? Amount { get; init; }
}

/// <summary>What was outstanding at the last of certain dates.</summary>
/// <param name="Dates">The dates on which the base becomes what is then outstanding.</param>
public sealed record LaggedBase(Schedule Dates) : InterestBase
{
    /// <summary>The base until the first of the dates. The default is the principal.</summary>
    public Quantity? Amount { get; init; }
}
