using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Time;

public class DayCountTests
{
    // ISDA, "30/360 Day Count Conventions" (2008-12-22), worked examples 1 to 3: start, end, days by 30/360 (4.16(f)), days by 30E/360 (4.16(g)).
    public static TheoryData<string, string, int, int> IsdaExamples => new()
    {
        { "2006-08-20", "2007-02-20", 180, 180 },
        { "2007-02-20", "2007-08-20", 180, 180 },
        { "2007-08-20", "2008-02-20", 180, 180 },
        { "2008-02-20", "2008-08-20", 180, 180 },
        { "2006-08-31", "2007-02-28", 178, 178 },
        { "2007-02-28", "2007-08-31", 183, 182 },
        { "2007-08-31", "2008-02-29", 179, 179 },
        { "2008-02-29", "2008-08-31", 182, 181 },
        { "2008-08-31", "2009-02-28", 178, 178 },
        { "2009-02-28", "2009-08-31", 183, 182 },
        { "2006-01-31", "2006-02-28", 28, 28 },
        { "2006-01-30", "2006-02-28", 28, 28 },
        { "2006-02-28", "2006-03-03", 5, 5 },
        { "2006-02-14", "2006-02-28", 14, 14 },
        { "2006-09-30", "2006-10-31", 30, 30 },
        { "2006-10-31", "2006-11-28", 28, 28 },
        { "2007-08-31", "2008-02-28", 178, 178 },
        { "2008-02-28", "2008-08-28", 180, 180 },
        { "2008-02-28", "2008-08-30", 182, 182 },
        { "2008-02-28", "2008-08-31", 183, 182 },
        { "2007-02-26", "2008-02-28", 362, 362 },
        { "2007-02-26", "2008-02-29", 363, 363 },
        { "2008-02-29", "2009-02-28", 359, 359 },
        { "2008-02-28", "2008-03-30", 32, 32 },
        { "2008-02-28", "2008-03-31", 33, 32 },
    };

    [Theory]
    [MemberData(nameof(IsdaExamples))]
    public void Thirty360_IsdaExample_CountsAsPublished(string start, string end, int bondBasis, int eurobond)
    {
        Assert.Equal(bondBasis, DayCounts.Thirty360.Days(Dates.Of(start), Dates.Of(end)));
        Assert.Equal(eurobond, DayCounts.ThirtyE360.Days(Dates.Of(start), Dates.Of(end)));
        Assert.Equal(bondBasis / 360.0, DayCounts.Thirty360.YearFraction(Dates.Of(start), Dates.Of(end)));
        Assert.Equal(eurobond / 360.0, DayCounts.ThirtyE360.YearFraction(Dates.Of(start), Dates.Of(end)));
    }

    // By hand from the rule in Mayle, Standard Securities Calculation Methods: half-years between month ends are 180 days, whole years 360.
    [Theory]
    [InlineData("2007-02-28", "2007-08-31", 180)]
    [InlineData("2006-08-31", "2007-02-28", 178)]
    [InlineData("2007-02-28", "2008-02-29", 360)]
    [InlineData("2008-02-29", "2009-02-28", 360)]
    [InlineData("2007-02-28", "2008-02-28", 358)]
    [InlineData("2008-02-28", "2009-02-28", 360)]
    [InlineData("2007-02-28", "2007-03-31", 30)]
    [InlineData("2007-02-28", "2007-03-01", 1)]
    [InlineData("2008-02-28", "2008-03-31", 33)]
    [InlineData("2003-12-29", "2004-01-31", 32)]
    [InlineData("2003-12-30", "2004-01-31", 30)]
    [InlineData("1996-07-11", "1996-09-30", 79)]
    public void ThirtyU360_MonthEnds_CountFebruaryAsThirty(string start, string end, int expected) =>
        Assert.Equal(expected, DayCounts.ThirtyU360.Days(Dates.Of(start), Dates.Of(end)));

    // FIX 5.0, CouponDayCount 1: the February rule holds only if the investment is end-of-month.
    [Fact]
    public void ThirtyU360_DatesThatLeaveMonthEnds_CountAsTheBondBasis()
    {
        var context = new AccrualContext { EndOfMonth = false };

        Assert.Equal(183, DayCounts.ThirtyU360.Days(Dates.Of("2007-02-28"), Dates.Of("2007-08-31"), context));
        Assert.Equal(180, DayCounts.ThirtyU360.Days(Dates.Of("2007-02-28"), Dates.Of("2007-08-31"), context with { EndOfMonth = true }));
    }

