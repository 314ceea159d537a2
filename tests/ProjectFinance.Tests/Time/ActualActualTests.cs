using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Time;

public class ActualActualTests
{
    // ISDA, "EMU and Market Conventions: Recent Developments" (1998), the worked examples: accrual, reference period, frequency, and the three fractions as days over days.
    // The memorandum's figure for 15 July 2003 to 15 January 2004 by ISDA's rule has a known misprint; 170/365 + 14/366 is by hand from the rule.
    public static TheoryData<string, string, string, string, int, double, double, double> Memorandum => new()
    {
        { "2003-11-01", "2004-05-01", "2003-11-01", "2004-05-01", 2, 61 / 365.0 + 121 / 366.0, 182 / (182 * 2.0), 182 / 366.0 },
        { "1999-02-01", "1999-07-01", "1998-07-01", "1999-07-01", 1, 150 / 365.0, 150 / (365 * 1.0), 150 / 365.0 },
        { "1999-07-01", "2000-07-01", "1999-07-01", "2000-07-01", 1, 184 / 365.0 + 182 / 366.0, 366 / (366 * 1.0), 366 / 366.0 },
        { "2002-08-15", "2003-07-15", "2003-01-15", "2003-07-15", 2, 334 / 365.0, 181 / (181 * 2.0) + 153 / (184 * 2.0), 334 / 365.0 },
        { "2003-07-15", "2004-01-15", "2003-07-15", "2004-01-15", 2, 170 / 365.0 + 14 / 366.0, 184 / (184 * 2.0), 184 / 365.0 },
        { "1999-07-30", "2000-01-30", "1999-07-30", "2000-01-30", 2, 155 / 365.0 + 29 / 366.0, 184 / (184 * 2.0), 184 / 365.0 },
        { "2000-01-30", "2000-06-30", "2000-01-30", "2000-07-30", 2, 152 / 366.0, 152 / (182 * 2.0), 152 / 366.0 },
    };

    [Theory]
    [MemberData(nameof(Memorandum))]
    public void ActualActual_IsdaMemorandum_CountsAsPublished(string start, string end, string periodStart, string periodEnd, int frequency, double isda, double icma, double afb)
    {
        var (from, to) = (Dates.Of(start), Dates.Of(end));
        var context = new AccrualContext { PeriodStart = Dates.Of(periodStart), PeriodEnd = Dates.Of(periodEnd), Frequency = CouponFrequency.TimesAYear(frequency) };

        // Two or three quotients are added: a few units in the last place.
        Assert.Equal(isda, DayCounts.ActualActualIsda.YearFraction(from, to), 1e-15);
        Assert.Equal(icma, DayCounts.ActualActualIcma.YearFraction(from, to, context), 1e-15);
        Assert.Equal(icma, DayCounts.ActualActualIcma.YearFraction(from, to, context with { Frequency = null }), 1e-15);
        Assert.Equal(afb, DayCounts.ActualActualAfb.YearFraction(from, to), 1e-15);
    }

    // The same memorandum's periods stated as they are, with the stub told from maturity. Quarters that end a month on its last day: 30 November, 29 February, 31 May; on the 30th, 29 February to 30 May is 91 days.
    [Theory]
    [InlineData("1999-02-01", "1999-07-01", "P1Y", null, true, 150.0 / 365)]
    [InlineData("2002-08-15", "2003-07-15", "P6M", null, true, 0.5 + 153.0 / 368)]
    [InlineData("2000-01-30", "2000-06-30", "P6M", "2000-06-30", true, 152.0 / 364)]
    [InlineData("1999-11-30", "2000-04-30", "P3M", "2000-04-30", true, 0.25 + 61.0 / 368)]
    [InlineData("1999-11-30", "2000-04-30", "P3M", "2000-04-30", false, 0.25 + 61.0 / 364)]
    public void Icma_StatedStub_IsDividedFromItsRegularEnd(string start, string end, string step, string? maturity, bool endOfMonth, double expected)
    {
        var context = new AccrualContext
        {
            PeriodStart = Dates.Of(start), PeriodEnd = Dates.Of(end), Frequency = CouponFrequency.Parse(step), Maturity = maturity is null ? null : Dates.Of(maturity), EndOfMonth = endOfMonth,
        };
        Assert.Equal(expected, DayCounts.ActualActualIcma.YearFraction(Dates.Of(start), Dates.Of(end), context), 1e-15);
    }

