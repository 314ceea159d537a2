using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Hedges;
using ProjectFinance.Rates;
using static ProjectFinance.Tests.Deals.SampleFiles;
using static ProjectFinance.Tests.Hedges.SmallBook;

namespace ProjectFinance.Tests.Hedges;

/// <summary>Hedge books that make no sense.</summary>
public class HedgeValidationTests
{
    const string Book = "Hedge book 'Hedging'", Trade = "Trade 'Forward'";

    static readonly Forward Sold = Forward(10_000, 402.50, June);

    [Fact]
    public void Problems_OfASoundBook_AreNone() => Assert.Empty(new SmallBook { Trades = [Sold], Product = product => product with { Limit = new(0.70) } }.Problems());

    // 28,000 oz are 70 % of the 40,000 planned for 1997; one more is too many.
    [Fact]
    public void Limit_SoldBeyondIt_IsRefused()
    {
        SmallBook Selling(double ounces) => new() { Trades = [Forward(ounces, 402.50, June), Forward(42_000, 402.50, new(1998, 6, 30), "Later")], Product = product => product with { Limit = new(0.70) } };

        Assert.Empty(Selling(28_000).Problems());
        IsOnly(Selling(28_001).Problems(), Book, "oz 28,001 of 'gold' are sold ahead from 1997-01-01 to 1997-12-31, where oz 40,000 are planned", "at most 70% of planned production, oz 28,000", "hedges[0].products[0].limit");
    }

    // 28,000 oz more under bought puts oblige to nothing; they count where the agreement says so. 70,000 of 100,000 oz in the whole deal.
    [Fact]
    public void Limit_PutsAndWindows_CountAsAgreed()
    {
        var put = new Put(330 * UsdPerOunce) { Name = "Put", Product = "gold", Deliveries = On(28_000 * Units.GoldOunce, December) };
        SmallBook With(HedgeLimit limit) => new() { Trades = [Forward(28_000, 402.50, June), put], Product = product => product with { Limit = limit } };

        Assert.Empty(With(new(0.70)).Problems());
        Assert.Empty(With(new(0.70) { CountPuts = true, Window = HedgeWindow.WholeDeal }).Problems());
        // In the second quarter 9,972.603 oz are planned; 70 % of that are 6,980.822.
        IsOnly(With(new(0.70) { Window = HedgeWindow.Quarter }).Problems(), Book, "oz 28,000 of 'gold' are sold ahead from 1997-04-01 to 1997-06-30, where oz 9,972.603 are planned", "oz 6,980.822", "hedges[0].products[0].limit");
        IsOnly(With(new(0.70) { CountPuts = true }).Problems(), Book, "oz 56,000 of 'gold' are sold ahead", "oz 28,000", "hedges[0].products[0].limit");
    }

