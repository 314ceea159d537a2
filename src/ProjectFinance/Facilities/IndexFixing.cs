using NodaTime;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>What the market says an index of a loan is, in a column.</summary>
/// <param name="loan">The loan's name, for messages.</param>
/// <param name="quoted">The index.</param>
/// <param name="market">Fixings and forward rates.</param>
sealed class IndexFixing(string loan, QuotedIndex quoted, Market market)
{
    readonly IndexSeries? series = market.Indices.GetValueOrDefault(quoted.Name);
    OvernightFixings? overnight;

    /// <summary>The rate, without the fallback's spread, as a yearly fraction.</summary>
    /// <param name="period">The period whose rate it is.</param>
    /// <param name="t">The column.</param>
    /// <param name="into">Takes note of what is read; null for nobody.</param>
    /// <exception cref="InvalidInputException">The market has no rate for a day that is needed.</exception>
    internal double Rate(RatePeriod period, Period t, MarketReadings? into = null) => quoted.Setting switch
    {
        FixedInAdvance { Tenors: [_, ..] } terms => TenorRates.Of(terms, quoted.Name, period.Start, period.End).Sum(part => part.Weight * On(part.Index, period.Start, into)),
        SetDaily => Average(period.Start, t, into),
        OvernightInArrears { Terms: var terms } => Overnight(terms, period, t, into),
        _ => On(quoted.Name, period.Start, into),
    };

    double On(string index, LocalDate periodStart, MarketReadings? into) =>
        market.IndexOn(index, quoted.FixingDate(periodStart), into) ?? throw None(market, index, quoted.FixingDate(periodStart), $"on which the rate of '{loan}' from {periodStart.Iso()} is fixed");

    double Average(LocalDate periodStart, Period t, MarketReadings? into)
    {
        double sum = 0;
        for (var day = t.Start; day < t.End; day = day.PlusDays(1))
            sum += MarketLines.Latest(market, quoted.Name, day, into) ?? throw None(market, quoted.Name, day, $"a day of the interest period of '{loan}' from {periodStart.Iso()}");
        return sum / t.Days;
    }

    double Overnight(OvernightTerms terms, RatePeriod period, Period t, MarketReadings? into)
    {
        if (series is null) throw None(market, quoted.Name, t.Start, $"a day of the interest period of '{loan}' from {period.Start.Iso()}");
        into?.Add(quoted.Name, series, series.FiguresOver(quoted.Observed(period.Start, t).Over));
        try
        {
            overnight ??= OvernightFixings.Of(series);
            return OvernightRate.Part(terms, overnight, period.Start, period.End, t.Start, t.End) * terms.DaysInYear / t.Days + OvernightRate.Added(terms);
        }
        catch (InvalidInputException found)
        {
            throw new InvalidInputException([.. found.Problems.Select(problem => problem with { Subject = $"Index '{quoted.Name}'", Fact = $"{problem.Fact}, in the interest period of '{loan}' from {period.Start.Iso()}" })]);
        }
    }

    /// <summary>Why there is no rate.</summary>
    internal static InvalidInputException None(Market market, string index, LocalDate date, string use) => InvalidInputException.Of(
        $"Index '{index}'", $"there is no fixing for {date.Iso()}, {use}",
        !market.Indices.ContainsKey(index) ? "give the index in a market file or among the planning assumptions" : "give the fixing, or a forward rate that covers the date, in the market file");
}
