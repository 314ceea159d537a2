using NodaTime;
using ProjectFinance.Hedges;
using ProjectFinance.Results;
using ProjectFinance.Tests.Facilities;
using static ProjectFinance.Tests.Hedges.SmallBook;

namespace ProjectFinance.Tests.Hedges;

/// <summary>What trades bring on delivery. Expected values by hand: ounces x (contract - price), written with each test.</summary>
public class SettlementTests
{
    // 10,000 oz x (402.50 - 337.00 fixed on 26 June) = 655,000; x (402.50 - 334.55 on the day) = 679,500; x (402.50 - 343 on average) = 595,000.
    [Theory]
    [InlineData(HedgeFixing.BeforeDelivery, 655_000)]
    [InlineData(HedgeFixing.OnTheDay, 679_500)]
    [InlineData(HedgeFixing.Average, 595_000)]
    public void Forward_DeliveredAboveThePrice_ReceivesTheDifference(HedgeFixing fixing, double expected)
    {
        var run = new SmallBook { Trades = [Forward(10_000, 402.50, June)], Book = book => book with { Fixing = fixing } }.Run();

        Assert.Equal([(June, expected)], run.Payments($"{H} / Received"));
        Assert.Empty(run.Payments($"{H} / Settlement due"));
        Assert.Equal([(June, 10_000)], run.Payments($"{H} / Forward: ounces"));
    }

    // 10,000 oz x (320 - 337) = -170,000, paid out of revenue of 40,000 x 91/365 x 343 and what came before.
    [Fact]
    public void Forward_DeliveredBelowThePrice_PaysTheDifferenceOutOfTheWaterfall()
    {
        var run = new SmallBook { Trades = [Forward(10_000, 320, June)] }.Run();

        Assert.Empty(run.Payments($"{H} / Received"));
        Assert.Equal([(June, 170_000)], run.Payments($"{H} / Settlement paid"));
    }

    // One business day before 30 June is the 27th, which has no fixing: that of the 26th serves. 26 June itself is two before.
    [Fact]
    public void Forward_FixedFewerDaysBefore_TakesThatDaysPrice()
    {
        var book = new SmallBook { Trades = [Forward(10_000, 402.50, June)], Fixings = [(new(1997, 6, 26), 337), (new(1997, 6, 27), 335)], Book = book => book with { FixingDays = 1 } };

        Assert.Equal([(June, 675_000)], book.Run().Payments($"{H} / Received"));
    }

    // 24,000 oz over eight quarter ends: 3,000 each.
    [Fact]
    public void Forward_InEqualDeliveries_DeliversTheSameOnEachDate()
    {
        var trade = new Forward(400 * UsdPerOunce) { Name = "Forward", Product = "gold", Deliveries = Quarterly(24_000, new(1997, 3, 31), new(1998, 12, 31)) };

        var run = new SmallBook { Trades = [trade] }.Run();

        Assert.Equal(8, run.Payments($"{H} / Forward: ounces").Length);
        Assert.All(run.Payments($"{H} / Forward: ounces"), delivery => Assert.Equal(3_000, delivery.Amount));
    }

    // Traded at 369.25 on the closing; 181 days to 30 June: 369.25 x (1 + 0.02 x 181/360) = 372.963013888...; less 337, x 10,000.
    [Fact]
    public void SpotDeferred_DeliveredOnItsFirstDate_GrowsWithTheContango()
    {
        decimal contract = 369.25m * (1 + 0.02m * 181 / 360);

        Assert.Equal((double)(10_000 * (contract - 337m)), Deferred(x => x).Run().At($"{H} / Received", June), 1e-6);
    }

    // Put off to 31 December, 184 days more: the price it had reached grows on. Q4 averages 307, which is the fixing too.
    [Fact]
    public void SpotDeferred_PutOff_GrowsOnFromThePriceItHadReached()
    {
        decimal contract = 369.25m * (1 + 0.02m * 181 / 360) * (1 + 0.02m * 184 / 360);

        var run = Deferred(x => x with { RolledTo = December }).Run();

        Assert.Equal(0, run.At($"{H} / Received", June));
        Assert.Equal((double)(10_000 * (contract - 307m)), run.At($"{H} / Received", December), 1e-6);
    }

    [Fact]
    public void SpotDeferred_PutOffBySimpleInterest_GrowsOverAllDaysAtOnce()
    {
        decimal contract = 369.25m * (1 + 0.02m * 365 / 360);

        var run = Deferred(x => x with { RolledTo = December, CompoundsWhenRolled = false }).Run();

        Assert.Equal((double)(10_000 * (contract - 307m)), run.At($"{H} / Received", December), 1e-6);
    }

