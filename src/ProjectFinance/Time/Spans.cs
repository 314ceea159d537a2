using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace ProjectFinance.Time;

/// <summary>Reads the labels of a calendar table: "1997", "1997-H1", "1997-Q3", "1997-07", "1996-07-11/1996-09-30".</summary>
public static class Spans
{
    /// <summary>The days a label stands for: "1997-Q3" is the 92 days after 1997-06-30 up to 1997-09-30.</summary>
    /// <param name="label">A year, a half-year, a quarter, a month, or two dates with a slash between, of which the first is not counted.</param>
    /// <exception cref="InvalidInputException">The label is none of these.</exception>
    public static DateSpan Parse(string label) =>
        TryParse(label, $"Label '{label}'", "", out var span, out var problem) ? span : throw new InvalidInputException(problem);

    /// <summary>Reads a label, or says what is wrong with it.</summary>
    /// <param name="label">A year, a half-year, a quarter, a month, or two dates with a slash between, of which the first is not counted.</param>
    /// <param name="subject">Whose label it is, for the problem: "Line 'Gold price'".</param>
    /// <param name="where">Where it stands, for the problem: "project.production.1997-Q3". Empty where there is no place.</param>
    /// <param name="span">The days the label stands for.</param>
    /// <param name="problem">What is wrong with the label; null if it was read.</param>
    public static bool TryParse(string label, string subject, string where, out DateSpan span, [NotNullWhen(false)] out Problem? problem)
    {
        ArgumentNullException.ThrowIfNull(label);
        var read = label.Contains('/', StringComparison.Ordinal) ? Dates(label) : Calendar(label);
        span = read ?? default;
        problem = (read, read?.Days > 0) switch
        {
            (null, _) => new Problem(subject, $"the label '{label}' is not a span of time",
                "write a year, half-year, quarter or month as 1997, 1997-H1, 1997-Q3 or 1997-07, or two dates as 1996-07-11/1996-09-30", where),
            (_, false) => new Problem(subject, $"the label '{label}' ends on or before its start", "the second date must be later than the first", where),
            _ => null,
        };
        return problem is null;
    }

    static DateSpan? Dates(string label)
    {
        var parts = label.Split('/');
        if (parts.Length != 2) return null;
        var (start, end) = (LocalDatePattern.Iso.Parse(parts[0]), LocalDatePattern.Iso.Parse(parts[1]));
        return start.Success && end.Success ? new DateSpan(start.Value, end.Value) : null;
    }

    static DateSpan? Calendar(string label)
    {
        if (Number(label, 0, 4) is not (>= 1 and int year) || (label.Length > 4 && label[4] != '-')) return null;
        return (label.Length, label.Length > 5 ? label[5] : ' ', Number(label, 6, 1), Number(label, 5, 2)) switch
        {
            (4, _, _, _) => Months(year, 1, 12),
            (7, 'H', >= 1 and <= 2 and int half, _) => Months(year, 6 * half - 5, 6),
            (7, 'Q', >= 1 and <= 4 and int quarter, _) => Months(year, 3 * quarter - 2, 3),
            (7, _, _, >= 1 and <= 12 and int month) => Months(year, month, 1),
            _ => null,
        };
    }

    static int? Number(string label, int start, int length)
    {
        if (label.Length < start + length) return null;
        int number = 0;
        foreach (char digit in label.AsSpan(start, length))
        {
            if (!char.IsAsciiDigit(digit)) return null;
            number = 10 * number + (digit - '0');
        }
        return number;
    }

    static DateSpan Months(int year, int month, int count)
    {
        var beginning = new LocalDate(year, month, 1);
        return new DateSpan(beginning.PlusDays(-1), beginning.PlusMonths(count - 1).With(DateAdjusters.EndOfMonth));
    }
}
