using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Time;

/// <summary>A user's own holidays, of which a business calendar is made that is closed on them and on Saturdays and Sundays.</summary>
/// <param name="Holidays">The holidays, in any order. Repeated ones, and those on a Saturday or Sunday, make no difference.</param>
public sealed record HolidayList(ImmutableArray<LocalDate> Holidays)
{
    /// <summary>The first date the list holds for; earlier ones are errors when asked for. The default is the first day of the year of the first holiday.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last date the list holds for; on or after <see cref="From"/>. The default is the last day of the year of the last holiday.</summary>
    public LocalDate? To { get; init; }

    /// <summary>The calendar.</summary>
    /// <param name="name">Its name: "Johannesburg". Not that of a known calendar, and without a plus sign, which joins calendars.</param>
    /// <exception cref="InvalidInputException">The name cannot be used, the list does not say for which dates it holds, or a holiday lies outside them.</exception>
    public BusinessCalendar Calendar(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Problems(name, "").ToArray() is { Length: > 0 } problems ? throw new InvalidInputException(problems)
            : new HolidayCalendar(name.Trim(), First!.Value, Last!.Value, Holidays, HolidayCalendar.SaturdayAndSunday);
    }

    /// <summary>Everything that is wrong with the list under a name.</summary>
    internal IEnumerable<Problem> Problems(string name, string where)
    {
        var subject = $"Calendar '{name}'";
        if (name.Trim().Length == 0 || name.Contains('+', StringComparison.Ordinal)) yield return new(subject, "the name cannot be used", "it must have letters and no plus sign, which joins calendars", where);
        if (BusinessCalendars.IsKnown(name)) yield return new(subject, "the name is that of a known calendar", "choose another, so that nobody takes one for the other", where);
        if (First is not { } first || Last is not { } last)
        {
            yield return new(subject, "it has no holiday, and it is not said for which dates it holds", "give holidays, or the first and the last date", where);
            yield break;
        }
        if (last < first) yield return new(subject, $"the last date {last.Iso()} is before the first {first.Iso()}", "the last date must fall on or after the first", where);
        else
            foreach (var outside in Holidays.Where(date => date < first || date > last).Distinct().Order()) yield return new(subject, $"the date {outside.Iso()} lies outside the range", $"dates must lie from {first.Iso()} to {last.Iso()}", where);
    }

    LocalDate? First => From ?? (Holidays.IsDefaultOrEmpty ? null : new LocalDate(Holidays.Min().Year, 1, 1));

    LocalDate? Last => To ?? (Holidays.IsDefaultOrEmpty ? null : new LocalDate(Holidays.Max().Year, 12, 31));
}
