using ProjectFinance.Hedges;
using ProjectFinance.Rates;

namespace ProjectFinance.Deals.Json;

/// <summary>How a hedge book is written.</summary>
static class HedgeShape
{
    static readonly ObjectShape<HedgeLimit> Limit = new ObjectShape<HedgeLimit>("hedgeLimit", "How much of production may be sold ahead.", new(default(Percentage)))
        .Required("share", Leaf.Percentage, x => x.Share, (x, v) => x with { Share = v }, "The share of production.")
        .Optional("window", Leaf.Word<HedgeWindow>("window"), x => x.Window, (x, v) => x with { Window = v }, "The stretch of time over which ounces are compared.")
        .Optional("countPuts", Leaf.Truth, x => x.CountPuts, (x, v) => x with { CountPuts = v }, "Whether ounces under bought puts count.");

    static readonly ObjectShape<CloseOutPayment> Payment = new ObjectShape<CloseOutPayment>("closeOutPayment", "What somebody gets out of the proceeds of close-outs.", new(To: ""))
        .Required("to", Leaf.Text, x => x.To, (x, v) => x with { To = v }, "Who is paid: \"Contractor\".")
        .Optional("share", Leaf.Percentage, x => x.Share, (x, v) => x with { Share = v }, "The share of what those before left.")
        .Maybe("upTo", Leaf.Quantity, x => x.UpTo, (x, v) => x with { UpTo = v }, "The most that is paid in all.");

    static readonly TextShape<Occasion> Occasions = new("a date or the name of a milestone", Occasion.Parse, occasion => occasion.ToString()!);

    public static ObjectShape<HedgeCloseOut> CloseOut { get; } = new ObjectShape<HedgeCloseOut>("hedgeCloseOut", "The end of trades before their time, against payment of what they are worth.", new())
        .Optional("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "What it is called.")
        .Maybe("on", Occasions, x => x.On, (x, v) => x with { On = v }, "The date or milestone.")
        .Maybe("when", TestShape.Shape, x => x.When, (x, v) => x with { When = v }, "The test that closes trades out in the column after the one in which it first holds.")
        .Optional("trades", Leaf.Texts, x => x.Trades, (x, v) => x with { Trades = v }, "The trades; left out, all.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Where it is agreed.");

    static readonly HedgeBook Blank = new() { Currency = null!, Products = [] };

    static readonly ObjectShape<HedgedProduct> Product = new ObjectShape<HedgedProduct>("hedgedProduct", "What a book hedges, by its price.", new() { Price = "", Unit = null! })
        .Required("price", Leaf.Text, x => x.Price, (x, v) => x with { Price = v }, "The price, as the market data name it: \"gold\".")
        .Required("unit", Leaf.Unit, x => x.Unit, (x, v) => x with { Unit = v }, "What it is counted in: \"oz\".")
        .Maybe("production", Leaf.Text, x => x.Production, (x, v) => x with { Production = v }, "The line of its production: \"Project / Production\".")
        .Optional("contango", HedgeRateShape.Shape, x => x.Contango, (x, v) => x with { Contango = v }, "By how much a year forward prices exceed the price of the day.")
        .Maybe("limit", Limit, x => x.Limit, (x, v) => x with { Limit = v }, "How much of planned production may be sold ahead.")
        .Optional("owed", Leaf.Texts, x => x.Owed, (x, v) => x with { Owed = v }, "The lines of what is owed in the product besides: \"Gold loan / Closing balance\".");

    public static ObjectShape<HedgeBook> Shape { get; } = new ObjectShape<HedgeBook>("hedgeBook", "The trades of one hedging agreement, settled together.", Blank)
        .Called("Hedge book")
        .Optional("name", Leaf.Text, x => x.Name, (x, v) => x with { Name = v }, "The book's name, which begins the names of its lines.")
        .Required("currency", Leaf.Unit, x => x.Currency, (x, v) => x with { Currency = v }, "What trades are priced and settled in.")
        .Required("products", Leaf.Array(Product), x => x.Products, (x, v) => x with { Products = v }, "What is hedged, by price.")
        .Optional("trades", Leaf.Array(HedgeTradeShape.Shape), x => x.Trades, (x, v) => x with { Trades = v }, "The trades.")
        .Optional("settlement", Leaf.Word<HedgeSettlement>("settlement"), x => x.Settlement, (x, v) => x with { Settlement = v }, "Whether trades are settled in cash or out of production.")
        .Optional("fixing", Leaf.Word<HedgeFixing>("fixing"), x => x.Fixing, (x, v) => x with { Fixing = v }, "The price that trades are settled against in cash.")
        .Optional("fixingDays", Leaf.Count, x => x.FixingDays, (x, v) => x with { FixingDays = v }, "How many business days before delivery the price is fixed.")
        .Optional("fixingCalendars", Leaf.Calendars, x => x.FixingCalendars, (x, v) => x with { FixingCalendars = v }, "The calendars that count the fixing days.")
        .Optional("netsTrades", Leaf.Truth, x => x.NetsTrades, (x, v) => x with { NetsTrades = v }, "Whether what all trades come to on a day is netted into one payment.")
        .Optional("discountRate", HedgeRateShape.Shape, x => x.DiscountRate, (x, v) => x with { DiscountRate = v }, "The yearly rate at which the value of later deliveries is discounted.")
        .Optional("dayCount", Leaf.DayCount, x => x.DayCount, (x, v) => x with { DayCount = v }, "How the days of contango and discount are counted.")
        .Optional("closeOuts", Leaf.Array(CloseOut), x => x.CloseOuts, (x, v) => x with { CloseOuts = v }, "When later deliveries end early against payment of their value.")
        .Optional("proceedsTo", Leaf.Array(Payment), x => x.ProceedsTo, (x, v) => x with { ProceedsTo = v }, "Who is paid out of the proceeds of close-outs, in order.")
        .Sources(x => x.Sources, (x, v) => x with { Sources = v });
}
