namespace ProjectFinance.Modelling;

/// <summary>The line of a price's average over each column's days: "Prices / gold, average". Written when it is first asked for.</summary>
static class AveragePriceLine
{
    /// <summary>The line.</summary>
    /// <param name="model">The model.</param>
    /// <param name="series">The price as the market names it.</param>
    /// <exception cref="InvalidInputException">The market has no price of that name.</exception>
    internal static Line Of(Model model, string series)
    {
        var onTheDay = model.Price(series);
        var name = $"{onTheDay.Name}, average";
        if (model.TryFind(name) is { } known) return known;
        var prices = model.Market.Prices[series];
        return model.Input(name, prices.Unit, t => prices.Average(t.Start, t.End) ?? throw InvalidInputException.Of(
            $"Price '{series}'", $"there is no price for {t}", "give prices that cover every day, or 'afterwards', in the market file"), prices.Source, positive: true,
            observes: t => Observation.Average(series, t) with { LooksUp = into => MarketLines.AveragePrice(model.Market, series, t.Start, t.End, into) });
    }
}
