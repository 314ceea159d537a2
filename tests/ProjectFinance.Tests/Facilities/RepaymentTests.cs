using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Facilities.SmallDeal;

namespace ProjectFinance.Tests.Facilities;

/// <summary>Instalments and business days.</summary>
public class RepaymentTests
{
    static readonly LocalDate[] Dates = [.. new[] { 1997, 1998, 1999, 2000 }.SelectMany(year => new[] { new LocalDate(year, 9, 30), new LocalDate(year, 12, 31) })];

    // 19.5M / 8 = 2,437,500 on 30 September and 31 December from 1997 to 2000: 8-K 1996-07-11, Item 5(a).
    [Fact]
    public void EqualPrincipal_IsEightInstalmentsOf2437500()
    {
        var run = new SmallDeal().Run();

        Assert.Equal(Dates.Select(date => (date, 2_437_500.0)), run.Payments($"{L} / Principal paid"));
        Assert.Equal(0, run.At($"{L} / Closing balance", Maturity), 1e-6);
    }

    // "Average life from signing 2.847 years", in years of 365.25 days.
    [Fact]
    public void EqualPrincipal_HasTheAverageLifeOfTheFilings()
    {
        var payments = new SmallDeal().Run().Payments($"{L} / Principal paid");

        double life = payments.Sum(p => p.Amount * NodaTime.Period.DaysBetween(Closing, p.On)) / 19_500_000 / 365.25;

        Assert.Equal(2.847, life, 0.0005);
    }

    // Drawn in part after the first instalment: each instalment is its share of what is then outstanding.
    [Fact]
    public void EqualPrincipal_WithALateDraw_SpreadsItOverWhatRemains()
    {
        var run = new SmallDeal { Wanted = [(Closing, 8_000_000), (new(1997, 12, 31), 6_000_000)], LastDraw = new(1997, 12, 31) }.Run();

        // 1M in September and, as the draw comes first in the day but the instalment was set on the opening balance, 1M in December; then 12M in six.
        Assert.Equal([1_000_000, 1_000_000, 2_000_000, 2_000_000, 2_000_000, 2_000_000, 2_000_000, 2_000_000], run.Payments($"{L} / Principal paid").Select(p => p.Amount));
    }

    [Fact]
    public void PercentageTable_IsItsSharesOfTheLoan()
    {
        var run = new SmallDeal { Repayment = new PercentageTable([new(new(1997, 9, 30), 0.10), new(new(1997, 12, 31), 0.15), new(Maturity, 0.75)]) }.Run();

        Assert.Equal([(new(1997, 9, 30), 1_950_000), (new(1997, 12, 31), 2_925_000), (Maturity, 14_625_000)], run.Payments($"{L} / Principal paid"));
    }

    [Fact]
    public void Bullet_IsTheWholeLoanAtOnce()
    {
        var run = new SmallDeal { Repayment = new Bullet(new(1999, 6, 30)) }.Run();

        Assert.Equal([(new LocalDate(1999, 6, 30), 19_500_000.0)], run.Payments($"{L} / Principal paid"));
        Assert.DoesNotContain(run.Payments($"{L} / Interest paid"), p => p.On > new LocalDate(1999, 6, 30));
    }

    // With interest paid on the instalment dates at the planning rate, principal and interest together are the same every time, irregular though the periods are.
    [Fact]
    public void LevelPayment_AtItsPlanningRate_IsTheSameOnEachDate()
    {
        var interestDates = new OnDates([new(1996, 12, 31), new(1997, 6, 30), .. Dates]);
        var run = new SmallDeal { Repayment = new LevelPayment(new OnDates([.. Dates]), 0.079375), Interest = terms => terms with { Dates = interestDates } }.Run();

        AssertLevel(run, Dates);
    }

