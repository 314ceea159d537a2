namespace ProjectFinance.Operations;

/// <summary>Lays out a price as an input line: in each column the average over its days.</summary>
static class PriceLines
{
    internal static Line Write(Model model, string name, string price, Unit unit, Market market)
    {
        var series = market.Prices.GetValueOrDefault(price);
        return model.Input(name, unit, t => series?.Average(t.Start, t.End) ?? throw InvalidInputException.Of(
            $"Price '{price}'", $"there is no price for {t}", series is null ? "give the price in a market file or among the planning assumptions" : "give prices that cover every day, or 'afterwards', in the market file"), series?.Source ?? "");
    }
}
