using NodaTime;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Operations;

/// <summary>Lays out a price index: in the columns that pay an indexed amount, the index of the month of payment and that of the base month.</summary>
static class IndexationLines
{
    /// <summary>By how much an amount has risen since the base month, in the columns that pay one.</summary>
    /// <param name="model">The model.</param>
    /// <param name="market">Where the index comes from.</param>
    /// <param name="terms">Terms that have been validated.</param>
    /// <param name="section">What the names of the lines begin with: "Upland lease".</param>
    /// <param name="when">The columns that pay.</param>
    internal static Func<Period, Formula> Write(Model model, Market market, PriceIndexation terms, string section, Func<Period, bool> when)
    {
        var index = Index($"{section} / {terms.Series}", t => MonthOf(t.End.PlusMonths(-terms.LagMonths)));
        var atBase = Index($"{section} / {terms.Series}, {terms.Base}", _ => Spans.Parse(terms.Base));
        return t => when(t) ? index[t] / atBase[t] : 1;

        Line Index(string name, Func<Period, DateSpan> span)
        {
            var series = market.Prices.GetValueOrDefault(terms.Series);
            return model.Input(name, Unit.None, t => ValueOver(series, terms.Series, span(t)), series?.Source ?? "", positive: true, when: when,
                observes: t => new(terms.Series, span(t)) { LooksUp = into => MarketLines.AveragePrice(market, terms.Series, span(t).Start, span(t).End, into) });
        }
    }

    static double ValueOver(PriceSeries? series, string name, DateSpan span) => series?.Average(span.Start, span.End) ?? throw InvalidInputException.Of(
        $"Price '{name}'", $"there is no value for {span}", series is null ? "give the index in a market file or among the planning assumptions" : "give values that cover the month, or 'afterwards', in the market file");

    static DateSpan MonthOf(LocalDate date) => new(date.With(DateAdjusters.StartOfMonth).PlusDays(-1), date.With(DateAdjusters.EndOfMonth));
}