    // docs/facilities.md: interest runs to the first instalment from the interest date before it; that is the closing where there is none (d0).
    [Fact]
    public void LevelPayment_FromTheFirstInterestDate_IsTheSameOnEachDate()
    {
        LocalDate[] dates = [.. QuarterEnds.Dates(BusinessCalendars.London, BusinessDayConvention.None).Select(d => d.Unadjusted)];
        var run = new SmallDeal { Repayment = new LevelPayment(QuarterEnds, 0.079375), LastDraw = Closing }.Run();

        AssertLevel(run, dates);
    }

    static void AssertLevel(Run run, LocalDate[] dates)
    {
        double[] payments = [.. dates.Select(date => run.At($"{L} / Interest paid", date) + run.At($"{L} / Principal paid", date))];

        Assert.All(payments, payment => Assert.Equal(payments[0], payment, 1e-6));
        Assert.Equal(19_500_000, dates.Sum(date => run.At($"{L} / Principal paid", date)), 1e-6);
        // Worth the loan at the planning rate: discounted from date to date.
        double worth = 0;
        for (int j = dates.Length - 1; j >= 0; j--)
        {
            var from = j > 0 ? dates[j - 1] : run.Model.Periods.Last(t => t.End < dates[0] && (t.Days == 0 || run[$"{L} / Interest falling due", t] > 0)).End;
            worth = (worth + payments[j]) / (1 + 0.079375 * NodaTime.Period.DaysBetween(from, dates[j]) / 360);
        }
        Assert.Equal(19_500_000, worth, 1e-6);
    }

    // 31 March 1997 was Easter Monday and 28 March Good Friday: Modified Following gives 27 March. 31 December 2000 was a Sunday: 29 December.
    [Fact]
    public void ModifiedFollowing_WithAdjustedInterest_MovesColumnsAndKeepsTheSums()
    {
        var asWritten = new SmallDeal { Repayment = new Bullet(Maturity) };
        var written = asWritten.Run();
        var moved = (asWritten with { Adjust = true }).Run();

        Assert.Contains(new LocalDate(1997, 3, 27), moved.Model.Periods.Select(t => t.End));
        Assert.Contains(new LocalDate(2000, 12, 29), moved.Model.Periods.Select(t => t.End));
        Assert.DoesNotContain(new LocalDate(1997, 3, 27), written.Model.Periods.Select(t => t.End));
        Assert.Equal(19_500_000 * 0.079375 * 86 / 360, moved.At($"{L} / Interest paid", new(1997, 3, 27)), 1e-6);
        Assert.Equal(0, moved.At($"{L} / Interest paid", new(1997, 3, 31)));
        // 27 March to Monday, 30 June 1997: 95 days, in two columns.
        Assert.Equal(19_500_000 * 0.079375 * 95 / 360, moved.At($"{L} / Interest paid", new(1997, 6, 30)), 1e-6);
        Assert.Equal([(new LocalDate(2000, 12, 29), 19_500_000.0)], moved.Payments($"{L} / Principal paid"));
        // At one rate the whole interest depends on the days to maturity alone: 1,632 as moved, 1,634 as written.
        Assert.Equal(19_500_000 * 0.079375 * 1_632 / 360, moved.Payments($"{L} / Interest paid").Sum(p => p.Amount), 0.2);
        Assert.Equal(19_500_000 * 0.079375 * 1_634 / 360, written.Payments($"{L} / Interest paid").Sum(p => p.Amount), 0.2);
    }

    [Fact]
    public void ModifiedFollowing_WithoutAdjustedInterest_MovesOnlySettlement()
    {
        var laid = new SmallDeal().Lay();
        var loan = Assert.Single(laid.Loans);

        Assert.Equal(new LocalDate(1997, 3, 27), loan.Settlements[new(1997, 3, 31)]);
        Assert.Equal(new LocalDate(2000, 12, 29), loan.Settlements[Maturity]);
        Assert.Equal(new LocalDate(1997, 9, 30), loan.Settlements[new(1997, 9, 30)]);
        Assert.Equal(Maturity, loan.Maturity);
        Assert.Contains(new LocalDate(1997, 3, 31), loan.InterestDates);
    }
}
