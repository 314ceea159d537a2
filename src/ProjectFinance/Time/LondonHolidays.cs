using NodaTime;

namespace ProjectFinance.Time;

/// <summary>Bank holidays of England and Wales. Source: Banking and Financial Dealings Act 1971, Schedule 1, and the royal proclamations under its section 1.</summary>
static class LondonHolidays
{
    const int Last = 5;

    /// <summary>The holidays of a year, in no order. Those at a weekend are replaced by their substitutes.</summary>
    public static IEnumerable<LocalDate> InYear(int year)
    {
        yield return NextMondayFromWeekend(new LocalDate(year, 1, 1));
        var easter = EasterSunday.InYear(year);
        yield return easter.PlusDays(-2);
        yield return easter.PlusDays(1);
        yield return EarlyMay(year);
        yield return Spring(year);
        yield return LocalDate.FromYearMonthWeekAndDay(year, 8, Last, IsoDayOfWeek.Monday);
        yield return Substitute(new LocalDate(year, 12, 25));
        yield return Substitute(new LocalDate(year, 12, 26));
        foreach (var date in Proclaimed(year)) yield return date;
    }

    // Moved for the fiftieth and the seventy-fifth anniversary of VE Day.
    static LocalDate EarlyMay(int year) => year is 1995 or 2020
        ? new LocalDate(year, 5, 8)
        : LocalDate.FromYearMonthWeekAndDay(year, 5, 1, IsoDayOfWeek.Monday);

    // Moved into June to join the Golden, the Diamond and the Platinum Jubilee.
    static LocalDate Spring(int year) => year switch
    {
        2002 or 2012 => new LocalDate(year, 6, 4),
        2022 => new LocalDate(year, 6, 2),
        _ => LocalDate.FromYearMonthWeekAndDay(year, 5, Last, IsoDayOfWeek.Monday),
    };

    static IEnumerable<LocalDate> Proclaimed(int year) => year switch
    {
        1999 => [new(1999, 12, 31)], // eve of the millennium
        2002 => [new(2002, 6, 3)], // Golden Jubilee
        2011 => [new(2011, 4, 29)], // royal wedding
        2012 => [new(2012, 6, 5)], // Diamond Jubilee
        2022 => [new(2022, 6, 3), new(2022, 9, 19)], // Platinum Jubilee; state funeral
        2023 => [new(2023, 5, 8)], // coronation
        _ => [],
    };

    static LocalDate NextMondayFromWeekend(LocalDate date) =>
        date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? date.Next(IsoDayOfWeek.Monday) : date;

    // Two days on, because Christmas Day and Boxing Day stand side by side and need a substitute each.
    static LocalDate Substitute(LocalDate date) =>
        date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? date.PlusDays(2) : date;
}
