using NodaTime;
using ProjectFinance.Accounts;
using ProjectFinance.Amounts;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Tests.Facilities;
using static ProjectFinance.Tests.Facilities.SmallDeal;

namespace ProjectFinance.Tests.Accounts;

/// <summary>The account: who is paid, what stays, what goes out.</summary>
public class AccountTests
{
    static readonly LocalDate FirstEnd = new(1996, 9, 30);
    static readonly LocalDate SecondEnd = new(1996, 12, 31);
    static readonly LocalDate ThirdEnd = new(1997, 3, 31);

    // The four parts of 8-K 1996-07-11, Item 5(a), on 30 June 1997 with 10M drawn: 1,500,000 (the plan's cash flow is worth less than nothing);
    // 10M x 7.9375 % x 92/360 = 202,847.22; costs of the third quarter 920,000; an eighth of 10M, and 9.5M x 0.5 % x 92/360 = 12,138.89.
    [Fact]
    public void MinimumBalance_OfFourParts_IsTheirSumByHand()
    {
        static StatedAmount Stated(double amount) => new(amount * Units.Usd);
        var run = new SmallDeal
        {
            Wanted = [(Closing, 10_000_000)], Fees = [new CommitmentFee(0.005)], Costs = [("1997-Q3", 920_000)],
            Minimum = new SumOf(
            [
                new GreaterOf([Stated(1_500_000), new PercentOf(0.10, new PresentValueOf("Project / Operating costs", 0.10))]),
                new LesserOf([Stated(250_000), new LineAmount($"{L} / Interest for the next 3 months")]),
                new NextMonthsOf(3, "Project / Operating costs"),
                new LineAmount($"{L} / Principal for the next 3 months"),
                new LineAmount($"{L} / Fees for the next 3 months"),
            ]),
        }.Run();

        Assert.Equal(1_500_000 + 202_847.22 + 920_000 + 1_250_000 + 12_138.89, run.At($"{A} / Minimum balance", new(1997, 6, 30)), 0.01);
        // A month later 1/3 of the same: on 31 December 1996 no instalment is near, and nothing is spent in the first quarter.
        Assert.Equal(1_500_000 + 10_000_000 * 0.079375 * 90 / 360 + 9_500_000 * 0.005 * 90 / 360, run.At($"{A} / Minimum balance", SecondEnd), 1e-6);
    }

    // 5M in the first quarter, costs of 1M a quarter in the next two, Completion on 31 December 1996, minimum 1.5M.
    static SmallDeal NoLoan { get; } = new()
    {
        Wanted = [], PaidIn = [(FirstEnd, 5_000_000)], Costs = [("1996-Q4", 1_000_000), ("1997-Q1", 1_000_000)],
        Minimum = new StatedAmount(1_500_000 * Units.Usd), Distribution = new() { AfterMilestone = "Completion" },
    };

    [Fact]
    public void Distribution_BeforeTheMilestone_IsBlocked_AndThenEverythingAboveTheMinimum()
    {
        var run = NoLoan.Run(completion: SecondEnd);

        Assert.Equal([(SecondEnd, 2_500_000.0)], run.Payments($"{A} / Distribution"));
        Assert.Equal(5_000_000, run.At($"{A} / Closing balance", FirstEnd));
        Assert.Equal(1_500_000, run.At($"{A} / Closing balance", SecondEnd));
        // The minimum does not keep costs from being paid.
        Assert.Equal(500_000, run.At($"{A} / Closing balance", ThirdEnd));
        Assert.Equal(1_000_000, run.At($"{A} / Shortfall of minimum balance", ThirdEnd));
        Assert.Equal(1, run.At($"Breaches / {A} below its minimum balance", ThirdEnd));
        Assert.Equal(0, run.At($"Breaches / {A} below its minimum balance", SecondEnd));
    }

    [Fact]
    public void Distribution_WithoutTheMilestone_NeverHappens() => Assert.Empty(NoLoan.Run().Payments($"{A} / Distribution"));

    [Fact]
    public void Distribution_WithoutRules_NeverHappens() => Assert.Empty((NoLoan with { Distribution = null }).Run(completion: Closing).Payments($"{A} / Distribution"));

