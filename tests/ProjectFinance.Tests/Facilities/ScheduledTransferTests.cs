using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Facilities.PlainLoan;

namespace ProjectFinance.Tests.Facilities;

/// <summary>A scheduled loan bought and sold, scaled with an index, and prepaid; expected values are worked out by hand.</summary>
public sealed class ScheduledTransferTests
{
    // 44 days of 30E/360 after 1 April.
    static readonly LocalDate InBetween = new(2020, 5, 15);

    [Fact]
    public void Sale_BetweenInterestDates_BringsPriceAndAccruedInterest()
    {
        var run = (Terms() with { Sale = new(InBetween, Usd(990)) }).Run();

        Assert.Equal(990 + 1_000 * 0.12 * 44 / 360, run.On("Lender's cash flow", InBetween)[0], 1e-9);
        Assert.Equal([1_000], run.On("Sold", InBetween));
        Assert.Equal([0], run.On("Closing balance", InBetween));
    }

    [Fact]
    public void Sale_OnAnInterestDate_ComesAfterTheInterest() =>
        Assert.Equal([-1_000, 30, 1_020], (Terms() with { Sale = new(Quarters[1], Usd(990)) }).Run().On("Lender's cash flow", [Drawn, .. Quarters[..2]]));

    [Fact]
    public void Transfer_BeforeThePaymentsOfTheDay_GivesThemToTheBuyer()
    {
        var transfer = new LoanTransfer(Quarters[1], Usd(700)) { BeforePayments = true };
        var (sold, bought) = ((Terms(new LevelPrincipal(BeforeMaturity)) with { Sale = transfer }).Run(), (Terms(new LevelPrincipal(BeforeMaturity)) with { Purchase = transfer }).Run());

        // 750 has accrued 22.50; the buyer receives that and an instalment of 250.
        Assert.Equal([280, 722.5], sold.On("Lender's cash flow", Quarters[..2]));
        Assert.Equal([0, -722.5 + 272.5, 265, 257.5], bought.On("Lender's cash flow", Quarters));
    }

    [Fact]
    public void Purchase_BetweenInterestDates_CostsPriceAndAccruedInterest()
    {
        var run = (Terms(new LevelPrincipal(BeforeMaturity)) with { Purchase = new(InBetween, Usd(700)) }).Run();

        Assert.Equal([0, 0], run.On("Lender's cash flow", Drawn, Quarters[0]));
        Assert.Equal(-700 - 750 * 0.12 * 44 / 360, run.On("Lender's cash flow", InBetween)[0], 1e-9);
        Assert.Equal([272.5, 265, 257.5], run.On("Lender's cash flow", Quarters[1..]));
    }

    [Fact]
    public void Scaling_OfInterestAndPrincipal_TakesTheFactorSetBefore_AtMaturityThatOfTheDay()
    {
        var market = new Market
        {
            Name = "test",
            Prices = ImmutableSortedDictionary<string, PriceSeries>.Empty.Add("CPI", new() { Unit = Unit.None, Fixings = ImmutableSortedDictionary<LocalDate, double>.Empty.Add(Quarters[0], 110).Add(Quarters[2], 120) }),
        };
        var scaling = new Scaling("CPI", 100, new OnDates([Quarters[0], Quarters[2]])) { Interest = true, Principal = true, PrincipalMultiplier = 2 };
        var run = (Terms(new LevelPrincipal(BeforeMaturity)) with { Scaling = scaling }).Run(market);

        Assert.Equal([30, 24.75, 16.5, 9], run.On("Interest paid", Quarters));
        // Twice 250 at 1, 1.1, 1.1 and 1.2.
        Assert.Equal([500, 550, 550, 600], run.On("Principal paid", Quarters));
        Assert.Equal([750, 500, 250, 0], run.On("Closing balance", Quarters));
    }

    [Fact]
    public void Prepayment_ShortensTheTerm()
    {
        var run = (Terms(new LevelPrincipal(BeforeMaturity)) with { Prepayments = [new(Quarters[0], Usd(300))] }).Run();

        Assert.Equal([550, 250, 200, 0], run.On("Principal paid", Quarters));
    }

    [Fact]
    public void Prepayment_LowersLaterInstalmentsByItsShare()
    {
        // 300 of the 750 left: 40 % less each.
        var loan = Terms(new LevelPrincipal(BeforeMaturity)) with { Prepayments = [new(Quarters[0], Usd(300))], PrepaymentEffect = PrepaymentEffect.LowerInstalments };

        Assert.Equal([550, 150, 150, 150], loan.Run().On("Principal paid", Quarters));
    }

    [Fact]
    public void Prepayment_LowersAnAnnuity()
    {
        var loan = Terms(new AnnuityInstalments(BeforeMaturity)) with { Prepayments = [new(Quarters[0], Usd(300))], PrepaymentEffect = PrepaymentEffect.LowerInstalments };
        var run = loan.Run();

        double payment = 1_000 * 0.03 / (1 - Math.Pow(1.03, -4)), left = 1_030 - payment - 300;
        Assert.All(Quarters[1..], day => Assert.Equal(left * 0.03 / (1 - Math.Pow(1.03, -3)), run.On("Lender's cash flow", day)[0], 1e-8));
    }

    [Fact]
    public void Prepayment_OfMoreThanIsOutstanding_RepaysWhatIs() =>
        Assert.Equal([750], (Terms(new LevelPrincipal(BeforeMaturity)) with { Prepayments = [new(Quarters[0], Usd(5_000))] }).Run().On("Prepayment", Quarters[0]));

    [Fact]
    public void PrepaymentFee_IsAShareAnAmountOrTheInterestLost()
    {
        double Fee(PrepaymentFee fee) => (Terms() with { Prepayments = [new(InBetween, Usd(400))], PrepaymentFee = fee }).Run().On("Prepayment fee paid", InBetween)[0];

        Assert.Equal(4, Fee(new ProportionalFee(0.01)));
        Assert.Equal(25, Fee(new FixedFee(Usd(25))));
        // 12 % less 9 % on 400: 46 days of 30E/360 to the end of the quarter, 226 to maturity; nothing where it is lent again for more.
        Assert.Equal(400 * 0.03 * 46 / 360, Fee(new InterestDifferential(0.09)), 1e-9);
        Assert.Equal(400 * 0.03 * 226 / 360, Fee(new InterestDifferential(0.09) { ToMaturity = true }), 1e-9);
        Assert.Equal(0, Fee(new InterestDifferential(0.13)));
    }

    [Fact]
    public void Payments_OnBusinessDays_AccrueToTheDayAsMovedOrAsWritten()
    {
        // 1 March 2020 is a Sunday, paid on Monday.
        ScheduledLoan Loan(bool adjusted) => Terms(interest: terms => terms with { Dates = new OnDates([new(2020, 3, 1)]), DayCount = DayCounts.Actual365Fixed })
            with { BusinessDays = new() { Calendars = [BusinessCalendars.Weekends], AdjustInterest = adjusted } };

        Assert.Equal(1_000 * 0.12 * 61 / 365, Loan(true).Run().On("Interest paid", new LocalDate(2020, 3, 2))[0], 1e-9);
        Assert.Equal(1_000 * 0.12 * 60 / 365, Loan(false).Run().On("Interest paid", new LocalDate(2020, 3, 1))[0], 1e-9);
        Assert.Equal(new LocalDate(2020, 3, 2), ScheduledLoanLayout.Settlements(Loan(false))[new(2020, 3, 1)]);
    }
}
