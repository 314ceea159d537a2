using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Rates;

/// <summary>Takes note of the figures that a value is made of, while it is looked up; figures of one kind in a row are told together.</summary>
sealed class MarketReadings
{
    readonly ImmutableArray<MarketReading>.Builder found = ImmutableArray.CreateBuilder<MarketReading>();

    /// <summary>What was read, in the order in which it was looked up, each once.</summary>
    internal ImmutableArray<MarketReading> Found => [.. found.Distinct()];

    /// <summary>Notes figures of an index.</summary>
    /// <param name="name">The index, as the market names it.</param>
    /// <param name="series">Its series.</param>
    /// <param name="figures">The figures, in order.</param>
    /// <param name="asked">The day whose rate is asked for; null for several.</param>
    internal void Add(string name, IndexSeries series, IEnumerable<SeriesFigure> figures, LocalDate? asked = null) => Add(name, series.Origin, figures, run =>
        [
            asked is { } day && run[0].Kind == FigureKind.Fixing && run[0].Day != day ? series.IsHeld ? "held until the next" : $"taken for {day.Iso()}" : "",
            run[0].Kind == FigureKind.Forward ? series.Origin?.Planned is null ? "until the next" : "on every day not yet fixed" : "",
            run[0].Kind == FigureKind.Fixing && series.Plus != default ? $"plus {series.Plus}" : "",
        ]);

    /// <summary>Notes figures of a price.</summary>
    /// <inheritdoc cref="Add(string, IndexSeries, IEnumerable{SeriesFigure}, LocalDate?)"/>
    internal void Add(string name, PriceSeries series, IEnumerable<SeriesFigure> figures, LocalDate? asked = null) => Add(name, series.Origin, figures, run =>
        [
            asked is { } day && run[0].Kind == FigureKind.Fixing && run[0].Day != day ? $"taken for {day.Iso()}" : "",
            run[0].Kind == FigureKind.Afterwards && run[0].Day > LocalDate.MinIsoValue ? $"held after {run[0].Day.Iso()}" : "",
        ]);

    void Add(string name, SeriesOrigin? origin, IEnumerable<SeriesFigure> figures, Func<List<SeriesFigure>, string[]> rules)
    {
        if (origin is null) return;
        foreach (var run in Runs(origin, figures))
            if (origin.Of(run[0], run[^1]) is { } place)
                found.Add(new(name, Words(run, origin), place.File, place.Place) { Rule = string.Join(", ", rules(run).Where(rule => rule.Length > 0)) });
    }

    static List<List<SeriesFigure>> Runs(SeriesOrigin origin, IEnumerable<SeriesFigure> figures)
    {
        var runs = new List<List<SeriesFigure>>();
        foreach (var figure in figures)
        {
            bool goesOn = runs.Count > 0 && runs[^1][^1].Kind == figure.Kind && !origin.IsApart(figure) && !origin.IsApart(runs[^1][^1]);
            if (!goesOn) runs.Add([]);
            runs[^1].Add(figure);
        }
        return runs;
    }

    static string Words(List<SeriesFigure> run, SeriesOrigin origin)
    {
        var (first, last) = (run[0], run[^1]);
        bool isOne = run.Count == 1;
        return first.Kind switch
        {
            FigureKind.Fixing => isOne ? $"fixing of {first.Day.Iso()}" : $"fixings of {first.Day.Iso()} to {last.Day.Iso()}",
            FigureKind.Average => isOne ? $"average of {first.Span}" : $"averages of {first.Span} to {last.Span}",
            FigureKind.Forward when origin.Planned is not null => "planned rate",
            FigureKind.Forward => isOne ? $"forward rate from {first.Day.Iso()}" : $"forward rates from {first.Day.Iso()} to {last.Day.Iso()}",
            _ => origin.Planned is not null ? "planned price" : "price afterwards",
        };
    }
}
