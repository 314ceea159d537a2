using System.Collections.Frozen;

namespace ProjectFinance.Time;

/// <summary>The business calendars a contract may name. Users bring others with <see cref="HolidayList"/>.</summary>
public static class BusinessCalendars
{
    const int LastYear = 2100;

    /// <summary>"London": the bank holidays of England and Wales, for 1986 to 2100 (proclaimed days as known in 2025). Source: Banking and Financial Dealings Act 1971 and proclamations.</summary>
    public static BusinessCalendar London { get; } = HolidayCalendar.ByRule("London", 1986, LastYear, LondonHolidays.InYear);

    /// <summary>"New York": the holidays of the Federal Reserve Bank of New York, for 1986 to 2100. Source: Federal Reserve Board, K.8.</summary>
    public static BusinessCalendar NewYork { get; } = HolidayCalendar.ByRule("New York", 1986, LastYear, NewYorkHolidays.InYear);

    /// <summary>"US Government Securities": days on which SOFR is published, for 2014 to 2100. Source: SIFMA, recommended closes; Federal Reserve Bank of New York.</summary>
    public static BusinessCalendar USGovernmentSecurities { get; } = HolidayCalendar.ByRule("US Government Securities", 2014, LastYear, USGovernmentSecuritiesHolidays.InYear);

    /// <summary>"TARGET": days on which the payment system of the Eurosystem settles, for 1999 to 2100. Source: European Central Bank, long-term calendar.</summary>
    public static BusinessCalendar Target { get; } = HolidayCalendar.ByRule("TARGET", 1999, LastYear, TargetHolidays.InYear);

    /// <summary>"Weekends": closed on Saturdays and Sundays, without holidays, in any year.</summary>
    public static BusinessCalendar Weekends { get; } = new WeekCalendar("Weekends", closedAtWeekends: true);

    /// <summary>"None": every day is a business day, in any year.</summary>
    public static BusinessCalendar None { get; } = new WeekCalendar("None", closedAtWeekends: false);

    /// <summary>All calendars above.</summary>
    public static IReadOnlyList<BusinessCalendar> All { get; } = [London, NewYork, USGovernmentSecurities, Target, Weekends, None];

    static readonly FrozenDictionary<string, BusinessCalendar> ByName = new Dictionary<string, BusinessCalendar>
    {
        ["London"] = London, ["GBLO"] = London,
        ["New York"] = NewYork, ["NewYork"] = NewYork, ["NYFD"] = NewYork,
        ["US Government Securities"] = USGovernmentSecurities, ["USGovernmentSecurities"] = USGovernmentSecurities, ["USGS"] = USGovernmentSecurities,
        ["TARGET"] = Target, ["TARGET2"] = Target, ["EUTA"] = Target,
        ["Weekends"] = Weekends, ["None"] = None,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The calendar of a name, in capitals or not.</summary>
    /// <param name="name">
    /// A <see cref="BusinessCalendar.Name"/> of <see cref="All"/>, with or without its spaces, or a code of FpML: GBLO, NYFD, USGS, EUTA; several joined by a plus sign must all be open: "London+New York".
    /// </param>
    /// <exception cref="InvalidInputException">A name is not known; the message says which ones come near.</exception>
    public static BusinessCalendar Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Parse(name, OwnCalendars.None);
    }

    /// <summary>The calendar of a name, which may be that of a user's own.</summary>
    internal static BusinessCalendar Parse(string name, OwnCalendars own) =>
        name.Contains('+', StringComparison.Ordinal) ? BusinessCalendar.Union([.. name.Split('+').Select(one => One(one, own))]) : One(name, own);

    /// <summary>Whether a calendar above has the name.</summary>
    internal static bool IsKnown(string name) => ByName.ContainsKey(name.Trim());

    static BusinessCalendar One(string name, OwnCalendars own) => ByName.TryGetValue(name.Trim(), out var known) ? known : own.Find(name.Trim())
        ?? throw InvalidInputException.Of($"Calendar '{name}'", "no business calendar has this name", Nearest.Hint(name, All.Select(calendar => calendar.Name).Concat(own.Names)));
}
