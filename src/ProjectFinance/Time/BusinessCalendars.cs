namespace ProjectFinance.Time;

/// <summary>The business calendars a contract may name.</summary>
public static class BusinessCalendars
{
    /// <summary>"London": the bank holidays of England and Wales, for 1986 to 2040. Source: Banking and Financial Dealings Act 1971 and proclamations.</summary>
    public static BusinessCalendar London { get; } = new HolidayCalendar("London", LondonHolidays.InYear);

    /// <summary>"New York": the holidays of the Federal Reserve Bank of New York, for 1986 to 2040. Source: Federal Reserve Board, K.8.</summary>
    public static BusinessCalendar NewYork { get; } = new HolidayCalendar("New York", NewYorkHolidays.InYear);

    /// <summary>"Weekends": closed on Saturdays and Sundays, without holidays, in any year.</summary>
    public static BusinessCalendar Weekends { get; } = new WeekCalendar("Weekends", closedAtWeekends: true);

    /// <summary>"None": every day is a business day, in any year.</summary>
    public static BusinessCalendar None { get; } = new WeekCalendar("None", closedAtWeekends: false);

    /// <summary>All calendars above.</summary>
    public static IReadOnlyList<BusinessCalendar> All { get; } = [London, NewYork, Weekends, None];

    /// <summary>The calendar of a name, in capitals or not.</summary>
    /// <param name="name">
    /// A <see cref="BusinessCalendar.Name"/> of <see cref="All"/>, or the FpML code GBLO or NYFD; several joined by a plus sign must all be open: "London+New York".
    /// </param>
    /// <exception cref="InvalidInputException">A name is not known; the message says which ones come near.</exception>
    public static BusinessCalendar Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return BusinessCalendar.Union([.. name.Split('+').Select(One)]);
    }

    static BusinessCalendar One(string name) => name.Trim().ToUpperInvariant() switch
    {
        "LONDON" or "GBLO" => London,
        "NEW YORK" or "NEWYORK" or "NYFD" => NewYork,
        "WEEKENDS" => Weekends,
        "NONE" => None,
        _ => throw InvalidInputException.Of($"Calendar '{name}'", "no business calendar has this name", Nearest.Hint(name, All.Select(known => known.Name))),
    };
}
