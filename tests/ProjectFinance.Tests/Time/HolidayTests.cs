using NodaTime;
using NodaTime.Text;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Time;

public class HolidayTests
{
    const string London = "holidays-london-bank-1986-2040.csv";
    const string NewYork = "holidays-new-york-fed-1986-2040.csv";
    const string Sofr = "holidays-us-govt-securities-2018-2030.csv";

    [SharedDataFact(London)]
    public void London_AllYears_EqualThePublishedTable() => AssertEqualsTable(BusinessCalendars.London, London, 1986, 2040);

    [SharedDataFact(NewYork)]
    public void NewYork_AllYears_EqualThePublishedTable() => AssertEqualsTable(BusinessCalendars.NewYork, NewYork, 1986, 2040);

    [SharedDataFact(Sofr)]
    public void USGovernmentSecurities_2018To2030_EqualThePublishedTable() => AssertEqualsTable(BusinessCalendars.USGovernmentSecurities, Sofr, 2018, 2030);

    // No fixing of SOFR falls on a day the calendar calls closed, and none is missing on a day it calls open. Row dates are rate dates.
    [SharedDataFact("sofr-daily.csv")]
    public void USGovernmentSecurities_DaysWithSofr_AreTheOpenDays()
    {
        var fixings = File.ReadLines(SharedData.Find("sofr-daily.csv")!).Skip(1).Select(line => LocalDatePattern.Iso.Parse(line.Split(',')[0]).Value).ToHashSet();
        var days = Enumerable.Range(0, NodaTime.Period.DaysBetween(fixings.Min(), fixings.Max()) + 1).Select(fixings.Min().PlusDays);

        Assert.Empty(days.Where(day => fixings.Contains(day) != BusinessCalendars.USGovernmentSecurities.IsBusinessDay(day)).Select(day => day.Iso()));
    }

    // SIFMA's list for 2025, which has no close for the mourning of 9 January; 2015: Good Friday was an early close; 3 July stands in for Saturday 4 July.
    [Theory]
    [InlineData(2015, "01-01 01-19 02-16 05-25 07-03 09-07 10-12 11-11 11-26 12-25")]
    [InlineData(2025, "01-01 01-20 02-17 04-18 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25")]
    public void USGovernmentSecurities_Year_HasItsHolidays(int year, string expected) =>
        Assert.Equal(expected.Split(' ').Select(day => $"{year}-{day}"), BusinessCalendars.USGovernmentSecurities.Holidays(year).Select(date => date.Iso()));

    // European Central Bank, TARGET closing days: two in 1999 and the change of the millennium; six in an ordinary year, those at weekends left out here; 31 December 2001.
    [Theory]
    [InlineData(1999, "01-01 12-31")]
    [InlineData(2001, "01-01 04-13 04-16 05-01 12-25 12-26 12-31")]
    [InlineData(2004, "01-01 04-09 04-12")]
    [InlineData(2024, "01-01 03-29 04-01 05-01 12-25 12-26")]
    public void Target_Year_HasItsClosingDays(int year, string expected) =>
        Assert.Equal(expected.Split(' ').Select(day => $"{year}-{day}"), BusinessCalendars.Target.Holidays(year).Select(date => date.Iso()));

    // Three years of the shared table, among them the millennium and the Platinum Jubilee, so that something is checked where the table is absent.
    [Theory]
    [InlineData(1997, "01-01 03-28 03-31 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(1999, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31")]
    [InlineData(2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27")]
    public void London_Year_HasItsHolidays(int year, string expected) =>
        Assert.Equal(expected.Split(' ').Select(day => $"{year}-{day}"), BusinessCalendars.London.Holidays(year).Select(date => date.Iso()));

    // Federal Reserve Board, K.8: 4 July 2026 falls on a Saturday and is not moved; Juneteenth is new in 2021, on a Saturday, and first kept in 2022 on Monday.
    [Theory]
    [InlineData(1996, "01-01 01-15 02-19 05-27 07-04 09-02 10-14 11-11 11-28 12-25")]
    [InlineData(2022, "01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26")]
    [InlineData(2026, "01-01 01-19 02-16 05-25 06-19 09-07 10-12 11-11 11-26 12-25")]
    public void NewYork_Year_HasItsHolidays(int year, string expected) =>
        Assert.Equal(expected.Split(' ').Select(day => $"{year}-{day}"), BusinessCalendars.NewYork.Holidays(year).Select(date => date.Iso()));

    // Dates of Easter as printed in almanacs; 1954, 1981 and 2038 are the exceptions that simple formulas get wrong, 2008 is very early.
    [Theory]
    [InlineData(1954, 4, 18)]
    [InlineData(1981, 4, 19)]
    [InlineData(1997, 3, 30)]
    [InlineData(2008, 3, 23)]
    [InlineData(2038, 4, 25)]
    public void Easter_KnownYear_FallsOnItsDate(int year, int month, int day) => Assert.Equal(new LocalDate(year, month, day), EasterSunday.InYear(year));

    static void AssertEqualsTable(BusinessCalendar calendar, string file, int first, int last)
    {
        var table = File.ReadLines(SharedData.Find(file)!).Skip(1).Select(line => LocalDatePattern.Iso.Parse(line.Split(',')[0]).Value).ToHashSet();
        var ours = Enumerable.Range(first, last - first + 1).SelectMany(calendar.Holidays).ToList();

        Assert.Empty(table.Except(ours));
        Assert.Empty(ours.Except(table));
        Assert.Equal(table.Count, ours.Count);

        // Day by day as well: the table of bits is a second form of the rule.
        for (var date = new LocalDate(first, 1, 1); date.Year <= last; date = date.PlusDays(1))
        {
            bool open = date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !table.Contains(date);
            if (open != calendar.IsBusinessDay(date)) Assert.Fail($"{calendar.Name} {date.Iso()}: the table says open is {open}");
        }
    }
}
