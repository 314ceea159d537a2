using NodaTime;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Equity;

/// <summary>The input line of an average of market prices: a price in the column of its day, nothing in the others.</summary>
static class AveragePriceLine
{
    // As for any daily price: the last one published serves for a week.
    const int LastPublishedServesDays = 7;

    /// <summary>Writes the line.</summary>
    /// <param name="model">The model with its market.</param>
    /// <param name="name">The line's name.</param>
    /// <param name="average">Which prices, and how many.</param>
    /// <param name="unit">The unit of the price.</param>
    /// <param name="day">The day before which prices count; null for never.</param>
    /// <param name="where">Where the average stands in the input.</param>
    internal static Line Write(Model model, string name, AveragePrice average, Unit unit, LocalDate? day, string where)
    {
        var series = model.Market.Prices.GetValueOrDefault(average.Price);
        bool IsIts(Period t) => day is { } given && (given > t.Start && given <= t.End || t.IsFirst && given == t.Start);
        return model.Input(name, unit, _ => Usual(model.Market, average, unit, day!.Value, where), series?.Source ?? "", positive: true, when: IsIts,
            observes: _ => Observation.On(average.Price, day!.Value) with { LooksUp = into => Noted(series, average, day!.Value, into) });
    }

    static double Usual(Market market, AveragePrice average, Unit unit, LocalDate day, string where)
    {
        var subject = $"Price '{average.Price}'";
        if (!market.Prices.TryGetValue(average.Price, out var series))
            throw InvalidInputException.Of(subject, "the market data have no price of that name", Nearest.Hint(average.Price, market.Prices.Keys), $"{where}.price");
        if (series.Unit != unit) throw InvalidInputException.Of(subject, $"it is in {series.Unit}", $"the average that settles this payment must be in {unit}", $"{where}.price");
        return Of(series, average.Days, day) ?? throw InvalidInputException.Of(
            subject, $"{average.Days} daily prices before {day.Iso()} are not known", "give them in the market file, or a price for the day", where);
    }

    static void Noted(PriceSeries? series, AveragePrice average, LocalDate day, MarketReadings into)
    {
        if (series is null) return;
        var used = new List<SeriesFigure>();
        Of(series, average.Days, day, used);
        into.Add(average.Price, series, used, used.Count > 1 ? null : day);
    }

    static double? Of(PriceSeries series, int days, LocalDate day, List<SeriesFigure>? used = null)
    {
        var before = series.Fixings.Where(fixing => fixing.Key < day).TakeLast(days).ToList();
        bool areKnown = before.Count == days && before[^1].Key >= day.PlusDays(-LastPublishedServesDays);
        if (!areKnown) return series.On(day, used);
        used?.AddRange(before.Select(fixing => new SeriesFigure(FigureKind.Fixing, fixing.Key, fixing.Value)));
        return before.Average(fixing => fixing.Value);
    }
}