    // The index is 2 % until 30 March and 3 % from then: 90 days at the rate of the closing, 91 at that of 31 March; half a percent on top.
    [Fact]
    public void SpotDeferred_WithAContangoByIndex_GrowsWithTheRateAtTheStartOfEachColumn()
    {
        decimal contract = 369.25m * (1 + 0.025m * 90 / 360 + 0.035m * 91 / 360);
        var deferred = Deferred(x => x with { Contango = new HedgeRate(0.005) { Index = "gold contango" } });

        var run = (deferred with { Contango = [(LocalDate.MinIsoValue, 0.02), (new(1997, 3, 31), 0.03)] }).Run();

        Assert.Equal((double)(10_000 * (contract - 337m)), run.At($"{H} / Received", June), 1e-6);
    }

    // Traded on 30 November, 31 days before the closing: 212 days to 30 June.
    [Fact]
    public void SpotDeferred_TradedBeforeTheClosing_GrowsFromTheTradeDate()
    {
        decimal contract = 369.25m * (1 + 0.02m * 212 / 360);

        Assert.Equal((double)(10_000 * (contract - 337m)), Deferred(x => x with { Traded = new(1996, 11, 30) }).Run().At($"{H} / Received", June), 1e-6);
    }

    // 10,000 oz x (360 - 337) = 230,000; a price above the strike brings nothing, and costs nothing.
    [Theory]
    [InlineData(337, 230_000)]
    [InlineData(360, 0)]
    [InlineData(372, 0)]
    public void Put_OnExpiry_BringsWhatThePriceIsBelowTheStrike(double price, double expected)
    {
        var put = new Put(360 * UsdPerOunce) { Name = "Put", Product = "gold", Deliveries = On(10_000 * Units.GoldOunce, June), Premium = new(150_000 * Units.Usd, new(1997, 1, 31)) };

        var run = new SmallBook { Trades = [put], Fixings = [(new(1997, 6, 26), price)] }.Run();

        Assert.Equal(expected, run.At($"{H} / Received", June));
        Assert.Equal(0, run.At($"{H} / Settlement due", June));
        Assert.Equal([(new(1997, 1, 31), 150_000)], run.Payments($"{H} / Premium paid"));
    }

    // Between 350 and 380 nothing is paid; below, 350 - price is received; above, price - 380 is owed.
    [Theory]
    [InlineData(337, 130_000, 0)]
    [InlineData(365, 0, 0)]
    [InlineData(395, 0, 150_000)]
    public void Collar_OnExpiry_HoldsThePriceBetweenItsStrikes(double price, double received, double owed)
    {
        var collar = new Collar(350 * UsdPerOunce, 380 * UsdPerOunce) { Name = "Collar", Product = "gold", Deliveries = On(10_000 * Units.GoldOunce, June) };

        var run = new SmallBook { Trades = [collar], Fixings = [(new(1997, 6, 26), price)] }.Run();

        Assert.Equal(received, run.At($"{H} / Received", June));
        Assert.Equal(owed, run.At($"{H} / Settlement due", June));
    }

    // Identities: a collar whose strikes are one, and a deferred sale without contango, are forwards.
    [Theory]
    [InlineData(320)]
    [InlineData(402.50)]
    public void Trades_ThatComeToAForward_AreWorthTheSameAndBringTheSame(double price)
    {
        var sold = Forward(10_000, price, June, "Trade");
        HedgeTrade[] same =
        [
            new Collar(price * UsdPerOunce, price * UsdPerOunce) { Name = "Trade", Product = "gold", Deliveries = sold.Deliveries },
            new SpotDeferred(price * UsdPerOunce) { Name = "Trade", Product = "gold", Deliveries = sold.Deliveries, Contango = new(0) },
        ];

        Run Of(HedgeTrade trade) => new SmallBook { Trades = [trade], Product = product => product with { Contango = new(0.02) }, Book = book => book with { DiscountRate = new(0.05) } }.Run();

        var expected = Of(sold);
        foreach (var run in same.Select(Of))
        foreach (var line in (string[])[$"{H} / Result", $"{H} / Mark-to-market", $"{H} / Net position, gold", "Account / Closing balance"])
            Assert.Equal(expected.Values(line).ToArray(), run.Values(line).ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    // Gold brings 655,000; silver costs 100,000 oz x (4.70 - 4.50) = 20,000.
    [Theory]
    [InlineData(true, 635_000, 0)]
    [InlineData(false, 655_000, 20_000)]
    public void Trades_OfOneDay_AreNettedWhereSoAgreed(bool nets, double received, double owed)
    {
        var silver = new Forward(4.50 * UsdPerSilver) { Name = "Silver", Product = "silver", Deliveries = On(100_000 * Units.SilverOunce, June) };

        var run = new SmallBook { Trades = [Forward(10_000, 402.50, June), silver], Book = book => book with { NetsTrades = nets } }.Run();

        Assert.Equal(received, run.At($"{H} / Received", June), 1e-6);
        Assert.Equal(owed, run.At($"{H} / Settlement due", June), 1e-6);
    }

    static SmallBook Deferred(Func<SpotDeferred, SpotDeferred> change) => new()
    {
        Trades = [change(new SpotDeferred(369.25 * UsdPerOunce) { Name = "Deferred", Product = "gold", Deliveries = On(10_000 * Units.GoldOunce, June) })],
        Product = product => product with { Contango = new(0.02) },
    };
}
