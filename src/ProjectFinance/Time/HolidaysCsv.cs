using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace ProjectFinance.Time;

/// <summary>Reads a user's own business calendar from CSV text.</summary>
public static class HolidaysCsv
{
    /// <summary>Reads a header that begins with <c>date</c> and lines that begin with an ISO date, such as <c>1997-12-25,Christmas Day</c>; what follows the date is not read. Empty lines are skipped.</summary>
    /// <param name="text">The text: the holidays in any order. Repeated ones, and those on a Saturday or Sunday, make no difference.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="name">The name of the calendar: "Johannesburg". Not that of a known calendar, and without a plus sign.</param>
    /// <param name="first">The first date the list holds for; earlier ones are errors when asked for.</param>
    /// <param name="last">The last date the list holds for; on or after <paramref name="first"/>.</param>
    /// <returns>A calendar that is closed on Saturdays, Sundays and the days of the list.</returns>
    /// <exception cref="InvalidInputException">Every line that cannot be read; dates outside the range; a range that ends before it begins; a name that cannot be used.</exception>
    public static BusinessCalendar Parse(TextReader text, string file, string name, LocalDate first, LocalDate last)
    {
        ArgumentNullException.ThrowIfNull(name);
        var problems = new List<Problem>();
        var list = new HolidayList(Read(text, file, $"Calendar '{name}'", problems)) { From = first, To = last };
        problems.AddRange(list.Problems(name, file));
        return problems.Count == 0 ? list.Calendar(name) : throw new InvalidInputException(problems);
    }

    /// <summary>Reads such a list.</summary>
    /// <inheritdoc cref="Parse(TextReader, string, string, LocalDate, LocalDate)"/>
    /// <exception cref="InvalidInputException">Every line that cannot be read.</exception>
    public static ImmutableArray<LocalDate> Parse(TextReader text, string file)
    {
        var problems = new List<Problem>();
        var holidays = Read(text, file, "Holidays", problems);
        return problems.Count == 0 ? holidays : throw new InvalidInputException(problems);
    }

    static ImmutableArray<LocalDate> Read(TextReader text, string file, string subject, List<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rows = Csv.Rows(text, line => problems.Add(new(subject, "a quotation mark is not closed", "close it, or write it twice inside a field", $"{file}, line {line}"))).ToList();
        if (rows.Count == 0) problems.Add(new(subject, "the file is empty", "its first column must be 'date'", $"{file}, line 1"));
        else if (rows[0].Fields[0] != "date") problems.Add(new(subject, $"the header is '{string.Join(',', rows[0].Fields)}'", "its first column must be 'date'", $"{file}, line {rows[0].Line}"));
        var holidays = ImmutableArray.CreateBuilder<LocalDate>();
        foreach (var row in rows.Skip(1))
        {
            if (LocalDatePattern.Iso.Parse(row.Fields[0]) is { Success: true, Value: var date }) holidays.Add(date);
            else problems.Add(new(subject, $"the date '{row.Fields[0]}' cannot be read", "write year, month and day, such as 1997-12-25", $"{file}, line {row.Line}"));
        }
        return holidays.ToImmutable();
    }
}
