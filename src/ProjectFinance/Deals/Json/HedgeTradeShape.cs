using ProjectFinance.Hedges;

namespace ProjectFinance.Deals.Json;

/// <summary>How the trades of a hedge book are written.</summary>
static class HedgeTradeShape
{
    static readonly ObjectShape<EqualDeliveries> Equal = new ObjectShape<EqualDeliveries>("equalDeliveries", "Equal deliveries on the dates of a schedule.", new(default, null!))
        .Required("total", Leaf.Quantity, x => x.Total, (x, v) => x with { Total = v }, "The ounces of all deliveries together: \"oz 24,000\".")
        .Required("dates", ScheduleShape.Shape, x => x.Dates, (x, v) => x with { Dates = v }, "The delivery dates.");

    static readonly UnionShape<HedgeDeliveries> Deliveries = new UnionShape<HedgeDeliveries>("hedgeDeliveries", "How much is delivered when.")
        .Or("dated", new AsShape<DatedDeliveries, System.Collections.Immutable.ImmutableArray<Amounts.DatedAmount>>(() => Leaf.Array(DatedAmountShape.Shape), amounts => new(amounts), x => x.Amounts))
        .Or("equal", Equal);

    static readonly ObjectShape<HedgePremium> Premium = new ObjectShape<HedgePremium>("hedgePremium", "The price of an option.", new(default, default))
        .Required("amount", Leaf.Quantity, x => x.Amount, (x, v) => x with { Amount = v }, "The whole premium.")
        .Required("date", Leaf.Date, x => x.Date, (x, v) => x with { Date = v }, "When it is paid.");

    static readonly ObjectShape<Forward> Forwards = Trade("forward", "A forward sale at one price.", new Forward(default(Quantity)) { Name = "", Product = "", Deliveries = null! })
        .Required("price", Leaf.Quantity, x => x.Price, (x, v) => x with { Price = v }, "The price: \"USD/oz 402.50\".");

    static readonly ObjectShape<SpotDeferred> Deferred = Trade("spotDeferred", "A forward sale whose price grows with the contango until it is delivered, and whose deliveries may be put off.", new SpotDeferred(default(Quantity)) { Name = "", Product = "", Deliveries = null! })
        .Required("price", Leaf.Quantity, x => x.Price, (x, v) => x with { Price = v }, "The price on the trade date.")
        .Maybe("rolledTo", Leaf.Date, x => x.RolledTo, (x, v) => x with { RolledTo = v }, "The date to which all deliveries before it are put off.")
        .Maybe("contango", HedgeRateShape.Shape, x => x.Contango, (x, v) => x with { Contango = v }, "The contango the price grows with; left out, that of the product.")
        .Optional("compoundsWhenRolled", Leaf.Truth, x => x.CompoundsWhenRolled, (x, v) => x with { CompoundsWhenRolled = v }, "Whether a delivery put off goes on growing from the price it had reached by its first date.");

    static readonly ObjectShape<Put> Puts = Trade("put", "A bought put: the right to sell at the strike.", new Put(default(Quantity)) { Name = "", Product = "", Deliveries = null! })
        .Required("strike", Leaf.Quantity, x => x.Strike, (x, v) => x with { Strike = v }, "The price at which may be sold.")
        .Maybe("premium", Premium, x => x.Premium, (x, v) => x with { Premium = v }, "What the put costs.");

    static readonly ObjectShape<Collar> Collars = Trade("collar", "A bought put and a sold call.", new Collar(default, default) { Name = "", Product = "", Deliveries = null! })
        .Required("putStrike", Leaf.Quantity, x => x.PutStrike, (x, v) => x with { PutStrike = v }, "The least price.")
        .Required("callStrike", Leaf.Quantity, x => x.CallStrike, (x, v) => x with { CallStrike = v }, "The greatest price.")
        .Maybe("premium", Premium, x => x.Premium, (x, v) => x with { Premium = v }, "What the collar costs.");

    public static UnionShape<HedgeTrade> Shape { get; } = new UnionShape<HedgeTrade>("hedgeTrade", "A trade of a hedge book.")
        .Or("forward", Forwards)
        .Or("spotDeferred", Deferred)
        .Or("put", Puts)
        .Or("collar", Collars);

    /// <summary>What every trade has.</summary>
    static ObjectShape<T> Trade<T>(string name, string about, T blank) where T : HedgeTrade => new ObjectShape<T>(name, about, blank)
        .Called("Trade")
        .Required("name", Leaf.Text, x => x.Name, (x, v) => (T)((HedgeTrade)x with { Name = v }), "The trade's name, unique in its book.")
        .Required("product", Leaf.Text, x => x.Product, (x, v) => (T)((HedgeTrade)x with { Product = v }), "What is sold, by its price: \"gold\".")
        .Required("deliveries", Deliveries, x => x.Deliveries, (x, v) => (T)((HedgeTrade)x with { Deliveries = v }), "How much on which dates.")
        .Maybe("traded", Leaf.Date, x => x.Traded, (x, v) => (T)((HedgeTrade)x with { Traded = v }), "The trade date; left out, the closing.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => (T)((HedgeTrade)x with { Source = v }), "Where it is agreed.");
}
