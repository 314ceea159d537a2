using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Results;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Facilities.PlainLoan;

namespace ProjectFinance.Tests.Facilities;

/// <summary>How a scheduled loan is repaid; expected values are worked out by hand, USD 1,000 bearing 3 % a quarter.</summary>
public sealed class ScheduledLoanTests
{
    [Fact]
    public void Bullet_WithDiscount_PaysInterestAndPrincipalAtMaturity()
    {
        var run = (Terms() with { Premium = Usd(-20) }).Run();

        Assert.Equal([30, 30, 30, 30], run.On("Interest paid", Quarters));
        Assert.Equal([0, 0, 0, 1_000], run.On("Principal paid", Quarters));
        Assert.Equal([-980, 30, 30, 30, 1_030], run.On("Lender's cash flow", [Drawn, .. Quarters]));
    }

    [Fact]
    public void LevelPrincipal_WithoutAnAmount_IsSpreadOverDatesAndMaturity()
    {
        var run = Terms(new LevelPrincipal(BeforeMaturity)).Run();

        Assert.Equal([250, 250, 250, 250], run.On("Principal paid", Quarters));
        Assert.Equal([30, 22.5, 15, 7.5], run.On("Interest paid", Quarters));
    }

    [Fact]
    public void LevelPrincipal_LargerThanTheLoan_RepaysWhatIsOutstanding()
    {
        var run = Terms(new LevelPrincipal(BeforeMaturity) { Amount = Usd(600) }).Run();

        Assert.Equal([600, 400, 0, 0], run.On("Principal paid", Quarters));
        Assert.Equal([30, 12, 0, 0], run.On("Interest paid", Quarters));
    }

    [Fact]
    public void PaymentLessInterest_AboveTheInterest_RepaysTheRest()
    {
        var run = Terms(new PaymentLessInterest(BeforeMaturity, Usd(100))).Run();

        // 100 - 30; 100 - 3 % of 930; 100 - 3 % of 857.90.
        Assert.Equal([70, 72.1, 74.263, 783.637], run.On("Principal paid", Quarters));
        Assert.Equal([30, 27.9, 25.737, 23.50911], run.On("Interest paid", Quarters));
    }

    [Fact]
    public void PaymentLessInterest_BelowTheInterest_AddsTheRestToThePrincipal()
    {
        var run = Terms(new PaymentLessInterest(BeforeMaturity, Usd(20))).Run();

        // 1,000 x 1.03 - 20 = 1,010; x 1.03 - 20 = 1,020.30; x 1.03 - 20 = 1,030.909.
        Assert.Equal([1_010, 1_020.3, 1_030.909, 0], run.On("Closing balance", Quarters));
        Assert.Equal([20, 20, 20, 30.92727], run.On("Interest paid", Quarters));
        Assert.Equal([0, 0, 0, 1_030.909], run.On("Principal paid", Quarters));
        Assert.Equal([20, 20, 20, 1_061.83627], run.On("Lender's cash flow", Quarters));
    }

    [Fact]
    public void Annuity_OnRegularDates_HasTheTextbookPayment()
    {
        var run = Terms(new AnnuityInstalments(BeforeMaturity)).Run();

        double payment = 1_000 * 0.03 / (1 - 1 / (1.03 * 1.03 * 1.03 * 1.03));
        Assert.All(Quarters, day => Assert.Equal(payment, run.On("Lender's cash flow", day)[0], 1e-8));
    }

    [Fact]
    public void Annuity_FromTheDrawing_IsPaidInAdvance()
    {
        var run = Terms(new AnnuityInstalments(new OnDates([Drawn, .. Quarters[..3]]))).Run();

        // Five payments, the first at once.
        double v = 1 / 1.03, payment = 1_000 / (1 + v + v * v + v * v * v + v * v * v * v);
        Assert.Equal(payment - 1_000, run.On("Lender's cash flow", Drawn)[0], 1e-8);
        Assert.All(Quarters, day => Assert.Equal(payment, run.On("Lender's cash flow", day)[0], 1e-8));
    }

    [Fact]
    public void Annuity_WithPayment_KeepsItAndLeavesARestForMaturity()
    {
        var run = Terms(new AnnuityInstalments(BeforeMaturity) { Payment = Usd(100) }).Run();

        Assert.Equal([100, 100, 100, 807.14611], run.On("Lender's cash flow", Quarters));
    }

    [Fact]
    public void Annuity_RepaidAfterMaturity_LeavesABalloon()
    {
        // Eight quarters' annuity, of which four are paid: what is left is the present value of the other four.
        var twoYears = new Every(NodaTime.Period.FromMonths(3), new LocalDate(2020, 4, 1), new LocalDate(2021, 10, 1));
        var run = Terms(new AnnuityInstalments(BeforeMaturity) { CalculatedOn = twoYears, RepaidBy = new LocalDate(2022, 1, 1) }).Run();

        double payment = 1_000 * 0.03 / (1 - Math.Pow(1.03, -8));
        Assert.Equal(payment, run.On("Lender's cash flow", Quarters[0])[0], 1e-8);
        Assert.Equal(payment + payment * (1 - Math.Pow(1.03, -4)) / 0.03, run.On("Lender's cash flow", Maturity)[0], 1e-8);
    }

    [Fact]
    public void StatedInstalments_DrawAndRepay_EachOnItsDates()
    {
        var run = Terms(new StatedInstalments(
        [
            new(new OnDates([Quarters[0]]), Usd(500)) { Draws = true },
            new(new OnDates([Quarters[1], Quarters[2]]), Usd(400)),
        ])).Run();

        Assert.Equal([1_500, 1_100, 700, 0], run.On("Closing balance", Quarters));
        Assert.Equal([30, 45, 33, 21], run.On("Interest paid", Quarters));
        Assert.Equal([-470, 445, 433, 721], run.On("Lender's cash flow", Quarters));
    }

    [Fact]
    public void DemandLoan_ThatCapitalises_PaysAllOnTheDayItIsCalled()
    {
        // Called for 15 November: three quarters compounded, then 44 days of 30E/360.
        var called = new LocalDate(2020, 11, 15);
        var run = (Terms(interest: terms => terms with { CapitalisedUntil = Quarters[2] }) with { Maturity = called }).Run();

        double capitalised = 1_000 * 1.03 * 1.03 * 1.03;
        Assert.Equal(capitalised, run.On("Principal paid", called)[0], 1e-8);
        Assert.Equal(capitalised * 0.12 * 44 / 360, run.On("Interest paid", called)[0], 1e-8);
    }

    [Fact]
    public void LoanWithoutMaturity_RunsToTheEndOfTheModel()
    {
        var loan = Terms() with { Maturity = null, Prepayments = [new(Quarters[1], Usd(300))] };
        var run = loan.Run(end: Quarters[2]);

        Assert.Equal([1_000, 700, 700], run.On("Closing balance", Quarters[..3]));
        Assert.Equal([30, 30, 21], run.On("Interest paid", Quarters[..3]));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(250.0)]
    [InlineData(20.0)]
    public void CashFlows_DiscountedAtTheLoansRate_AreWorthNothing(double payment)
    {
        var run = Terms(payment == 0 ? new LevelPrincipal(BeforeMaturity) : new PaymentLessInterest(BeforeMaturity, Usd(payment))).Run();

        double value = 0, factor = 1;
        foreach (var day in (LocalDate[])[Drawn, .. Quarters])
        {
            value += run.On("Lender's cash flow", day)[0] * factor;
            factor /= 1.03;
        }
        // Nine decimals a flow.
        Assert.Equal(0, value, 1e-7);
    }
}
