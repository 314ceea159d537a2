using NodaTime;
using NodaTime.Text;

namespace ProjectFinance.Time;

/// <summary>Reads a user's own business calendar from CSV text.</summary>
public static class HolidaysCsv
{
    /// <summary>Reads a header that begins with <c>date</c> and lines that begin with an ISO date, such as <c>1997-12-25,Christmas Day</c>; what follows the date is not read. Empty lines are skipped.</summary>
    /// <param name="text">The text: the holidays in any order, each once. Those on a Saturday or Sunday make no difference.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="name">The name of the calendar: "Johannesburg". Without a plus sign.</param>
    /// <param name="first">The first date the list holds for; earlier ones are errors when asked for.</param>
    /// <param name="last">The last date the list holds for; on or after <paramref name="first"/>.</param>
    /// <returns>A calendar that is closed on Saturdays, Sundays and the days of the list.</returns>
    /// <exception cref="InvalidInputException">Every line that cannot be read, repeats a date or lies outside the range; a range that ends before it begins; a name that cannot be used.</exception>
    public static BusinessCalendar Parse(TextReader text, string file, string name, LocalDate first, LocalDate last)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        var subject = $"Calendar '{name}'";
        var problems = new List<Problem>();
        if (name.Trim().Length == 0 || name.Contains('+', StringComparison.Ordinal)) problems.Add(new(subject, "the name cannot be used", "it must have letters and no plus sign, which joins calendars", file));
        if (last < first) problems.Add(new(subject, $"the last date {last.Iso()} is before the first {first.Iso()}", "the last date must fall on or after the first", file));
        var header = text.ReadLine()?.Trim();
        if (header?.Split(',')[0].Trim() != "date") problems.Add(new(subject, header is null ? "the file is empty" : $"the header is '{header}'", "its first column must be 'date'", $"{file}, line 1"));
        var holidays = new HashSet<LocalDate>();
        for (int line = 2; text.ReadLine() is { } row; line++)
            if (row.Trim().Length > 0 && Wrong(row.Split(',')[0].Trim()) is var (fact, allowed))
                problems.Add(new(subject, fact, allowed, $"{file}, line {line}"));
        return problems.Count == 0 ? new HolidayCalendar(name.Trim(), first, last, holidays, HolidayCalendar.SaturdayAndSunday) : throw new InvalidInputException(problems);

        (string Fact, string Allowed)? Wrong(string day)
        {
            if (LocalDatePattern.Iso.Parse(day) is not { Success: true, Value: var date }) return ($"the date '{day}' cannot be read", "write year, month and day, such as 1997-12-25");
            if (date < first || date > last) return ($"the date {day} lies outside the range", $"dates must lie from {first.Iso()} to {last.Iso()}");
            return holidays.Add(date) ? null : ($"the date {day} is given more than once", "each date must be given once");
        }
    }
}
