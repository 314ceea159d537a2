using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance;

/// <summary>What of the market an input stands for: a price or a rate on a day, or its average over days. Scenarios that move the market move every input that observes it alike.</summary>
/// <param name="Series">The price or index as the market names it: "gold", "USD LIBOR 3M".</param>
/// <param name="Over">The days over which it is observed: the days after one date up to another; one day for a fixing.</param>
public sealed record Observation(string Series, DateSpan Over)
{
    /// <summary>Whether it is an average over more than one day.</summary>
    public bool IsAverage => Over.Start.PlusDays(1) < Over.End;

    /// <summary>A price or a rate on a day.</summary>
    internal static Observation On(string series, LocalDate day) => new(series, new(day.PlusDays(-1), day));

    /// <summary>The average over a column's days; over its one date in a column without days.</summary>
    internal static Observation Average(string series, Period period) => new(series, new(period.Days == 0 ? period.End.PlusDays(-1) : period.Start, period.End));
}
