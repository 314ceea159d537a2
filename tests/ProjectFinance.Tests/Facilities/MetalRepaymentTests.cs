using ProjectFinance.Amounts;
using ProjectFinance.Covenants;
using ProjectFinance.Deals.Validation;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Hedges;
using ProjectFinance.Reporting;
using ProjectFinance.Results;
using static ProjectFinance.Tests.Facilities.MetalDeal;

namespace ProjectFinance.Tests.Facilities;

/// <summary>A gold loan repaid in gold: the project sells what an account kept in ounces distributes.</summary>
public class MetalRepaymentTests
{
    // 3.375 % of 10,000, 7,500, 5,000 and 2,500 oz over 91, 92, 92 and 90 of 360 days.
    static readonly decimal[] Interest = [10_000 * 0.03375m * 91 / 360, 7_500 * 0.03375m * 92 / 360, 5_000 * 0.03375m * 92 / 360, 2_500 * 0.03375m * 90 / 360];

    [Fact]
    public void Metal_IsDeliveredFirst_AndTheRestIsSold()
    {
        Assert.Equal([85.3125m, 64.6875m, 43.125m, 21.09375m], Interest);
        var run = new MetalDeal().Run();

        Assert.Equal(10_000, run.At($"{G} / Converted", Conversion));
        Assert.Equal(6_000, run.At($"{P} / Sold", Conversion));
        foreach (var (i, date) in Instalments.Index())
        {
            decimal delivered = 2_500 + Interest[i], sold = 6_000 - delivered;
            Assert.Equal((double)Interest[i], run.At($"{G} / Interest paid", date), 1e-9);
            Assert.Equal(2_500, run.At($"{G} / Principal paid", date), 1e-9);
            Assert.Equal((double)delivered, run.At($"{G} / Delivered", date), 1e-9);
            Assert.Equal((double)(delivered * 390), run.At($"{G} / Delivered in USD", date), 1e-5);
            Assert.Equal((double)sold, run.At($"{P} / Sold", date), 1e-9);
            Assert.Equal((double)(sold * 390), run.At($"{P} / Revenue", date), 1e-5);
            Assert.Equal((double)(sold * 390 - 6_000 * 200), run.At($"{P} / Net cash flow", date), 1e-5);
        }
        Assert.Equal(0, run.At($"{G} / Closing balance", Maturity), 1e-9);
        Assert.Null(run.Model.TryFind($"{G} / Interest due in USD"));
    }

    // An identity: what is delivered is worth, at the price of the sales, what would have been paid.
    [Fact]
    public void RepayingInMetal_AtTheSalesPrice_LeavesTheSameCash()
    {
        var (metal, dollars) = (new MetalDeal().Run(), new MetalDeal { InMetal = false }.Run());

        foreach (var t in dollars.Model.Periods)
            foreach (var line in new[] { $"{A} / Closing balance", $"{G} / Closing balance", $"{G} / Debt service in USD", $"{G} / Value", $"{L} / Closing balance", $"{G} / Interest for the next 3 months in USD" })
                Assert.Equal(dollars[line, t], metal[line, t], 1e-5);
        Assert.Null(dollars.Model.TryFind($"{G} / Delivered"));
    }

    // Before an instalment the metal account keeps it: 2,500 + 85.3125 oz in March, 2,500 + 64.6875 in June.
    [Fact]
    public void MetalMinimum_ThatLooksAhead_KeepsTheNextDelivery()
    {
        var run = new MetalDeal { MetalMinimum = new SumOf([new LineAmount($"{G} / Interest for the next 3 months"), new LineAmount($"{G} / Principal for the next 3 months")]) }.Run();

        Assert.Equal(2_585.3125, run.At($"{M} / Closing balance", Conversion), 1e-9);
        Assert.Equal(3_414.6875, run.At($"{P} / Sold", Conversion), 1e-9);
        Assert.Equal(2_564.6875, run.At($"{M} / Closing balance", Instalments[0]), 1e-9);
        Assert.Equal(2_585.3125 + 6_000 - 2_585.3125 - 2_564.6875, run.At($"{P} / Sold", Instalments[0]), 1e-9);
        Assert.Equal(0, run.At($"{M} / Closing balance", Maturity), 1e-9);
    }

    // In dollars: 2,500 x 390 and 85.3125 x 390.
    [Fact]
    public void CashMinimum_MayNameWhatIsOwedInMetal()
    {
        var run = new MetalDeal { CashMinimum = new SumOf([new LineAmount($"{G} / Interest for the next 3 months in USD"), new LineAmount($"{G} / Principal for the next 3 months in USD")]) }.Run();

        Assert.Equal(975_000 + 33_271.875, run.At($"{A} / Minimum balance", Conversion), 1e-6);
    }

    // Only 2,000 oz a quarter come into the metal account. In March they are sold; in June 85.3125 oz of interest come first, then 1,914.6875 oz of principal.
    [Fact]
    public void Metal_ThatIsMissing_IsOverdueInOunces()
    {
        var run = new MetalDeal { Metal = account => account with { Receipts = ["Less"] }, Lines = [new() { Name = "Less", Unit = Units.GoldOunce, Amount = new StatedAmount(2_000 * Units.GoldOunce) }] }.Run();

        Assert.Equal(2_500 - 1_914.6875, run.At($"{G} / Principal overdue", Instalments[0]), 1e-9);
        Assert.Equal(0, run.At($"{P} / Sold", Instalments[0]), 1e-9);
        Assert.Equal(10_000 - 1_914.6875, run.At($"{G} / Closing balance", Instalments[0]), 1e-9);
    }

