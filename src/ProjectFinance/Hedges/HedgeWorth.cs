using NodaTime;
using static ProjectFinance.Formula;

namespace ProjectFinance.Hedges;

/// <summary>What a trade brings for each ounce of a delivery, as known at a column's end, if the price at delivery is a given one.</summary>
/// <param name="t">The column.</param>
/// <param name="delivery">A delivery on its last day or later.</param>
/// <param name="price">The price, fixed or forward.</param>
delegate Formula HedgeWorth(Period t, HedgeDelivery delivery, Formula price);

/// <summary>Writes the prices of trades and gives what they bring.</summary>
static class HedgeWorths
{
    /// <summary>What a trade brings for each ounce.</summary>
    /// <param name="model">The model.</param>
    /// <param name="book">The trade's book.</param>
    /// <param name="trade">The trade.</param>
    /// <param name="product">What it sells.</param>
    internal static HedgeWorth Of(Model model, HedgeBook book, HedgeTrade trade, HedgedProductLines product)
    {
        switch (trade)
        {
            case Forward forward:
                var agreed = Parameter("price", forward.Price);
                return (_, _, price) => agreed - price;
            case SpotDeferred deferred:
                var contract = new SpotDeferredLines(model, book, deferred, product, Parameter("price when traded", deferred.Price));
                return (t, delivery, price) => contract.PriceFor(delivery, t) - price;
            case Put put:
                var strike = Parameter("strike", put.Strike);
                return (_, _, price) => NotNegative(strike - price);
            case Collar collar:
                var (least, greatest) = (Parameter("strike of the put", collar.PutStrike), Parameter("strike of the call", collar.CallStrike));
                return (_, _, price) => NotNegative(least - price) - NotNegative(price - greatest);
            default:
                throw new ArgumentOutOfRangeException(nameof(trade), trade, "Not a trade that can be laid out.");
        }

        Parameter Parameter(string title, Quantity value) => model.Parameter($"{book.Name} / {trade.Name}: {title}", value, trade.Source);
    }
}
