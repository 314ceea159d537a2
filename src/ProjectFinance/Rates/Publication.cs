using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Rates;

/// <summary>When a fixing becomes known: SOFR of a day at 8:00 in New York on the next business day, LIBOR at 11:45 in London on the day itself.</summary>
public sealed record Publication
{
    /// <summary>How many business days after the day of the fixing it is published. The default is none: on the day; not negative.</summary>
    public int BusinessDays { get; init; }

    /// <summary>The calendars that count these days. The default is none needed: every day counts.</summary>
    public ImmutableArray<BusinessCalendar> Calendars { get; init; } = [BusinessCalendars.None];

    /// <summary>The time of day. The default is midnight, as the day begins.</summary>
    public LocalTime Time { get; init; } = LocalTime.Midnight;

    /// <summary>Where that time is read off the clock, by its name in the time zone database: "America/New_York". The default is UTC.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>The day on which a fixing is published: that of Friday 2023-06-30 on Monday 2023-07-03.</summary>
    /// <param name="fixing">The day for which the fixing is the rate.</param>
    public LocalDate DayOf(LocalDate fixing) => BusinessDays == 0 ? fixing : BusinessCalendar.Union(Calendars.AsSpan()).AddBusinessDays(fixing, BusinessDays);

    /// <summary>The moment at which a fixing is published.</summary>
    /// <inheritdoc cref="DayOf"/>
    public Instant MomentOf(LocalDate fixing) => DayOf(fixing).At(Time).InZoneLeniently(DateTimeZoneProviders.Tzdb[Zone]).ToInstant();

    /// <summary>Everything that is wrong with it.</summary>
    internal IEnumerable<Problem> Problems(string subject, string where)
    {
        if (BusinessDays < 0) yield return new(subject, $"it is published {BusinessDays} business days after its day", "the number must not be negative", $"{where}.businessDays");
        if (Calendars.IsDefaultOrEmpty) yield return new(subject, "no calendar is given", "at least one must be", $"{where}.calendars");
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) is null) yield return new(subject, $"there is no time zone '{Zone}'", Nearest.Hint(Zone, DateTimeZoneProviders.Tzdb.Ids), $"{where}.zone");
    }
}