    [Fact]
    public void Statement_OfALoanRepaidInMetal_ShowsWhatIsDelivered()
    {
        var laid = DealLayout.Lay(new MetalDeal().Deal());

        var text = StatementText.Write(laid, new Runner(laid.Model).Run());

        Assert.Contains("Metal Account", text, StringComparison.Ordinal);
        Assert.Contains("oz 10,000", text, StringComparison.Ordinal);
    }

    // Cash flow before debt service counts what is delivered: 6,000 x (390 - 200) = 1,140,000 against 2,585.3125 oz x 390.
    [Fact]
    public void Ratios_CountWhatIsDelivered()
    {
        var ratios = new CoverRatios { CashFlow = "Cash flow before debt service", Facilities = [G], From = Conversion, LookBackMonths = 3 };
        var run = new MetalDeal
        {
            Lines = [new() { Name = "Cash flow before debt service", Unit = Units.Usd, Amount = new SumOf([new LineAmount($"{P} / Net cash flow"), new LineAmount($"{G} / Delivered in USD")]) }], Ratios = ratios,
        }.Run();

        Assert.Equal((double)(1_140_000m / (2_585.3125m * 390)), run.At("Ratios / DSCR", Instalments[0]), 1e-9);
    }

    // 30,000 oz to come after March, of which 1,000 are sold ahead and 10,000 owed; in September 18,000, 1,000 and 5,000.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void NetPosition_CountsProductionContractsAndTheGoldOwed(bool inMetal)
    {
        var run = new MetalDeal
        {
            InMetal = inMetal,
            Sold = [new Forward(400 * (Units.Usd / Units.GoldOunce)) { Name = "Forward", Product = "gold", Deliveries = new DatedDeliveries([new(Instalments[2], 1_000 * Units.GoldOunce)]) }],
        }.Run();

        Assert.Equal(36_000 - 1_000, run.At("Hedging / Net position, gold", Closing), 1e-9);
        Assert.Equal(30_000 - 1_000 - 10_000, run.At("Hedging / Net position, gold", Conversion), 1e-9);
        Assert.Equal(18_000 - 1_000 - 5_000, run.At("Hedging / Net position, gold", Instalments[1]), 1e-9);
        Assert.Equal(12_000 - 2_500, run.At("Hedging / Net position, gold", Instalments[2]), 1e-9);
    }

    [Fact]
    public void Deal_InMetal_ReadsBackFromJson()
    {
        var json = new MetalDeal().Deal().ToJson();

        Assert.Equal(json, Deal.Parse(json).ToJson());
    }

    [Fact]
    public void Metal_PaidFromMoney_IsReported()
    {
        var deal = new MetalDeal().Deal();
        var cash = deal.Accounts[1];
        deal = deal with { Accounts = [deal.Accounts[0] with { Waterfall = [deal.Accounts[0].Waterfall[0]] }, cash with { Waterfall = [.. cash.Waterfall, new($"{G} / Principal")] }] };

        var problem = Assert.Single(DealValidation.Problems(deal));

        Assert.Equal(("accounts[1].waterfall[6].pay", "it is in oz", "it must be in USD"), (problem.Where, problem.Fact, problem.Allowed));
    }

    // The loan may still be drawn on the day it is converted, for what the account lacks: the metal kept for the first delivery is not sold, the draw makes up for it and becomes gold too.
    [Fact]
    public void MetalMinimum_WhileTheLoanMayBeDrawn_IsSolved()
    {
        var deal = new MetalDeal
        {
            MetalMinimum = new SumOf([new LineAmount($"{G} / Interest for the next 3 months"), new LineAmount($"{G} / Principal for the next 3 months")]), 
            CashMinimum = new AmountFromDate(Conversion, new StatedAmount(1_000_000 * Units.Usd), new StatedAmount(2_500_000 * Units.Usd)),
        }.Deal();
        var (loan, gold) = (deal.Facilities[0], deal.Facilities[1]);
        deal = deal with
        {
            Facilities =
            [
                loan with { Draws = new DrawsAsNeeded { Fund = $"{A} / Funding need", LastDate = Conversion } },
                gold with { Draws = (Redenomination)gold.Draws with { Rounding = OunceRounding.FullPrecision } },
            ],
        };

        var run = deal.Run();

        Assert.All(run.Checks, check => Assert.True(check.Passed, $"{check.Name} is off by {check.Largest} in {check.At}"));
        double draw = run.At($"{L} / Draw", Conversion), ounces = run.At($"{G} / Converted", Conversion);
        Assert.Equal(1_000_000, run.At($"{A} / Closing balance", Closing), 1e-6);
        // 1,000,000 from closing bear 90 days' interest; costs are 1,200,000; 1,500,000 more must stay. Sold are 6,000 oz less a quarter and 91 days' interest of what is converted.
        double sold = 6_000 - ounces * (0.25 + 0.03375 * 91 / 360);
        Assert.Equal(sold, run.At($"{P} / Sold", Conversion), 1e-6);
        Assert.True(draw > 500_000);
        Assert.Equal(1_200_000 + 1_000_000 * 0.079375 * 90 / 360 + 1_500_000 - sold * 390, draw, 1e-4);
        Assert.Equal((1_000_000 + draw) / 390, ounces, 1e-6);
    }
}
