using NodaTime;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance;

/// <summary>Prices and rates of a model's market as input lines, each written when it is first asked for.</summary>
public static class MarketLines
{
    /// <summary>Where the names of price lines begin: "Prices / gold".</summary>
    internal const string PriceSection = "Prices";

    /// <summary>Where the names of index lines begin: "Indices / USD LIBOR 3M".</summary>
    internal const string IndexSection = "Indices";

    /// <summary>The lines of a model's market.</summary>
    /// <param name="model">The model.</param>
    extension(Model model)
    {
        /// <summary>The price on each column's last day: "Prices / gold". What <see cref="PriceSeries.On(LocalDate)"/> says is its usual value; scenarios may change it.</summary>
        /// <param name="series">The price as the market names it: "gold", or a currency, "CAD", whose price is in the model's main currency.</param>
        /// <exception cref="InvalidInputException">The market has no price of that name.</exception>
        public Line Price(string series) => OfPrice(model, series, $"{PriceSection} / {series}", t => t.End);

        /// <summary>The price as fixed some business days before each column's last day: "Prices / gold, fixed 2 business days before".</summary>
        /// <param name="series">The price as the market names it.</param>
        /// <param name="days">How many business days before; zero gives the price on the last day itself.</param>
        /// <param name="calendar">The calendar that counts them.</param>
        /// <param name="otherwise">The price whose fixing is taken on a day on which the first has none: "gold AM". The default is none: the last fixing before.</param>
        /// <exception cref="InvalidInputException">The market has no price of that name.</exception>
        public Line PriceFixed(string series, int days, BusinessCalendar calendar, string? otherwise = null)
        {
            if (days == 0 && otherwise is null) return model.Price(series);
            var fixing = days == 0 ? "" : $", fixed {days} business day{(days == 1 ? "" : "s")} before";
            return OfPrice(model, series, $"{PriceSection} / {series}{(otherwise is null ? "" : $" or {otherwise}")}{fixing}", t => calendar.AddBusinessDays(t.End, -days), otherwise);
        }

        /// <summary>A reference rate on each column's last day: "Indices / USD LIBOR 3M". What <see cref="Rates.IndexSeries.Latest"/> says is its usual value; scenarios may change it.</summary>
        /// <param name="series">The rate as the market names it.</param>
        /// <exception cref="InvalidInputException">The market has no index of that name.</exception>
        public Line Index(string series)
        {
            var name = $"{IndexSection} / {series}";
            if (model.TryFind(name) is { } known) return known;
            if (!model.Market.Indices.TryGetValue(series, out var index))
                throw InvalidInputException.OfMarket($"Index '{series}'", "the market data have no index of that name", Nearest.Hint(series, model.Market.Indices.Keys));
            return model.Input(name, Unit.None, t => Latest(model.Market, series, t.End), index.Source, observes: t => Observation.On(series, t.End) with { LooksUp = into => Latest(model.Market, series, t.End, into) });
        }
    }

    /// <summary>A reference rate as it stands on a day; null where there is none.</summary>
    internal static double? Latest(Market market, string series, LocalDate day, MarketReadings? into = null)
    {
        if (market.Indices.GetValueOrDefault(series) is not { } index || index.LatestFigure(day) is not { } figure) return market.IndexOn(series, day, into);
        into?.Add(series, index, [figure], day);
        return figure.Value;
    }

    /// <summary>A price on a day: its own fixing, else that of another series, else what <see cref="PriceSeries.On(LocalDate)"/> says.</summary>
    internal static double PriceOn(Market market, string series, LocalDate day, string? otherwise = null, MarketReadings? into = null)
    {
        if (otherwise is not null && !market.Prices[series].Fixings.ContainsKey(day) && market.Prices.TryGetValue(otherwise, out var other) && other.Fixings.TryGetValue(day, out double fixing))
        {
            into?.Add(otherwise, other, [new(FigureKind.Fixing, day, fixing)], day);
            return fixing;
        }
        List<SeriesFigure>? used = into is null ? null : [];
        var price = market.Prices[series].On(day, used);
        if (used is not null) into!.Add(series, market.Prices[series], used, day);
        return price ?? throw InvalidInputException.Of(
            $"Price '{series}'", $"there is no price for {day.Iso()}", "give prices that cover the day, or 'afterwards', in the market file");
    }

    /// <summary>The average of a price over the days of an observation; null where there is none.</summary>
    internal static double? AveragePrice(Market market, string series, LocalDate after, LocalDate upTo, MarketReadings? into = null)
    {
        if (!market.Prices.TryGetValue(series, out var prices)) return null;
        List<SeriesFigure>? used = into is null ? null : [];
        var price = prices.Average(after, upTo, used);
        if (used is not null) into!.Add(series, prices, used, used is [var only] && only.Day <= after ? upTo : null);
        return price;
    }

    static Line OfPrice(Model model, string series, string name, Func<Period, LocalDate> day, string? otherwise = null)
    {
        if (model.TryFind(name) is { } known) return known;
        if (!model.Market.Prices.TryGetValue(series, out var prices))
            throw InvalidInputException.OfMarket($"Price '{series}'", "the market data have no price of that name", Nearest.Hint(series, model.Market.Prices.Keys));
        return model.Input(name, prices.Unit, t => PriceOn(model.Market, series, day(t), otherwise), prices.Source, positive: prices.Unit != Unit.None,
            observes: t => Observation.On(series, day(t)) with { LooksUp = into => PriceOn(model.Market, series, day(t), otherwise, into) });
    }
}
