using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>An index that takes the place of another in a loan, from a date on, with a spread: Term SOFR + 0.26161 % for three-month dollar LIBOR from 3 July 2023.</summary>
public sealed record IndexFallback
{
    /// <summary>The switch: interest periods that would have been fixed on this day or later are fixed by this index.</summary>
    public LocalDate From { get; init; }

    /// <summary>The index, as the market data name it: "Term SOFR 3M".</summary>
    public required string Index { get; init; }

    /// <summary>What is added to it, as a fraction, before rounding and floors. The default is nothing. The spreads of dollar LIBOR are in <see cref="LiborFallback"/>.</summary>
    public Percentage Spread { get; init; }

    /// <summary>Known conventions, from which it takes what is not stated below. The default is none.</summary>
    public IndexConventions? Conventions { get; init; }

    /// <summary>How many business days before an interest period it is fixed. The default is that of the conventions, else two; not negative.</summary>
    public int FixingDays { get => StatedFixingDays ?? Conventions?.FixingDays ?? 2; init => StatedFixingDays = value; }

    /// <summary>The calendars that count the fixing days. The default is those of the conventions, else US Government Securities.</summary>
    public ImmutableArray<BusinessCalendar> FixingCalendars { get => StatedFixingCalendars ?? Conventions?.FixingCalendars ?? [BusinessCalendars.USGovernmentSecurities]; init => StatedFixingCalendars = value; }

    /// <summary>How it makes the rate of an interest period. The default is that of the conventions, else fixed in advance.</summary>
    public IndexSetting Setting { get => StatedSetting ?? Conventions?.Setting ?? new FixedInAdvance(); init => StatedSetting = value; }

    internal int? StatedFixingDays { get; init; }

    internal ImmutableArray<BusinessCalendar>? StatedFixingCalendars { get; init; }

    internal IndexSetting? StatedSetting { get; init; }
}
