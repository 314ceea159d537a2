using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Rates;

/// <summary>Prices of one thing: average prices by calendar span, fixings by day, or both.</summary>
public sealed record PriceSeries
{
    // Easter and Christmas leave at most five days without a fixing.
    const int DaysAFixingServes = 8;

    readonly Aside<SeriesOrigin> origin;

    /// <summary>The unit: USD/oz.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Average prices by span, which do not overlap: "1996-Q3" 384.78.</summary>
    public ImmutableSortedDictionary<string, double> Values { get; init; } = Sorted.Empty<double>();

    /// <summary>Prices on single days: the London PM fixing, the daily close of a share, an exchange rate. The default is none.</summary>
    public ImmutableSortedDictionary<LocalDate, double> Fixings { get; init; } = ImmutableSortedDictionary<LocalDate, double>.Empty;

    /// <summary>The price after the last span and the last fixing; the default is none, and asking for one is an error.</summary>
    public double? Afterwards { get; init; }

    /// <summary>The day after which the price afterwards holds; null for that of the last span or the last fixing. The default is null.</summary>
    internal LocalDate? PlannedAfter { get; init; }

    /// <summary>Who publishes the prices and what is assumed. The default is empty.</summary>
    public string Source { get; init; } = "";

    /// <summary>Where it was read; null for a series made in a program. It makes no series another.</summary>
    internal SeriesOrigin? Origin { get => origin.Said; init => origin = new(value); }

    /// <summary>
    /// The price on a day: its fixing; else the last fixing of the week before, as on holidays; else the average of the span the day lies in; else the price
    /// afterwards; null where there is none of these.
    /// </summary>
    public double? On(LocalDate date) => On(date, null);

    /// <summary>
    /// The average price over the days after one date up to another, each day at the price of its span; where the spans leave out a day, the average of the
    /// fixings of those days; null where there are none either.
    /// </summary>
    public double? Average(LocalDate after, LocalDate upTo) => Average(after, upTo, null);

    /// <summary>The price on a day.</summary>
    /// <param name="date">The day.</param>
    /// <param name="used">Takes the figures that make it; null for nobody.</param>
    internal double? On(LocalDate date, ICollection<SeriesFigure>? used)
    {
        for (var day = date; day > date.PlusDays(-DaysAFixingServes); day = day.PlusDays(-1))
        {
            if (!Fixings.TryGetValue(day, out double fixing)) continue;
            used?.Add(new(FigureKind.Fixing, day, fixing));
            return fixing;
        }
        return OfSpans(date.PlusDays(-1), date, used);
    }

    /// <summary>The average price over the days after one date up to another.</summary>
    /// <param name="after">The date before the first day.</param>
    /// <param name="upTo">The last day.</param>
    /// <param name="used">Takes the figures that make it; null for nobody.</param>
    internal double? Average(LocalDate after, LocalDate upTo, ICollection<SeriesFigure>? used)
    {
        // A column without days asks for the price of its one date.
        if (after == upTo) after = upTo.PlusDays(-1);
        if (OfSpans(after, upTo, used) is { } average) return average;
        used?.Clear();
        var fixings = Fixings.Where(fixing => fixing.Key > after && fixing.Key <= upTo).ToList();
        if (fixings.Count == 0) return On(upTo, used);
        foreach (var (day, price) in fixings) used?.Add(new(FigureKind.Fixing, day, price));
        return fixings.Average(fixing => fixing.Value);
    }

    /// <summary>The last day that a span or a fixing tells of; the beginning of time where there is none.</summary>
    internal LocalDate Known => Values.Keys.Select(label => Spans.Parse(label).End).Concat(Fixings.Keys).Append(LocalDate.MinIsoValue).Max();

    double? OfSpans(LocalDate after, LocalDate upTo, ICollection<SeriesFigure>? used)
    {
        double sum = 0;
        int found = 0;
        var last = Fixings.IsEmpty ? LocalDate.MinIsoValue : Fixings.Keys.Last();
        foreach (var (label, price) in Values)
        {
            var span = Spans.Parse(label);
            last = LocalDate.Max(last, span.End);
            int days = Math.Max(0, NodaTime.Period.DaysBetween(LocalDate.Max(after, span.Start), LocalDate.Min(upTo, span.End)));
            sum += days * price;
            found += days;
            if (days > 0) used?.Add(new(FigureKind.Average, span.End, price) { Span = label });
        }
        if (PlannedAfter is { } day) last = day;
        int wanted = NodaTime.Period.DaysBetween(after, upTo);
        int beyond = Math.Max(0, NodaTime.Period.DaysBetween(LocalDate.Max(after, last), upTo));
        if (Afterwards is { } held && beyond > 0)
        {
            sum += beyond * held;
            found += beyond;
            used?.Add(new(FigureKind.Afterwards, last, held));
        }
        return found == wanted ? sum / wanted : null;
    }
}