    public static TheoryData<string, SmallBookChange, string, string, string, string> Wrong() => new()
    {
        { "price unit", new(Sold with { Price = 402.50 * Units.Usd }), Trade, "the price is in 'USD'", "it must be in 'USD/oz'", "hedges[0].trades[0].forward.price" },
        { "negative price", new(Sold with { Price = -1 * UsdPerOunce }), Trade, "is negative", "zero or more", "hedges[0].trades[0].forward.price" },
        { "ounces of silver", new(Sold with { Deliveries = On(5 * Units.SilverOunce, June) }), Trade, "the delivery is in 'oz Ag'", "it must be in 'oz'", "hedges[0].trades[0].forward.deliveries.dated[0].amount" },
        { "nothing sold", new(Sold with { Deliveries = On(0 * Units.GoldOunce, June) }), Trade, "the delivery is oz 0", "above zero", "hedges[0].trades[0].forward.deliveries.dated[0].amount" },
        { "no delivery", new(Sold with { Deliveries = new DatedDeliveries([]) }), Trade, "no delivery is given", "at least one", "hedges[0].trades[0].forward.deliveries.dated" },
        { "outside", new(Sold with { Deliveries = On(5 * Units.GoldOunce, new LocalDate(1999, 3, 31)) }), Trade, "the delivery date 1999-03-31 is after the end", "on or before", "hedges[0].trades[0].forward.deliveries.dated[0].date" },
        { "schedule outside", new(Sold with { Deliveries = Quarterly(8_000, June, new(1999, 3, 31)) }), Trade, "the delivery date 1999-03-31 is after the end", "on or before", "hedges[0].trades[0].forward.deliveries.equal.dates" },
        { "not in order", new(Sold with { Deliveries = On(5 * Units.GoldOunce, June, June) }), Trade, "delivery 2, 1997-06-30, does not follow", "later than the one before", "hedges[0].trades[0].forward.deliveries.dated[1].date" },
        { "product", new(Sold with { Product = "gld" }), Trade, "there is no product 'gld'", "did you mean 'gold'", "hedges[0].trades[0].forward.product" },
        { "traded late", new(Sold with { Traded = December }), Trade, "the trade date 1997-12-31 is after the first delivery 1997-06-30", "on or before", "hedges[0].trades[0].forward.traded" },
        { "rolled back", new(new SpotDeferred(370 * UsdPerOunce) { Name = "Forward", Product = "gold", Deliveries = Sold.Deliveries, RolledTo = June }), Trade, "it is rolled to 1997-06-30, not after", "later date", "hedges[0].trades[0].spotDeferred.rolledTo" },
        { "strikes crossed", new(new Collar(380 * UsdPerOunce, 350 * UsdPerOunce) { Name = "Forward", Product = "gold", Deliveries = Sold.Deliveries }), Trade, "the strike of the call USD/oz 350 is below that of the put", "at least that", "hedges[0].trades[0].collar.callStrike" },
        { "premium in gold", new(new Put(380 * UsdPerOunce) { Name = "Forward", Product = "gold", Deliveries = Sold.Deliveries, Premium = new(5 * Units.GoldOunce, June) }), Trade, "the premium is in 'oz'", "it must be in 'USD'", "hedges[0].trades[0].put.premium.amount" },
        { "same name", new(Sold, Sold), Trade, "the book has a trade of that name already", "a name of its own", "hedges[0].trades[1].forward.name" },
        { "fixing days", new(Sold) { Book = book => book with { FixingDays = -1 } }, Book, "the number of fixing days is -1", "0 or more", "hedges[0].fixingDays" },
        { "product unit", new() { Product = product => product with { Unit = Units.Usd, Production = null } }, Book, "the product 'gold' is counted in 'USD'", "it must be counted in ounces", "hedges[0].products[0].unit" },
        { "limit without production", new() { Product = product => product with { Limit = new(0.7), Production = null } }, Book, "has a limit and no production", "name the line", "hedges[0].products[0].limit" },
        { "never", new(Sold) { Book = book => book with { CloseOuts = [new()] } }, "Close-out 'Close-out'", "it does not say when", "give a date or milestone", "hedges[0].closeOuts[0]" },
        { "milestone", new(Sold) { Book = book => book with { CloseOuts = [new() { On = new OnMilestone("Sail") }] } }, "Close-out 'Close-out'", "there is no milestone 'Sail'", "did you mean 'Sale'", "hedges[0].closeOuts[0].on" },
        { "trade", new(Sold) { Book = book => book with { CloseOuts = [new() { On = new OnDate(Sale), Trades = ["Forwrd"] }] } }, "Close-out 'Close-out'", "there is no trade 'Forwrd'", "did you mean 'Forward'", "hedges[0].closeOuts[0].trades[0]" },
        { "twice", new(Sold) { Book = book => book with { CloseOuts = [new() { On = new OnDate(Sale) }, new() { Name = "Second", On = new OnDate(December) }] } }, "Close-out 'Second'", "the trade 'Forward' is closed out by 'Close-out' already", "once", "hedges[0].closeOuts[1].trades" },
        { "paid out of nothing", new(Sold) { Book = book => book with { ProceedsTo = [new("Contractor")] } }, Book, "and there is no close-out", "give a close-out", "hedges[0].proceedsTo[0]" },
        { "received twice", new(Sold) { Price = "Hedging / Average price, gold" }, Book, "the trades bring the same in cash", "settle against production", "hedges[0].products[0]" },
        { "never sold", new(Sold) { Book = book => book with { Settlement = HedgeSettlement.AgainstProduction } }, Book, "nothing is sold at contract prices", "'Hedging / Average price, gold'", "hedges[0].products[0]" },
        { "production", new(Sold) { Product = product => product with { Production = "Project / Prodction" } }, "Line 'Project / Prodction'", "no line of that name", "did you mean 'Project / Production'", "hedges[0].products[0].production" },
        { "production in dollars", new(Sold) { Product = product => product with { Production = "Project / Revenue" } }, "Line 'Project / Revenue'", "it is counted in USD", "it must be in oz", "hedges[0].products[0].production" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Problems_OfABadBook_SayWhatAndWhere(string about, SmallBookChange change, string subject, string fact, string allowed, string where)
    {
        Assert.NotEmpty(about);
        IsOnly(new SmallBook { Trades = change.Trades, Book = change.Book, Product = change.Product, Price = change.Price }.Problems(), subject, fact, allowed, where);
    }

    [Fact]
    public void Problems_OfSeveralKinds_AreReportedTogether()
    {
        var book = new SmallBook { Trades = [Sold with { Price = 402.50 * Units.Usd }, Sold with { Name = "Other", Product = "silvr" }], Book = book => book with { FixingCalendars = [], CloseOuts = [new()] } };

        Assert.Equal(["hedges[0].closeOuts[0]", "hedges[0].fixingCalendars", "hedges[0].trades[0].forward.price", "hedges[0].trades[1].forward.product"], book.Problems().Select(p => p.Where).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Lay_WithoutAPriceOfTheProduct_SaysSo()
    {
        var book = new SmallBook { Trades = [], Book = book => book with { Products = [.. book.Products, new() { Price = "copper", Unit = Unit.Parse("t") }] } };

        IsOnly(book.Problems(), "Price 'copper'", "no price of that name", "", "");
    }

    [Fact]
    public void Lay_WithAPriceInAnotherUnit_SaysSo()
    {
        var book = new SmallBook { Book = book => book with { Products = [book.Products[0], book.Products[1] with { Unit = Units.GoldOunce }] } };

        IsOnly(book.Problems(), Book, "the price of 'silver' is in 'USD/oz Ag'", "it must be in 'USD/oz'", "prices.silver.unit");
    }

    [Fact]
    public void Lay_WhenNoAccountReceivesWhatTradesBring_SaysSo()
    {
        var deal = new SmallBook { Trades = [Sold] }.Deal();
        deal = deal with { Accounts = [deal.Accounts[0] with { Receipts = ["Project / Revenue"] }] };

        IsOnly(Problems(() => ProjectFinance.Deals.DealLayout.Lay(deal, new SmallBook().Market())), Book, "no account receives what trades bring", "'Hedging / Received'", "hedges[0].trades");
    }

    [Fact]
    public void CloseOut_ThatSaysWhenTwiceAndPaysTooMuch_IsRefused()
    {
        var test = new Compared(new LineAmount("Prices / gold"), Relation.Below, new StatedAmount(300 * UsdPerOunce));
        var book = new SmallBook { Trades = [Sold], Book = book => book with { CloseOuts = [new() { When = test, On = new OnDate(Sale) }], ProceedsTo = [new("Contractor") { Share = 1.5, UpTo = 5 * Units.GoldOunce }] } };

        Assert.Equal(["hedges[0].closeOuts[0]", "hedges[0].proceedsTo[0].share", "hedges[0].proceedsTo[0].upTo"], book.Problems().Select(p => p.Where).Order(StringComparer.Ordinal));
    }
}

/// <summary>How a book of the tests differs from a sound one.</summary>
public sealed class SmallBookChange(params HedgeTrade[] trades)
{
    internal HedgeTrade[] Trades { get; } = trades;

    internal Func<HedgeBook, HedgeBook> Book { get; init; } = book => book;

    internal Func<HedgedProduct, HedgedProduct> Product { get; init; } = product => product;

    internal string Price { get; init; } = "gold";
}
