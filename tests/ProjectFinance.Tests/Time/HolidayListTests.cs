using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Time;

/// <summary>Calendars of a user's own. 2024-03-21 is a Thursday, 2024-03-23 a Saturday.</summary>
public sealed class HolidayListTests
{
    static readonly LocalDate Thursday = new(2024, 3, 21), Saturday = new(2024, 3, 23);

    [Fact]
    public void Calendar_WithRepeatedDaysAndWeekends_IsClosedOnItsDays()
    {
        var calendar = new HolidayList([Saturday, Thursday, Thursday]).Calendar("Mine");

        Assert.Equal([Thursday], calendar.Holidays(2024));
        Assert.Equal((false, true, false), (calendar.IsBusinessDay(Thursday), calendar.IsBusinessDay(Thursday.PlusDays(1)), calendar.IsBusinessDay(Saturday)));
    }

    [Fact]
    public void Calendar_WithoutRange_HoldsForTheYearsOfItsHolidays()
    {
        var calendar = new HolidayList([Thursday, new(2026, 1, 2)]).Calendar("Mine");

        Assert.True(calendar.IsBusinessDay(new(2024, 1, 1)));
        Assert.True(calendar.IsBusinessDay(new(2026, 12, 31)));
        foreach (var outside in new LocalDate[] { new(2023, 12, 31), new(2027, 1, 1) })
            Assert.Contains("lies outside the years it knows; dates from 2024-01-01 to 2026-12-31", Assert.Throws<InvalidInputException>(() => calendar.IsBusinessDay(outside)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("London", "the name is that of a known calendar")]
    [InlineData("usgs", "the name is that of a known calendar")]
    [InlineData("A+B", "the name cannot be used")]
    [InlineData(" ", "the name cannot be used")]
    public void Calendar_OfANameThatCannotBeUsed_IsRefused(string name, string fact) =>
        Assert.Equal(fact, Assert.Single(Assert.Throws<InvalidInputException>(() => new HolidayList([Thursday]).Calendar(name)).Problems).Fact);

    [Fact]
    public void Calendar_OfARangeThatDoesNotFit_NamesEveryProblem()
    {
        Assert.Equal(["the date 2024-03-21 lies outside the range"], Facts(new HolidayList([Thursday, Saturday, Thursday]) { From = Saturday }));
        Assert.Equal(["the last date 2024-03-21 is before the first 2024-03-23"], Facts(new HolidayList([]) { From = Saturday, To = Thursday }));
        Assert.Equal(["it has no holiday, and it is not said for which dates it holds"], Facts(new HolidayList([]) { From = Thursday }));

        static string[] Facts(HolidayList list) => [.. Assert.Throws<InvalidInputException>(() => list.Calendar("Mine")).Problems.Select(problem => problem.Fact)];
    }
}
