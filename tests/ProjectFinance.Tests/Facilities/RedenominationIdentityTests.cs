using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Covenants;
using ProjectFinance.Facilities;
using ProjectFinance.Results;
using ProjectFinance.Reporting;
using static ProjectFinance.Tests.Facilities.GoldDeal;

namespace ProjectFinance.Tests.Facilities;

/// <summary>What must be so whatever the figures: gold at a constant price is the dollar loan, and a way there and back leads nowhere.</summary>
public class RedenominationIdentityTests
{
    // Half a billionth of 19,500,000 dollars.
    const double Rounding = 0.01;

    static readonly LocalDate Back = new(1998, 6, 30);

    // No lease rate, a constant price, and a margin of the dollar loan's whole 7.9375 %.
    static GoldDeal AllIn(LocalDate on) => new()
    {
        LeaseRate = 0, GoldInterest = terms => terms with { Margin = new(0.079375) },
        Terms = terms => terms with { Rounding = OunceRounding.FullPrecision, Election = new() { On = on } },
    };

    static readonly GoldDeal Dollars = new() { HasGold = false, Ratios = Ratios([L]) };

    static CoverRatios Ratios(string[] loans) => new()
    {
        CashFlow = "Sponsor / Paid in", Facilities = [.. loans], From = new(1996, 12, 31), Equity = ["Sponsor / Paid in"],
    };

    [Theory]
    [InlineData("1996-07-11")]
    [InlineData("1996-12-31")]
    [InlineData("1997-09-30")]
    public void Gold_WithoutLeaseRateAtAConstantPriceAndTheSameMargin_IsTheDollarLoan(string on)
    {
        var dollars = Dollars.Run();

        var gold = (AllIn(NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value) with { Ratios = Ratios([L, G]) }).Run();

        foreach (var t in dollars.Model.Periods)
        {
            foreach (var title in new[] { "Closing balance", "Debt service", "Interest paid", "Principal paid", "Interest for the next 3 months", "Principal for the next 3 months" })
                Assert.Equal(dollars[$"{L} / {title}", t], gold[$"{L} / {title}", t] + gold[$"{G} / {title} in USD", t], Rounding);
            foreach (var line in new[] { $"{A} / Closing balance", "Ratios / Debt service", "Ratios / Debt outstanding", "Ratios / Contributions to date" })
                Assert.Equal(dollars[line, t], gold[line, t], Rounding);
            foreach (var ratio in new[] { "Ratios / DSCR", "Ratios / LLCR", "Ratios / Gearing" })
                Assert.Equal(dollars[ratio, t], gold[ratio, t], 1e-9);
        }
    }

    [Theory]
    [InlineData(OunceRounding.DownToThousandth)]
    [InlineData(OunceRounding.FullPrecision)]
    public void ConvertedAndConvertedBack_AtTheSamePrice_ChangesNothing(OunceRounding rounding)
    {
        var dollars = Dollars.Run();
        var thereAndBack = AllIn(new(1997, 12, 31));

        var run = (thereAndBack with { Terms = terms => thereAndBack.Terms(terms) with { Rounding = rounding, Back = new() { On = Back } } }).Run();

        foreach (var t in dollars.Model.Periods)
        {
            Assert.Equal(dollars[$"{A} / Closing balance", t], run[$"{A} / Closing balance", t], Rounding);
            if (t.End >= Back) Assert.Equal(dollars[$"{L} / Closing balance", t], run[$"{L} / Closing balance", t], Rounding);
            Assert.Equal(0, run[$"{G} / Gain on conversion back", t], 1e-6);
        }
    }

    [Fact]
    public void Conversion_NeverElectedInTheTimeline_ChangesNothing()
    {
        var waiting = new GoldDeal { Milestones = [new() { Name = "Commercial Production" }], Terms = terms => terms with { Election = new() { Milestone = "Commercial Production" } } }.Run();
        var dollars = Dollars.Run();

        foreach (var t in dollars.Model.Periods)
        {
            Assert.Equal(dollars[$"{L} / Closing balance", t], waiting[$"{L} / Closing balance", t]);
            Assert.Equal(0, waiting[$"{G} / Closing balance", t]);
        }
    }

