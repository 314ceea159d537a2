using System.Collections.Immutable;
using ProjectFinance.Amounts;
using ProjectFinance.Hedges;
using ProjectFinance.Rates;
using ProjectFinance.Tests.Deals;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Hedges.SmallBook;

namespace ProjectFinance.Tests.Hedges;

public class HedgeJsonTests
{
    // Every case of every alternative, and every field away from its default.
    static readonly SmallBook Everything = new()
    {
        Price = $"{H} / Average price, gold",
        Lines = [new() { Name = "Gold loan / Ounces owed", Unit = Units.GoldOunce, Kind = LineKind.Level, Amount = new StatedAmount(5_000 * Units.GoldOunce) }],
        Trades =
        [
            Forward(1_000, 402.50, June),
            new SpotDeferred(370 * UsdPerOunce) { Name = "Deferred", Product = "gold", Deliveries = On(5 * Units.GoldOunce, June), RolledTo = December, Contango = new(0.001) { Index = "gold contango" }, CompoundsWhenRolled = false, Traded = new(1996, 11, 30), Source = "letter" },
            new Put(330 * UsdPerOunce) { Name = "Put", Product = "gold", Deliveries = Quarterly(8_000, June, December), Premium = new(5_000 * Units.Usd, June) },
            new Collar(300 * UsdPerOunce, 340 * UsdPerOunce) { Name = "Collar", Product = "silver", Deliveries = On(5 * Units.SilverOunce, June), Premium = new(0 * Units.Usd, June) },
        ],
        Product = product => product with { Contango = new(0) { Index = "gold contango" }, Limit = new(0.7) { Window = HedgeWindow.WholeDeal, CountPuts = true }, Owed = ["Gold loan / Ounces owed"] },
        Book = book => book with
        {
            Settlement = HedgeSettlement.AgainstProduction, Fixing = HedgeFixing.OnTheDay, FixingDays = 1, FixingCalendars = [BusinessCalendars.NewYork], NetsTrades = false,
            DiscountRate = new(0.06), DayCount = DayCounts.Actual365Fixed,
            CloseOuts = [new() { On = new OnDate(Sale), Trades = ["Forward"] }, new() { Name = "Trigger", When = new IsReached("Sale"), Trades = ["Put"], Source = "clause 9" }],
            ProceedsTo = [new("Contractor") { Share = 0.5, UpTo = 1_000 * Units.Usd }],
        },
    };

    [Fact]
    public void ToJson_EveryTermOfABook_ReadsBackAsTheSame()
    {
        var deal = Everything.Deal();

        var again = SampleFiles.ReadShape(deal.ToJson());

        Assert.Equal(deal.ToJson(), again.ToJson());
        var (book, read) = (deal.Hedges[0], again.Hedges[0]);
        Assert.Equal(book with { Products = [], Trades = [], CloseOuts = [], ProceedsTo = [], FixingCalendars = [], Sources = read.Sources }, read with { Products = [], Trades = [], CloseOuts = [], ProceedsTo = [], FixingCalendars = [] });
        Assert.Equal(book.Products[0] with { Owed = [] }, read.Products[0] with { Owed = [] });
        Assert.Equal(book.Trades.Select(trade => trade with { Deliveries = null! }), read.Trades.Select(trade => trade with { Deliveries = null! }));
        Assert.Equal(book.CloseOuts.Select(one => one with { Trades = [] }), read.CloseOuts.Select(one => one with { Trades = [] }));
        Assert.Equal(book.ProceedsTo.AsEnumerable(), read.ProceedsTo);
        Assert.Equal(((EqualDeliveries)book.Trades[2].Deliveries), read.Trades[2].Deliveries);
    }

    [Fact]
    public void Parse_ABookAsPeopleWriteIt_HasTheDefaultsOfTheTerms()
    {
        var json = new SmallBook().Deal().ToJson().Replace("\"hedges\": [", """
            "hedges": [ {
              "name": "Second book", "currency": "USD",
              "products": [ { "price": "gold", "unit": "oz", "contango": "1.5%", "limit": { "share": "70%" } } ],
              "trades": [ { "forward": { "name": "1997", "product": "gold", "price": "USD/oz 402.50", "deliveries": { "dated": [ { "date": "1997-06-30", "amount": "oz 5,000" } ] } } } ],
              "closeOuts": [ { "on": "Sale" } ]
            },
            """, StringComparison.Ordinal);

        var book = SampleFiles.ReadShape(json).Hedges[0];

        Assert.Equal((HedgeSettlement.Financial, HedgeFixing.BeforeDelivery, 2, true), (book.Settlement, book.Fixing, book.FixingDays, book.NetsTrades));
        Assert.Same(BusinessCalendars.London, Assert.Single(book.FixingCalendars));
        Assert.Equal((new HedgeRate(0), DayCounts.Actual360), (book.DiscountRate, book.DayCount));
        Assert.Equal(new HedgeRate(0.015), book.Products[0].Contango);
        Assert.Equal(new HedgeLimit(0.7), book.Products[0].Limit);
        Assert.Equal(new OnMilestone("Sale"), book.CloseOuts[0].On);
        Assert.Equal(402.50 * UsdPerOunce, Assert.IsType<Forward>(book.Trades[0]).Price);
    }

    // The whole book, every value in turn replaced by something odd, with prices that the plan assumes.
    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"x / y\"")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"1996-07-11\"")]
    [InlineData("\"2039-12-31\"")]
    [InlineData("\"USD 0\"")]
    [InlineData("\"gold\"")]
    [InlineData("\"USD/oz 1\"")]
    public void Run_WithAnyOneValueReplaced_RunsOrSaysWhatIsWrong(string odd) => RoughHandlingTests.Check(
        (Everything.Deal() with
        {
            Planning = new()
            {
                Indices = ImmutableSortedDictionary<string, Percentage>.Empty.Add("gold contango", 0.02),
                Prices = ImmutableSortedDictionary<string, Quantity>.Empty.Add("gold", 385 * UsdPerOunce).Add("silver", 5 * UsdPerSilver),
            },
        }).ToJson(), odd, 80, "hedges");

    [Fact]
    public void Parse_TermsThatCannotBeRead_SayWhere()
    {
        var found = SampleFiles.Problems(() => Deal.Parse(Everything.Deal().ToJson()
            .Replace("\"USD/oz 402.5\"", "\"dear\"", StringComparison.Ordinal)
            .Replace("\"againstProduction\"", "\"againstGold\"", StringComparison.Ordinal)
            .Replace("\"wholeDeal\"", "\"weekly\"", StringComparison.Ordinal)));

        Assert.Equal(["hedges[0].products[0].limit.window", "hedges[0].settlement", "hedges[0].trades[0].forward.price"], found.Select(p => p.Where).Order(StringComparer.Ordinal));
    }
}
