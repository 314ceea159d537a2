using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Time;

/// <summary>30E/360 ISDA, ACT/365L, NL/365, BUS/252 and 1/1 on published examples and by hand.</summary>
public class OtherDayCountTests
{
    // ISDA, "30/360 Day Count Conventions" (2008-12-22), worked examples 2 and 3; the termination dates are 2009-02-28 and 2008-02-29.
    [Theory]
    [InlineData("2006-08-31", "2007-02-28", "2009-02-28", 180)]
    [InlineData("2007-02-28", "2007-08-31", "2009-02-28", 180)]
    [InlineData("2007-08-31", "2008-02-29", "2009-02-28", 180)]
    [InlineData("2008-02-29", "2008-08-31", "2009-02-28", 180)]
    [InlineData("2008-08-31", "2009-02-28", "2009-02-28", 178)]
    [InlineData("2006-01-31", "2006-02-28", "2008-02-29", 30)]
    [InlineData("2006-02-28", "2006-03-03", "2008-02-29", 3)]
    [InlineData("2006-02-14", "2006-02-28", "2008-02-29", 16)]
    [InlineData("2006-10-31", "2006-11-28", "2008-02-29", 28)]
    [InlineData("2008-02-28", "2008-08-31", "2008-02-29", 182)]
    [InlineData("2007-02-26", "2008-02-29", "2008-02-29", 363)]
    [InlineData("2007-02-26", "2008-02-29", null, 364)]
    [InlineData("2008-02-29", "2009-02-28", "2008-02-29", 360)]
    public void ThirtyE360Isda_IsdaExample_CountsAsPublished(string start, string end, string? maturity, int expected)
    {
        var context = maturity is null ? null : new AccrualContext { Maturity = Dates.Of(maturity) };
        Assert.Equal(expected, DayCounts.ThirtyE360Isda.Days(Dates.Of(start), Dates.Of(end), context));
        Assert.Equal(expected / 360.0, DayCounts.ThirtyE360Isda.YearFraction(Dates.Of(start), Dates.Of(end), context));
    }

    // By hand from ICMA Rule 251.1(i) part 2: yearly, 29 February after the start and up to the period's end; otherwise the year in which the period ends.
    [Theory]
    [InlineData("2011-12-28", "2012-02-28", "2011-12-28", "2012-12-28", "P1Y", 62, 366)]
    [InlineData("2011-12-28", "2012-02-28", "2011-12-28", "2012-02-28", "P1Y", 62, 365)]
    [InlineData("2012-02-29", "2013-02-28", "2012-02-29", "2013-02-28", "P12M", 365, 365)]
    [InlineData("2011-08-31", "2011-12-31", "2011-08-31", "2012-02-29", "P6M", 122, 366)]
    [InlineData("2012-08-31", "2012-12-31", "2012-08-31", "2013-02-28", "P6M", 122, 365)]
    [InlineData("2012-07-01", "2012-10-01", null, null, null, 92, 366)]
    [InlineData("2011-07-01", "2012-07-01", null, null, null, 366, 366)]
    [InlineData("2012-07-01", "2013-07-01", null, null, null, 365, 365)]
    public void Actual365Leap_ByHand_LooksAtThePeriod(string start, string end, string? periodStart, string? periodEnd, string? step, int days, int year)
    {
        var context = step is null ? null : new AccrualContext { PeriodStart = Dates.Of(periodStart!), PeriodEnd = Dates.Of(periodEnd!), Frequency = CouponFrequency.Parse(step) };
        Assert.Equal(days / (double)year, DayCounts.Actual365Leap.YearFraction(Dates.Of(start), Dates.Of(end), context));
    }

    [Theory]
    [InlineData("2012-02-28", "2012-02-29", 0)]
    [InlineData("2012-02-29", "2012-03-01", 1)]
    [InlineData("2011-12-28", "2016-03-01", 1523)]
    [InlineData("1896-01-01", "1904-12-31", 9 * 365 - 1)] // 1900 was no leap year
    public void NoLeap365_LeapDays_AreNotCounted(string start, string end, int expected)
    {
        Assert.Equal(expected, DayCounts.NoLeap365.Days(Dates.Of(start), Dates.Of(end)));
        Assert.Equal(expected / 365.0, DayCounts.NoLeap365.YearFraction(Dates.Of(start), Dates.Of(end)));
    }

    // Brazil's practice: the first day counts, the last does not. 2024-07-01 to 2024-07-08 has five weekdays, four in New York.
    [Fact]
    public void Business252_Week_CountsBusinessDaysOfItsCalendar()
    {
        LocalDate start = Dates.Of("2024-07-01"), end = Dates.Of("2024-07-08");

        Assert.Equal(5 / 252.0, DayCounts.Business252.YearFraction(start, end, new() { Calendar = BusinessCalendars.London }));
        Assert.Equal(4 / 252.0, DayCounts.Parse("BUS/252 New York").YearFraction(start, end));
        Assert.Equal(4, DayCounts.Business252By(BusinessCalendars.NewYork).Days(start, end, new() { Calendar = BusinessCalendars.London }));
        var error = Assert.Throws<InvalidInputException>(() => DayCounts.Business252.YearFraction(start, end));
        Assert.Equal("Day count BUS/252: no calendar is given; name one, as in 'BUS/252 New York', or give it with the accrual", error.Message);
    }

    [Fact]
    public void OneOne_PeriodOrPart_IsOneOrItsShare()
    {
        LocalDate start = Dates.Of("1997-01-01"), end = Dates.Of("1997-04-11");

        Assert.Equal(1, DayCounts.OneOne.YearFraction(start, end));
        Assert.Equal(1, DayCounts.OneOne.YearFraction(start, end, new() { PeriodStart = start, PeriodEnd = end }));
        Assert.Equal(0.25, DayCounts.OneOne.YearFraction(start, start.PlusDays(25), new() { PeriodStart = start, PeriodEnd = end }));
    }

    [Theory]
    [InlineData(0, "30/360 Excel")]
    [InlineData(1, "ACT/ACT Excel")]
    [InlineData(2, "ACT/360")]
    [InlineData(3, "ACT/365F")]
    [InlineData(4, "30E/360")]
    public void OfExcelBasis_Known_IsTheDayCount(int basis, string name) => Assert.Equal(name, DayCounts.OfExcelBasis(basis).Name);

    [Fact]
    public void OfExcelBasis_Unknown_IsAnError() => Assert.Throws<InvalidInputException>(() => DayCounts.OfExcelBasis(5));

    [Theory]
    [InlineData("P6M", "P6M")]
    [InlineData("6m", "P6M")]
    [InlineData("2", "P6M")]
    [InlineData("P1Y", "P1Y")]
    [InlineData("13", "P4W")]
    [InlineData("P28D", "P28D")]
    public void CouponFrequency_UsualForms_AreRead(string text, string expected) => Assert.Equal(expected, CouponFrequency.Parse(text).ToString());

    [Theory]
    [InlineData("5", "5 times a year")]
    [InlineData("P0M", "does not go forward")]
    [InlineData("P-3M", "does not go forward")]
    [InlineData("PT3H", "does not go forward")]
    [InlineData("quarterly", "cannot be read")]
    [InlineData("", "does not go forward")]
    public void CouponFrequency_Unusable_IsAnError(string text, string fact) =>
        Assert.Contains(fact, Assert.Throws<InvalidInputException>(() => CouponFrequency.Parse(text)).Message, StringComparison.Ordinal);
}
