using NodaTime;

namespace ProjectFinance.Time;

/// <summary>
/// Holidays of the Federal Reserve Bank of New York: those of 5 U.S.C. 6103(a). One that falls on a Sunday is kept on Monday; on a Saturday it is not moved.
/// Source: Federal Reserve Board, "Holidays Observed - K.8".
/// </summary>
static class NewYorkHolidays
{
    const int Last = 5;

    /// <summary>The holidays of a year, in no order; those on a Saturday among them.</summary>
    public static IEnumerable<LocalDate> InYear(int year)
    {
        yield return MondayFromSunday(new LocalDate(year, 1, 1));
        yield return LocalDate.FromYearMonthWeekAndDay(year, 1, 3, IsoDayOfWeek.Monday); // Martin Luther King
        yield return LocalDate.FromYearMonthWeekAndDay(year, 2, 3, IsoDayOfWeek.Monday); // Washington's Birthday
        yield return LocalDate.FromYearMonthWeekAndDay(year, 5, Last, IsoDayOfWeek.Monday); // Memorial Day
        if (year >= 2021) yield return MondayFromSunday(new LocalDate(year, 6, 19)); // Juneteenth, Public Law 117-17
        yield return MondayFromSunday(new LocalDate(year, 7, 4));
        yield return LocalDate.FromYearMonthWeekAndDay(year, 9, 1, IsoDayOfWeek.Monday); // Labor Day
        yield return LocalDate.FromYearMonthWeekAndDay(year, 10, 2, IsoDayOfWeek.Monday); // Columbus Day
        yield return MondayFromSunday(new LocalDate(year, 11, 11));
        yield return LocalDate.FromYearMonthWeekAndDay(year, 11, 4, IsoDayOfWeek.Thursday); // Thanksgiving
        yield return MondayFromSunday(new LocalDate(year, 12, 25));
    }

    static LocalDate MondayFromSunday(LocalDate date) => date.DayOfWeek == IsoDayOfWeek.Sunday ? date.PlusDays(1) : date;
}
