using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace ProjectFinance.Tests.Actus;

/// <summary>Schedules as the ACTUS dictionary writes them: an anchor, and a cycle such as P3ML1 counted from it, with a long (L0) or a short (L1) last stub.</summary>
static partial class ActusSchedule
{
    /// <summary>The dates before an end that is not one of them.</summary>
    public static List<LocalDate> Before(LocalDateTime end, LocalDateTime? anchor, string cycle, bool atMonthEnds) => Dates(end, anchor, cycle, atMonthEnds, withEnd: false);

    /// <summary>The dates before an end that is one of them, itself left out.</summary>
    public static List<LocalDate> UpTo(LocalDateTime end, LocalDateTime? anchor, string cycle, bool atMonthEnds) => Dates(end, anchor, cycle, atMonthEnds, withEnd: true);

    /// <summary>A date whole cycles from an anchor.</summary>
    public static LocalDate At(LocalDate anchor, string cycle, int count, bool atMonthEnds)
    {
        var (number, unit, _) = Parse(cycle);
        var date = unit switch
        {
            "D" => anchor.PlusDays(number * count),
            "W" => anchor.PlusWeeks(number * count),
            "M" => anchor.PlusMonths(number * count),
            "Q" => anchor.PlusMonths(3 * number * count),
            "H" => anchor.PlusMonths(6 * number * count),
            _ => anchor.PlusYears(number * count),
        };
        return atMonthEnds && unit is not ("D" or "W") && IsMonthEnd(anchor) ? date.With(DateAdjusters.EndOfMonth) : date;
    }

    static List<LocalDate> Dates(LocalDateTime end, LocalDateTime? anchor, string cycle, bool atMonthEnds, bool withEnd)
    {
        if (anchor is not { } first) return [];
        if (cycle.Length == 0) return first < end ? [first.Date] : [];
        var dates = new List<LocalDate>();
        int count = 0;
        LocalDate date;
        for (date = first.Date; date.AtMidnight() < end; date = At(first.Date, cycle, ++count, atMonthEnds)) dates.Add(date);
        // A long last stub takes in the last whole cycle.
        if (Parse(cycle).IsLong && date.AtMidnight() != end && dates.Count + (withEnd ? 1 : 0) > 2) dates.RemoveAt(dates.Count - 1);
        return dates;
    }

    static bool IsMonthEnd(LocalDate date) => date.With(DateAdjusters.EndOfMonth) == date;

    static (int Number, string Unit, bool IsLong) Parse(string cycle)
    {
        var match = Cycle().Match(cycle);
        return match.Success
            ? (int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), match.Groups[2].Value, match.Groups[3].Value == "0")
            : throw new FormatException($"'{cycle}' is not a cycle of the ACTUS dictionary");
    }

    [GeneratedRegex(@"^P?(\d+)([DWMQHY])(?:L([01]))?$")]
    private static partial Regex Cycle();
}
