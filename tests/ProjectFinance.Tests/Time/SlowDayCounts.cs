using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Time;

/// <summary>The rules once more, slowly and to the letter: by walking the days one by one, in decimal.</summary>
static class SlowDayCounts
{
    public static decimal Isda(LocalDate start, LocalDate end) => Days(start, end).Sum(day => 1m / YearLength(day.Year));

    public static int NoLeap(LocalDate start, LocalDate end) => Days(start.PlusDays(1), end.PlusDays(1)).Count(day => !IsLeapDay(day));

    public static decimal Afb(LocalDate start, LocalDate end)
    {
        int years = 0;
        var to = end;
        while (true)
        {
            var earlier = to.PlusYears(-1);
            if (to is { Month: 2, Day: 28 } && IsLeap(earlier.Year)) earlier = new LocalDate(earlier.Year, 2, 29);
            if (earlier < start) break;
            (to, years) = (earlier, years + 1);
        }
        var rest = Days(start, to).ToList();
        return years + rest.Count / (rest.Exists(IsLeapDay) ? 366m : 365m);
    }

    /// <summary>ICMA for an accrual in a period of whole months; the regular dates are months from the anchor, on its day of the month.</summary>
    public static decimal Icma(LocalDate start, LocalDate end, LocalDate anchor, int months)
    {
        var dates = Enumerable.Range(-200, 401).Select(k => anchor.PlusMonths(k * months)).ToList();
        return Days(start, end).Sum(day =>
        {
            int k = dates.FindLastIndex(date => date <= day);
            return months / 12m / NodaTime.Period.DaysBetween(dates[k], dates[k + 1]);
        });
    }

    public static decimal Business(LocalDate start, LocalDate end, BusinessCalendar calendar) => Days(start, end).Count(calendar.IsBusinessDay) / 252m;

    static IEnumerable<LocalDate> Days(LocalDate start, LocalDate end)
    {
        for (var day = start; day < end; day = day.PlusDays(1)) yield return day;
    }

    static int YearLength(int year) => NodaTime.Period.DaysBetween(new LocalDate(year, 1, 1), new LocalDate(year + 1, 1, 1));

    static bool IsLeap(int year) => YearLength(year) == 366;

    static bool IsLeapDay(LocalDate day) => day is { Month: 2, Day: 29 };
}