    // First interest period of the July 1996 facility: (5.6875 + 2.25) % on 19.5 million is 348,257.81 for 81 days over 360.
    [Fact]
    public void Actual360_FirstInterestPeriod_Has81Days()
    {
        var (start, end) = (Dates.Of("1996-07-11"), Dates.Of("1996-09-30"));

        Assert.Equal(81, DayCounts.Actual360.Days(start, end));
        Assert.Equal(0.225, DayCounts.Actual360.YearFraction(start, end));
        Assert.Equal(348_257.81, Math.Round(0.079375 * 19_500_000 * DayCounts.Actual360.YearFraction(start, end), 2));
    }

    [Fact]
    public void Actual_LeapYear_CountsEveryDay()
    {
        var (start, end) = (Dates.Of("1999-12-31"), Dates.Of("2000-12-31"));

        Assert.Equal(366, DayCounts.Actual365Fixed.Days(start, end));
        Assert.Equal(366 / 365.0, DayCounts.Actual365Fixed.YearFraction(start, end));
        Assert.Equal(366 / 360.0, DayCounts.Actual360.YearFraction(start, end));
        Assert.Equal(366 / 365.25, DayCounts.Actual365Quarter.YearFraction(start, end));
    }

    // The published 2.847 years is 1,039.75 days over 365.25; over 365 it would be 2.849, over 360 2.888, by months of thirty days 2.846 or less.
    [Fact]
    public void Actual365Quarter_EightEqualInstalments_GivePublishedAverageLife()
    {
        var instalments = from year in Enumerable.Range(1997, 4) from day in new[] { "09-30", "12-31" } select Dates.Of($"{year}-{day}");

        double life = instalments.Average(date => DayCounts.Actual365Quarter.YearFraction(Dates.Of("1996-07-11"), date));

        Assert.Equal(2.847, life, 0.0005);
    }

    [Fact]
    public void All_SameDate_CountNothing()
    {
        foreach (var dayCount in DayCounts.All)
            for (var date = new LocalDate(2007, 1, 1); date.Year < 2009; date = date.PlusDays(1))
            {
                Assert.Equal(0, dayCount.Days(date, date));
                Assert.Equal(0.0, dayCount.YearFraction(date, date));
                Assert.True(dayCount.Days(date, date.PlusDays(1), new() { Calendar = BusinessCalendars.London }) >= 0);
            }
    }

    [Fact]
    public void All_EndBeforeStart_IsAnError()
    {
        foreach (var dayCount in DayCounts.All)
        {
            var error = Assert.Throws<InvalidInputException>(() => dayCount.YearFraction(Dates.Of("1997-01-02"), Dates.Of("1997-01-01")));
            Assert.Equal($"Day count {dayCount.Name}: the end 1997-01-01 is before the start 1997-01-02; the end must fall on or after the start", error.Message);
            Assert.Throws<InvalidInputException>(() => dayCount.Days(Dates.Of("1997-01-02"), Dates.Of("1997-01-01")));
        }
    }

    [Fact]
    public void Parse_UsualNames_GiveTheDayCount()
    {
        foreach (var dayCount in DayCounts.All) Assert.Same(dayCount, DayCounts.Parse(dayCount.Name));
        Assert.Same(DayCounts.Thirty360, DayCounts.Parse("30/360 US"));
        Assert.Same(DayCounts.ThirtyE360Isda, DayCounts.Parse("30e/360 isda"));
        Assert.Same(DayCounts.ActualActualIsda, DayCounts.Parse("Act/Act ISDA"));
        Assert.Same(DayCounts.ActualActualIcma, DayCounts.Parse("Actual/Actual (ICMA)"));
        Assert.Same(DayCounts.Actual365Leap, DayCounts.Parse("ACT/365L"));
        Assert.Equal("BUS/252 London+New York", DayCounts.Parse("bus/252 London+NewYork").Name);
        Assert.Same(DayCounts.Actual360, DayCounts.Parse(" act/360"));
        Assert.Same(DayCounts.Actual365Fixed, DayCounts.Parse("Actual/365 (Fixed)"));
        Assert.Same(DayCounts.Thirty360, DayCounts.Parse("Bond Basis"));
        Assert.Same(DayCounts.ThirtyU360, DayCounts.Parse("30U/360"));
        Assert.Same(DayCounts.ThirtyE360, DayCounts.Parse("Eurobond Basis"));
    }

    [Theory]
    [InlineData("ACT/365", "'ACT/365F'")]
    [InlineData("ACT/36", "'ACT/360'")]
    [InlineData("30E/361", "'30E/360'")]
    [InlineData("ACT/ACT", "'ACT/ACT ISDA'")]
    [InlineData("BUS/252 Londn", "'London'")]
    [InlineData("weekly", "known are 'ACT/360'")]
    public void Parse_UnknownName_NamesTheNearest(string name, string hint)
    {
        var error = Assert.Throws<InvalidInputException>(() => DayCounts.Parse(name));
        Assert.Contains(hint, error.Message, StringComparison.Ordinal);
    }
}