    // The milestone is reached on 15 August 1997; five London business days later is 22 August, and the next column ends on 30 September.
    [Theory]
    [InlineData("1997-08-15", "1997-09-30")]
    [InlineData("1997-09-23", "1997-09-30")]
    [InlineData("1997-09-24", "1997-12-31")]
    public void Election_OfAMilestone_WaitsForTheNotice(string reached, string converted)
    {
        var deal = new GoldDeal { Milestones = [new() { Name = "Commercial Production" }], Terms = terms => terms with { Election = new() { Milestone = "Commercial Production", NoticeDays = 5 } } };

        var run = deal.Run(("Commercial Production", NodaTime.Text.LocalDatePattern.Iso.Parse(reached).Value));

        Assert.Equal(converted, run.Payments($"{G} / Draw").Single().On.ToString("uuuu-MM-dd", null));
    }

    // In default from 31 December 1996 to 31 March 1997: the election of 31 December is allowed, one of 31 March waits until the end of the column after the cure.
    [Theory]
    [InlineData(true, "1997-09-30")]
    [InlineData(false, "1997-03-31")]
    public void Conversion_WhileADefaultContinues_Waits(bool unlessInDefault, string converted)
    {
        var laid = new GoldDeal { Terms = terms => terms with { Election = new() { On = new LocalDate(1997, 3, 31) }, UnlessInDefault = unlessInDefault } }.Lay();
        laid.Model.Flag("Defaults / Continuing", t => t.End == new LocalDate(1996, 12, 31) || t.End == new LocalDate(1997, 3, 31));

        var run = RunOf(laid);

        Assert.Equal(converted, run.Payments($"{G} / Draw").Single().On.ToString("uuuu-MM-dd", null));
        Assert.Equal(unlessInDefault ? 1 : 0, run.At($"{G} / Conversion blocked", new(1997, 3, 31)));
    }

    // Gold 369.00 less 4.5 % forward rate: a lease rate of 5.6875 % - 4.5 % = 1.1875 %; at 6 %, -0.3125 %.
    [Theory]
    [InlineData(0.045, 0.011875)]
    [InlineData(0.06, -0.003125)]
    public void LeaseRate_IsLiborLessTheGoldForwardRate(double forward, double lease)
    {
        var deal = new GoldDeal();
        var market = deal.Market;
        market = market with
        {
            Indices = market.Indices.SetItem("lease rate", new() { Difference = new("LIBOR", "gold forward rate") })
                .Add("gold forward rate", market.Indices["LIBOR"] with { Forward = market.Indices["LIBOR"].Forward.SetItem(LocalDate.MinIsoValue, forward) }),
        };

        var run = new Runner(ProjectFinance.Deals.DealLayout.Lay(deal.Deal(), market).Model).Run();

        Assert.Equal(lease, run.At($"{G} / Index", new(1997, 3, 31)), 1e-15);
        Assert.Equal(market.ToJson(), Market.Parse(market.ToJson()).ToJson());
    }

    [Fact]
    public void Statement_OfADealInGold_ShowsBothLoans()
    {
        var laid = new GoldDeal { Price = 390, Terms = terms => terms with { Back = new() { On = Back } }, Ratios = Ratios([L, G]) }.Lay();

        var text = StatementText.Write(laid, RunOf(laid));

        Assert.Contains("oz 50,000, fully drawn by 1996-12-31", text, StringComparison.Ordinal);
        Assert.Contains("less Converted", text, StringComparison.Ordinal);
        Assert.Contains("plus Converted back", text, StringComparison.Ordinal);
        Assert.Contains("Unrealised gain", text, StringComparison.Ordinal);
        Assert.Equal(50_000, Headline.Of(laid, RunOf(laid)).Loans[1].Drawn.Value, 1e-6);
    }

    [Fact]
    public void Statement_OfADealInGoldShortOfMoney_ShowsWhatIsOverdue()
    {
        var laid = new GoldDeal { PaidIn = [(new(1996, 9, 30), 2_000_000)], Terms = terms => terms with { Limit = ConversionLimit.MarkedToMarket } }.Lay();

        Assert.Contains("Gold loan", StatementText.Write(laid, RunOf(laid)), StringComparison.Ordinal);
    }

    [Fact]
    public void MinimumBalance_MayNameTheGoldLoansLinesInDollars()
    {
        var run = new GoldDeal { Price = 390, Minimum = new SumOf([new LineAmount($"{G} / Interest for the next 3 months in USD"), new LineAmount($"{G} / Principal for the next 3 months in USD")]) }.Run();

        Assert.Equal(50_000 * 0.03375 * 92 / 360 * 390 + 50_000 / 8 * 390, run.At($"{A} / Minimum balance", new(1997, 6, 30)), 1e-6);
    }
}
