using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Rates;

namespace ProjectFinance;

/// <summary>What is known of rates and prices: fixings, forward curves, average prices. Immutable; when it was known is an argument of whoever asks.</summary>
public sealed record Market
{
    /// <summary>A market that knows nothing.</summary>
    public static Market Empty { get; } = new() { Name = "no market data" };

    /// <summary>What the data are called: "Eurodollar + 0.12 and gold, 1996-2001".</summary>
    public required string Name { get; init; }

    /// <summary>A sentence or two for readers. The default is empty.</summary>
    public string About { get; init; } = "";

    /// <summary>Reference rates by name: "USD LIBOR 3M". The default is none.</summary>
    public ImmutableSortedDictionary<string, IndexSeries> Indices { get; init; } = Sorted.Empty<IndexSeries>();

    /// <summary>Prices by name: "gold". The default is none.</summary>
    public ImmutableSortedDictionary<string, PriceSeries> Prices { get; init; } = Sorted.Empty<PriceSeries>();

    /// <summary>The rate of an index for a fixing date: its fixing, else its forward rate, else the difference of two others where it is one; null where there is none of these.</summary>
    /// <param name="name">The index as the market names it: "gold lease rate 3M".</param>
    /// <param name="date">The fixing date.</param>
    public double? IndexOn(string name, LocalDate date) => IndexOn(name, date, null);

    /// <summary>The rate of an index for a fixing date.</summary>
    /// <param name="name">The index as the market names it.</param>
    /// <param name="date">The fixing date.</param>
    /// <param name="into">Takes note of what is read; null for nobody.</param>
    internal double? IndexOn(string name, LocalDate date, MarketReadings? into)
    {
        if (!Indices.TryGetValue(name, out var series)) return null;
        if (series.FigureOn(date) is { } own)
        {
            into?.Add(name, series, [own], date);
            return own.Value;
        }
        if (series.Difference is not { } difference || Own(difference.Of, date) is not { } of || Own(difference.Less, date) is not { } less) return null;
        into?.Add(difference.Of, Indices[difference.Of], [of], date);
        into?.Add(difference.Less, Indices[difference.Less], [less], date);
        return of.Value - less.Value;
    }

    SeriesFigure? Own(string name, LocalDate date) => Indices.GetValueOrDefault(name)?.FigureOn(date);

    /// <summary>Both markets; where both have a series of one name, that of <paramref name="later"/> replaces this one's.</summary>
    public Market With(Market later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return new()
        {
            Name = Indices.IsEmpty && Prices.IsEmpty ? later.Name : $"{Name}; {later.Name}",
            About = later.About.Length > 0 ? later.About : About,
            Indices = Indices.SetItems(later.Indices),
            Prices = Prices.SetItems(later.Prices),
        };
    }

    /// <summary>
    /// The market as it was known at the end of a day: fixings published later, later prices and prices of later spans are forgotten, forward curves stay. A fixing whose publication is not stated is known on its own day.
    /// </summary>
    public Market AsOf(LocalDate day) => Known((series, fixing) => series.IsKnown(fixing, day), day);

    /// <summary>The market as it was known at a moment: SOFR of 2023-06-30 is known from 2023-07-03, 8:00 in New York. Prices of a day are known at its end in UTC.</summary>
    public Market AsOf(Instant moment) => Known((series, fixing) => series.IsKnown(fixing, moment), moment.InUtc().Date.PlusDays(-1));

    Market Known(Func<IndexSeries, LocalDate, bool> isKnown, LocalDate day) => this with
    {
        Indices = Indices.ToImmutableSortedDictionary(i => i.Key, i => i.Value with { Fixings = i.Value.Fixings.RemoveRange(i.Value.Fixings.Keys.Where(date => !isKnown(i.Value, date))) }, StringComparer.Ordinal),
        Prices = Prices.ToImmutableSortedDictionary(p => p.Key, p => p.Value with
        {
            Values = p.Value.Values.RemoveRange(p.Value.Values.Keys.Where(span => Time.Spans.Parse(span).End > day)),
            Fixings = p.Value.Fixings.RemoveRange(p.Value.Fixings.Keys.Where(date => date > day)),
        }, StringComparer.Ordinal),
    };
}
