using ProjectFinance.Time;

namespace ProjectFinance.Tests.Time;

public class HolidaysCsvTests
{
    const string Text = "date,name\n2024-12-25,Christmas Day\n\n2024-03-21,Human Rights Day\n2024-03-23,a Saturday\n";

    [Fact]
    public void Parse_List_IsClosedOnItsDaysAndWeekends()
    {
        var calendar = Read(Text);

        Assert.Equal("Johannesburg", calendar.Name);
        Assert.False(calendar.IsBusinessDay(Dates.Of("2024-03-21")));
        Assert.True(calendar.IsBusinessDay(Dates.Of("2024-03-22")));
        Assert.False(calendar.IsBusinessDay(Dates.Of("2024-03-24")));
        Assert.Equal([Dates.Of("2024-03-21"), Dates.Of("2024-12-25")], calendar.Holidays(2024));
        Assert.Equal(Dates.Of("2024-03-22"), calendar.Adjust(Dates.Of("2024-03-21"), BusinessDayConvention.Following));
        Assert.Equal("Johannesburg+London", BusinessCalendar.Union(calendar, BusinessCalendars.London).Name);
    }

    // The count would need 2025.
    [Fact]
    public void Adjust_BeyondTheRange_IsAnError()
    {
        var error = Assert.Throws<InvalidInputException>(() => Read(Text).AddBusinessDays(Dates.Of("2024-12-30"), 2));
        Assert.Equal("Calendar 'Johannesburg': 2025-01-01 lies outside the years it knows; dates from 2024-01-01 to 2024-12-31 can be asked for", error.Message);
        Assert.Throws<InvalidInputException>(() => Read(Text).Holidays(2025));
    }

    [Fact]
    public void Parse_FaultyText_NamesEveryProblemWithItsLine()
    {
        var error = Assert.Throws<InvalidInputException>(() => Read("day\n2024-13-01\n2024-05-01\n2024-05-01\n2025-05-01\n"));

        Assert.Equal(["the header is 'day'", "the date '2024-13-01' cannot be read", "the date 2025-05-01 lies outside the range"], error.Problems.Select(problem => problem.Fact));
        Assert.Equal(["za.csv, line 1", "za.csv, line 2", "za.csv"], error.Problems.Select(problem => problem.Where));
    }

    [Fact]
    public void Parse_FaultyRangeAndName_AreErrors()
    {
        using var text = new StringReader("");
        var error = Assert.Throws<InvalidInputException>(() => HolidaysCsv.Parse(text, "za.csv", "A+B", Dates.Of("2024-12-31"), Dates.Of("2024-01-01")));
        Assert.Equal(["the file is empty", "the name cannot be used", "the last date 2024-01-01 is before the first 2024-12-31"], error.Problems.Select(problem => problem.Fact));
    }

    static BusinessCalendar Read(string csv)
    {
        using var text = new StringReader(csv);
        return HolidaysCsv.Parse(text, "za.csv", "Johannesburg", Dates.Of("2024-01-01"), Dates.Of("2024-12-31"));
    }
}
