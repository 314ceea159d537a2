using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Hedges;
using ProjectFinance.Results;
using ProjectFinance.Tests.Facilities;
using static ProjectFinance.Tests.Hedges.SmallBook;

namespace ProjectFinance.Tests.Hedges;

/// <summary>Trades beside production: delivery out of it, the price in the end, limits, and the net position.</summary>
public class HedgedProductionTests
{
    const string AveragePrice = $"{H} / Average price, gold";

    // 40,000 oz of 1997, even by day.
    const double SecondQuarter = 40_000 * 91 / 365.0;

    static readonly SmallBook AgainstProduction = new() { Price = AveragePrice, Book = book => book with { Settlement = HedgeSettlement.AgainstProduction } };

    // 9,972.602739726 oz are produced in the quarter, 6,000 of them delivered at 402.50, the rest sold at 343 on average.
    [Fact]
    public void AgainstProduction_ContractedLessThanProduced_IsSoldAtTheContractPrice()
    {
        var run = (AgainstProduction with { Trades = [Forward(6_000, 402.50, June)] }).Run();

        Assert.Equal(6_000, run.At($"{H} / Delivered, gold", June), 1e-9);
        Assert.Equal(0, run.At($"{H} / Uncovered ounces, gold", June));
        Assert.Equal(6_000 * 402.50 + (SecondQuarter - 6_000) * 343, run.At("Project / Revenue", June), 1e-6);
        Assert.Empty(run.Payments($"{H} / Received"));
        Assert.Equal(351, run.At(AveragePrice, new(1997, 3, 31)), 1e-9);
    }

    // 12,000 oz are contracted, 9,972.602739726 produced: all of that is sold at 402.50, and 2,027.397260274 oz x (402.50 - 337) are received in cash.
    [Fact]
    public void AgainstProduction_ContractedMoreThanProduced_SettlesTheRestInCash()
    {
        var run = (AgainstProduction with { Trades = [Forward(12_000, 402.50, June)] }).Run();

        Assert.Equal(SecondQuarter, run.At($"{H} / Delivered, gold", June), 1e-9);
        Assert.Equal(12_000 - SecondQuarter, run.At($"{H} / Uncovered ounces, gold", June), 1e-9);
        Assert.Equal(402.50, run.At(AveragePrice, June), 1e-9);
        Assert.Equal((12_000 - SecondQuarter) * 65.50, run.At($"{H} / Received", June), 1e-6);
    }

    // 1,000,000 oz of revenue at 343 and 655,000 in cash: the price in the end is 343 + 655,000 / 9,972.602739726.
    [Fact]
    public void Financial_AveragePrice_SpreadsTheCashOverProduction()
    {
        var run = new SmallBook { Trades = [Forward(10_000, 402.50, June)] }.Run();

        Assert.Equal(343 + 655_000 / SecondQuarter, run.At(AveragePrice, June), 1e-9);
        Assert.Equal(SecondQuarter * 343, run.At("Project / Revenue", June), 1e-6);
    }

    // An identity: who sells forward at the price that comes has sold at that price.
    [Theory]
    [InlineData(HedgeSettlement.Financial, "gold")]
    [InlineData(HedgeSettlement.AgainstProduction, AveragePrice)]
    public void Forward_AtThePriceThatComes_ChangesNothing(HedgeSettlement settlement, string price)
    {
        var hedged = new SmallBook
        {
            Trades = [Forward(5_000, 343, June), Forward(4_000, 307, December, "Later")],
            Price = price,
            Book = book => book with { Settlement = settlement, Fixing = HedgeFixing.Average },
            Fixings = [],
        };

        var (run, unhedged) = (hedged.Run(), (new SmallBook { Fixings = [] }).Run());

        // The milestone's column splits the last quarter; both decks have it.
        foreach (var line in (string[])["Project / Revenue", "Account / Closing balance"])
            Assert.Equal(unhedged.Values(line).ToArray(), run.Values(line).ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    // 20,000 of 40,000 oz of 1997; of 1998 nothing is sold. With half the production the same 20,000 are all of it.
    [Fact]
    public void HedgedShare_InAScenario_IsCountedOnWhatIsProducedThere()
    {
        var book = new SmallBook { Trades = [Forward(20_000, 402.50, June)], Product = product => product with { Limit = new(0.70) } };

        var (plan, late) = (book.Run(), book.Run(model => model.Find("Project / Production").Inputs.Select((cell, i) => (cell, model.Periods[i].Days * 20_000 / 365.0))));

        foreach (var day in (LocalDate[])[Closing, June, December])
            Assert.Equal(day == Closing ? double.PositiveInfinity : 0.5, plan.At($"{H} / Hedged share, gold", day), 1e-9);
        Assert.Equal(0, plan.At($"{H} / Hedged share, gold", new(1998, 3, 31)), 1e-9);
        Assert.Equal(0, plan.At($"{H} / Beyond limit, gold", June));
        Assert.Equal(1, late.At($"{H} / Hedged share, gold", June), 1e-9);
        Assert.Equal(1, late.At($"{H} / Beyond limit, gold", June));
    }

    // On 30 June: 40,000 x 184/365 + 60,000 oz are still to be produced, 8,000 contracted (a put obliges to nothing), 5,000 owed.
    [Fact]
    public void NetPosition_IsProductionLessWhatIsContractedAndOwed()
    {
        var put = new Put(330 * UsdPerOunce) { Name = "Put", Product = "gold", Deliveries = On(9_000 * Units.GoldOunce, December) };
        var book = new SmallBook
        {
            Trades = [Forward(6_000, 402.50, June), Forward(8_000, 402.50, December, "Later"), put],
            Product = product => product with { Owed = ["Gold loan / Ounces owed"] },
            Lines = [new() { Name = "Gold loan / Ounces owed", Unit = Units.GoldOunce, Kind = LineKind.Level, Amount = new StatedAmount(5_000 * Units.GoldOunce) }],
        };

        Assert.Equal(40_000 * 184 / 365.0 + 60_000 - 8_000 - 5_000, book.Run().At($"{H} / Net position, gold", June), 1e-9);
    }
}
