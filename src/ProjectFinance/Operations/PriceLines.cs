using ProjectFinance.Amounts;

namespace ProjectFinance.Operations;

/// <summary>Lays out a project's price: an input line with the average over each column's days, or another line of the deal.</summary>
static class PriceLines
{
    internal static Line Write(Model model, Project terms, Market market, string where, List<Action> later)
    {
        var unit = terms.Currency / terms.Production.Unit;
        return terms.IsPricedByLine ? OfLine(model, terms, unit, where, later) : OfMarket(model, terms, unit, market);
    }

    static Line OfLine(Model model, Project terms, Unit unit, string where, List<Action> later)
    {
        var line = model.Declare($"{terms.Name} / Price", unit, LineKind.Level, terms.Sources.GetValueOrDefault("price", ""));
        later.Add(() =>
        {
            var named = AmountLines.Find(model, terms.Price, where, unit);
            line.Is(t => named[t]);
        });
        return line;
    }

    static Line OfMarket(Model model, Project terms, Unit unit, Market market)
    {
        if (string.IsNullOrWhiteSpace(terms.Price)) throw InvalidInputException.Of($"Project '{terms.Name}'", "the price has no name", "name a price of the market data or a line of the deal");
        var series = market.Prices.GetValueOrDefault(terms.Price);
        return model.Input($"{terms.Name} / {char.ToUpperInvariant(terms.Price[0])}{terms.Price[1..]} price", unit, t => series?.Average(t.Start, t.End) ?? throw InvalidInputException.Of(
            $"Price '{terms.Price}'", $"there is no price for {t}", series is null ? "give the price in a market file or among the planning assumptions" : "give prices that cover every day, or 'afterwards', in the market file"), series?.Source ?? "",
            observes: t => Observation.Average(terms.Price, t) with { LooksUp = into => MarketLines.AveragePrice(market, terms.Price, t.Start, t.End, into) });
    }
}
