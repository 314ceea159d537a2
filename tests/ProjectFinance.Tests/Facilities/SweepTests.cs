using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using ProjectFinance.Reporting;
using ProjectFinance.Results;
using static ProjectFinance.Tests.Facilities.SmallDeal;

namespace ProjectFinance.Tests.Facilities;

/// <summary>A share of what an account has left goes to principal. The draw is spent in the first quarter, in which 3 million more than the interest is paid in.</summary>
public class SweepTests
{
    const double FirstInterest = 19_500_000 * 0.079375 * 81 / 360;

    static readonly LocalDate September = new(1996, 9, 30);
    static readonly LocalDate December = new(1996, 12, 31);

    static SmallDeal With(Sweep sweep) => new()
    {
        Costs = [("1996-07-11/1996-09-30", 19_500_000)],
        PaidIn = [(September, FirstInterest + 3_000_000), (new(1997, 3, 31), 40_000_000)],
        Minimum = new StatedAmount(600_000 * Units.Usd),
        Terms = loan => loan with { Sweep = sweep },
    };

    static Sweep TwoThirds => new() { Account = A, Share = 2.0 / 3 };

    // (3,000,000 - 600,000) x 2/3 = 1,600,000; then 92 days' interest on 17.9M out of the 1.4M left.
    [Fact]
    public void Sweep_OfTwoThirds_TakesThemAboveTheMinimum()
    {
        var run = With(TwoThirds).Run();

        double interest = 17_900_000 * 0.079375 * 92 / 360;
        Assert.Equal(1_600_000, run.At($"{L} / Sweep paid", September), 1e-6);
        Assert.Equal(1_400_000, run.At($"{A} / Closing balance", September), 1e-6);
        Assert.Equal(17_900_000, run.At($"{L} / Closing balance", September), 1e-6);
        Assert.Equal((1_400_000 - interest - 600_000) * 2 / 3, run.At($"{L} / Sweep paid", December), 1e-6);
        Assert.Equal(FirstInterest, run.At($"{L} / Debt service", September), 1e-6);
    }

    [Theory]
    [InlineData(SweepDates.InterestDates, 0)]
    [InlineData(SweepDates.EveryColumn, 800_000 * 2.0 / 3)]
    public void Sweep_OnItsDays_TakesNothingOnOthers(SweepDates on, double october)
    {
        var run = (With(TwoThirds with { On = on }) with { Wanted = [(Closing, 19_500_000), (new(1996, 10, 31), 0)] }).Run();

        Assert.Equal(october, run.At($"{L} / Sweep paid", new(1996, 10, 31)), 1e-6);
    }

    [Theory]
    [InlineData("1996-12-31")]
    [InlineData("Completion")]
    public void Sweep_FromADateOrMilestone_BeginsThen(string from)
    {
        var run = With(TwoThirds with { From = Occasion.Parse(from) }).Run(completion: new LocalDate(1996, 11, 20));

        Assert.Equal(0, run.At($"{L} / Sweep paid", September));
        double interest = 19_500_000 * 0.079375 * 92 / 360;
        Assert.Equal((3_000_000 - interest - 600_000) * 2 / 3, run.At($"{L} / Sweep paid", December), 1e-6);
    }

    // What is kept from distribution is not swept: (3,000,000 - 600,000 - 400,000) x 2/3.
    [Fact]
    public void Sweep_LeavesWhatIsKeptFromDistribution()
    {
        var run = (With(TwoThirds) with { Distribution = new() { AfterMilestone = "Completion", Keep = new StatedAmount(400_000 * Units.Usd) } }).Run();

        Assert.Equal(2_000_000 * 2.0 / 3, run.At($"{L} / Sweep paid", September), 1e-6);
    }

    [Fact]
    public void Sweep_OfMoreThanIsOutstanding_RepaysTheLoan()
    {
        var run = (With(TwoThirds with { Share = 1 }) with { PaidIn = [(September, 60_000_000)] }).Run();

        Assert.Equal([(September, 19_500_000.0)], run.Payments($"{L} / Sweep paid"));
        Assert.Empty(run.Payments($"{L} / Principal paid"));
        Assert.Equal(0, run.At($"{L} / Closing balance", Maturity));
    }

    // The minimum balance counts the interest and the principal to come: what is swept depends on it, it does not depend on what is swept.
    [Fact]
    public void Sweep_WithAMinimumThatLooksAhead_IsNoCircle()
    {
        var run = (With(TwoThirds) with { Minimum = new SumOf([new LineAmount($"{L} / Interest for the next 3 months"), new LineAmount($"{L} / Principal for the next 3 months")]) }).Run();

        double ahead = 19_500_000 * 0.079375 * 92 / 360;
        Assert.Equal(ahead, run.At($"{A} / Minimum balance", September), 1e-6);
        Assert.Equal((3_000_000 - ahead) * 2 / 3, run.At($"{L} / Sweep paid", September), 1e-6);
    }

    [Fact]
    public void Sweep_InverseOrderOfMaturity_LeavesTheNextInstalments()
    {
        var run = (With(TwoThirds with { From = new OnDate(September), Share = 1 }) with { PaidIn = [(September, FirstInterest + 3_037_500), (December, 40_000_000)], Minimum = null }).Run();

        // 3,037,500 in September; in December the rest of 16,462,500 at once.
        Assert.Equal([(September, 3_037_500), (December, 16_462_500)], run.Payments($"{L} / Sweep paid"));
    }

    // 19.5M less 1.6M: what is swept stands between the opening and the closing balance and in a column of its own, not among the fees.
    [Fact]
    public void Statement_OfASweptLoan_ShowsWhatIsSweptInTheRollForward()
    {
        var deal = With(TwoThirds).Lay();
        var text = StatementText.Write(deal, new Runner(deal.Model).Run());

        Assert.Contains("less Sweep paid", text, StringComparison.Ordinal);
        Assert.Contains("Repaid", text, StringComparison.Ordinal);
    }
}