    // 2M comes in, 3M is due: 1M stays overdue; in the next quarter 1.4M comes in, 0.4M is left, which may go only because nothing is overdue any more.
    [Fact]
    public void Distribution_WhileAnythingIsOverdue_IsBlocked()
    {
        var deal = new SmallDeal
        {
            Wanted = [], PaidIn = [(FirstEnd, 2_000_000), (SecondEnd, 500_000), (ThirdEnd, 900_000)], Costs = [("1996-07-11/1996-09-30", 3_000_000)],
            Distribution = new(),
        };

        var run = deal.Run();

        Assert.Equal(1_000_000, run.At("Project / Operating costs overdue", FirstEnd), 1e-6);
        Assert.Equal(500_000, run.At($"{A} / Overdue", SecondEnd), 1e-6);
        Assert.Equal([(ThirdEnd, 400_000.0)], run.Payments($"{A} / Distribution"));
        Assert.Equal(1, run.At($"Breaches / {A}: payments overdue", SecondEnd));
        Assert.Equal(0, run.At($"Breaches / {A}: payments overdue", ThirdEnd));
    }

    // First costs, then fee, then interest, then principal: 400,000 reaches 348,257.81 of interest and 51,742.19 of a principal of 2,437,500.
    [Fact]
    public void Waterfall_PaysInItsOrder_AsFarAsTheMoneyGoes()
    {
        var first = new LocalDate(1996, 9, 30);
        var run = new SmallDeal
        {
            Costs = [("1996-07-11/1996-09-30", 19_100_000)], PaidIn = [], Repayment = new PercentageTable([new(first, 0.125), new(Maturity, 0.875)]),
        }.Run();

        Assert.Equal(19_100_000, run.At("Project / Operating costs paid", first), 1e-6);
        Assert.Equal(348_257.8125, run.At($"{L} / Interest paid", first), 1e-6);
        Assert.Equal(400_000 - 348_257.8125, run.At($"{L} / Principal paid", first), 1e-6);
        Assert.Equal(2_437_500 - (400_000 - 348_257.8125), run.At($"{L} / Principal overdue", first), 1e-6);
        Assert.Equal(0, run.At($"{A} / Closing balance", first), 1e-6);
    }

    [Fact]
    public void FundingNeed_CountsOnlyWhatDrawsMayFund()
    {
        var run = new SmallDeal { PaidIn = [], Costs = [("1996-Q4", 1_000_000)], Wanted = [], Minimum = new StatedAmount(200_000 * Units.Usd) }.Run();

        Assert.Equal(200_000, run.At($"{A} / Funding need", Closing));
        Assert.Equal(1_200_000, run.At($"{A} / Funding need", SecondEnd), 1e-6);
    }

    [Fact]
    public void Deal_WithNamesThatAreNotThere_ReportsThemAllAtOnce()
    {
        var deal = new SmallDeal().Lay().Deal;
        var account = deal.Accounts[0];
        var broken = deal with
        {
            Accounts =
            [
                account with
                {
                    Receipts = ["Sponsor / Paid inn"], Draws = ["Project loan / Drwa"], MinimumBalance = new LineAmount("Nothing"),
                    Waterfall = [.. account.Waterfall, new Payment("Project loan / Interst")],
                },
            ],
        };

        var problems = Assert.Throws<InvalidInputException>(() => DealLayout.Lay(broken)).Problems;

        string all = string.Join('\n', problems);
        foreach (string expected in (string[])["'Sponsor / Paid in'", "'Project loan / Draw'", "'Nothing'", "'Project loan / Interest'", "accounts[0].waterfall[5].pay", "accounts[0].receipts[0]"])
            Assert.Contains(expected, all, StringComparison.Ordinal);
        Assert.Equal(4, problems.Length);
    }

    [Fact]
    public void Obligation_InNoWaterfall_IsReported()
    {
        var deal = new SmallDeal().Lay().Deal;
        var broken = deal with { Accounts = [deal.Accounts[0] with { Waterfall = [.. deal.Accounts[0].Waterfall.SkipLast(1)] }] };

        Assert.Equal("Obligation 'Project loan / Principal'", Assert.Single(Assert.Throws<InvalidInputException>(() => DealLayout.Lay(broken)).Problems).Subject);
    }
}