    // A quarter that business days made 86 days long is still a quarter; half of its days are an eighth of a year.
    [Fact]
    public void Icma_RegularPeriodMovedByBusinessDays_IsAWholePeriod()
    {
        var context = new AccrualContext
        {
            PeriodStart = Dates.Of("1996-12-31"), PeriodEnd = Dates.Of("1997-03-27"), Frequency = NodaTime.Period.FromMonths(3), Kind = PeriodKind.Regular,
        };
        Assert.Equal(0.25, DayCounts.ActualActualIcma.YearFraction(Dates.Of("1996-12-31"), Dates.Of("1997-03-27"), context));
        Assert.Equal(0.125, DayCounts.ActualActualIcma.YearFraction(Dates.Of("1996-12-31"), Dates.Of("1997-02-12"), context));
    }

    [Fact]
    public void Icma_WithoutAPeriod_IsAnError()
    {
        var error = Assert.Throws<InvalidInputException>(() => DayCounts.ActualActualIcma.YearFraction(Dates.Of("1997-01-01"), Dates.Of("1997-07-01")));
        Assert.Contains("give the start and end of the interest period", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidInputException>(() => DayCounts.ActualActualIcma.YearFraction(Dates.Of("1997-01-01"), Dates.Of("1997-07-01"),
            new() { PeriodStart = Dates.Of("1997-07-01"), PeriodEnd = Dates.Of("1997-01-01") }));
        Assert.Equal(0.5, DayCounts.ActualActualIcma.YearFraction(Dates.Of("1997-01-01"), Dates.Of("1997-07-01"), new() { Frequency = NodaTime.Period.FromMonths(6) }));
    }

    // By hand from the rule. The last two: from 28 February is counted back to the 29th of 2004, which leaves a day.
    [Theory]
    [InlineData("1994-02-10", "1997-06-30", 3, 140, 365)]
    [InlineData("1994-02-10", "1994-06-30", 0, 140, 365)]
    [InlineData("2003-03-01", "2004-03-01", 1, 0, 365)]
    [InlineData("2004-02-28", "2005-03-01", 1, 2, 366)]
    [InlineData("2004-02-29", "2008-02-29", 4, 0, 365)]
    [InlineData("2004-02-28", "2008-02-28", 4, 1, 365)]
    [InlineData("2003-08-28", "2008-02-28", 4, 185, 365)]
    public void Afb_LongPeriods_CountYearsBackFromTheEnd(string start, string end, int years, int days, int length) =>
        Assert.Equal(years + days / (double)length, DayCounts.ActualActualAfb.YearFraction(Dates.Of(start), Dates.Of(end)), 1e-14);

    // Wheeler (2008), from Excel 2007: same leap year, a year that touches 29 February, one that does not, several years at their average length.
    [Theory]
    [InlineData("2004-01-01", "2004-12-31", 365 / 366.0)]
    [InlineData("2000-03-01", "2001-02-28", 364 / 365.0)]
    [InlineData("2000-02-29", "2001-02-28", 365 / 366.0)]
    [InlineData("1999-06-30", "2000-06-30", 366 / 366.0)]
    [InlineData("2000-01-01", "2002-01-01", 731 / (1096 / 3.0))]
    public void ActualActualExcel_ByHand_UsesExcelsYear(string start, string end, double expected) =>
        Assert.Equal(expected, DayCounts.ActualActualExcel.YearFraction(Dates.Of(start), Dates.Of(end)), 1e-15);
}
