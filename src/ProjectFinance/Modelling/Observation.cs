using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance;

/// <summary>What of the market an input stands for: a price or a rate on a day, or its average over days. Scenarios that move the market move every input that observes it alike.</summary>
/// <param name="Series">The price or index as the market names it: "gold", "USD LIBOR 3M".</param>
/// <param name="Over">The days over which it is observed: the days after one date up to another; one day for a fixing.</param>
public sealed record Observation(string Series, DateSpan Over)
{
    readonly Aside<Action<MarketReadings>> looksUp;

    /// <summary>
    /// Which figures of the market the input's usual value is taken from, and where they are written, in the order of their days; empty for series made in a program, and where the market has none. It makes
    /// no observation another.
    /// </summary>
    public ImmutableArray<MarketReading> Readings
    {
        get
        {
            if (LooksUp is not { } lookUp) return [];
            var readings = new MarketReadings();
            try { lookUp(readings); }
            catch (InvalidInputException) { return []; }
            return readings.Found;
        }
    }

    /// <summary>How the usual value is looked up in the market, with note taken of what is read; null for no value of the market.</summary>
    internal Action<MarketReadings>? LooksUp { get => looksUp.Said; init => looksUp = new(value); }

    /// <summary>Whether it is an average over more than one day.</summary>
    public bool IsAverage => Over.Start.PlusDays(1) < Over.End;

    /// <summary>A price or a rate on a day.</summary>
    internal static Observation On(string series, LocalDate day) => new(series, new(day.PlusDays(-1), day));

    /// <summary>The average over a column's days; over its one date in a column without days.</summary>
    internal static Observation Average(string series, Period period) => new(series, new(period.Days == 0 ? period.End.PlusDays(-1) : period.Start, period.End));
}
