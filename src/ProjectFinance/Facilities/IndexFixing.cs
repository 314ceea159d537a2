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
    /// <exception cref="InvalidInputException">The market has no rate for a day that is needed.</exception>
    internal double Rate(LocalDate periodStart, LocalDate periodEnd, Period t) => quoted.Setting switch
    {
        FixedInAdvance { Tenors: [_, ..] } terms => TenorRates.Of(terms, quoted.Name, periodStart, periodEnd).Sum(part => part.Weight * On(part.Index, quoted.FixingDate(periodStart), periodStart)),
        SetDaily => Average(periodStart, t),
        OvernightInArrears { Terms: var terms } => Overnight(terms, periodStart, periodEnd, t),
        _ => On(quoted.Name, quoted.FixingDate(periodStart), periodStart),
    };

    double On(string index, LocalDate date, LocalDate periodStart) => market.IndexOn(index, date) ?? throw None(market, index, date, $"on which the rate of '{loan}' from {periodStart.Iso()} is fixed");

    double Average(LocalDate periodStart, Period t)
    {
        double sum = 0;
        for (var day = t.Start; day < t.End; day = day.PlusDays(1))
            sum += series?.Latest(day) ?? market.IndexOn(quoted.Name, day) ?? throw None(market, quoted.Name, day, $"a day of the interest period of '{loan}' from {periodStart.Iso()}");
        return sum / t.Days;
    }

    double Overnight(OvernightTerms terms, LocalDate periodStart, LocalDate periodEnd, Period t)
    {
        if (series is null) throw None(market, quoted.Name, t.Start, $"a day of the interest period of '{loan}' from {periodStart.Iso()}");
        try
        {
            overnight ??= OvernightFixings.Of(series);
            return OvernightRate.Part(terms, overnight, periodStart, periodEnd, t.Start, t.End) * terms.DaysInYear / t.Days + OvernightRate.Added(terms);
        }
        catch (InvalidInputException found)
        {
            throw new InvalidInputException([.. found.Problems.Select(problem => problem with { Subject = $"Index '{quoted.Name}'", Fact = $"{problem.Fact}, in the interest period of '{loan}' from {periodStart.Iso()}" })]);
        }
    }

    /// <summary>Why there is no rate.</summary>
    internal static InvalidInputException None(Market market, string index, LocalDate date, string use) => InvalidInputException.Of(
        $"Index '{index}'", $"there is no fixing for {date.Iso()}, {use}",
        !market.Indices.ContainsKey(index) ? "give the index in a market file or among the planning assumptions" : "give the fixing, or a forward rate that covers the date, in the market file");
}
