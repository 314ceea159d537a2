using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Rates;

namespace ProjectFinance.Deals;

/// <summary>The market a deal is laid out with: what is known of each series, and the deal's planning assumptions for the rest.</summary>
static class PlannedMarket
{
    /// <summary>Every series of the market, and the plan's for the rest.</summary>
    /// <param name="deal">The deal with its planning assumptions.</param>
    /// <param name="market">The market; a series of its own takes the place of a planned one.</param>
    /// <param name="asOf">The day at whose end it is known; later dates are planned. Null when all of it is known.</param>
    internal static Market Of(Deal deal, Market market, LocalDate? asOf)
    {
        var plan = deal.Planning ?? new PlanningAssumptions();
        var known = asOf is { } day ? market.AsOf(day) : market;
        var indices = plan.Indices.ToImmutableSortedDictionary(i => i.Key, i => PlannedIndex(i.Value, plan.Source) with { Origin = Planned(null, plan, "indices", i.Key) }, StringComparer.Ordinal);
        var prices = plan.Prices.ToImmutableSortedDictionary(p => p.Key, p => PlannedPrice(p.Value, plan.Source) with { Origin = Planned(null, plan, "prices", p.Key) }, StringComparer.Ordinal);
        foreach (var (name, series) in known.Indices)
            indices = indices.SetItem(name, asOf is { } && plan.Indices.TryGetValue(name, out var rate)
                ? series with { Forward = From(series.IsHeld && !series.Fixings.IsEmpty ? asOf.Value.PlusDays(1) : LocalDate.MinIsoValue, rate), Origin = Planned(series.Origin, plan, "indices", name) } : series);
        foreach (var (name, series) in known.Prices)
            prices = prices.SetItem(name, asOf is { } && plan.Prices.TryGetValue(name, out var price) ? series with { Afterwards = price.Value, Origin = Planned(series.Origin, plan, "prices", name) } : series);
        bool planned = known.Indices.IsEmpty && known.Prices.IsEmpty;
        return new Market { Name = planned ? "planning assumptions" : known.Name, About = known.About, Indices = indices, Prices = prices };
    }

    // A plan made in a program takes the place of a figure that was read, and was read nowhere.
    static SeriesOrigin? Planned(SeriesOrigin? before, PlanningAssumptions plan, string list, string name) =>
        plan.Places.TryGetValue(Json.JsonPath.Field(list, name), out var place) ? (before ?? new()) with { Planned = place } : before is null ? null : before with { Planned = new("", "") };

    static IndexSeries PlannedIndex(Percentage rate, string source) => new() { Forward = From(LocalDate.MinIsoValue, rate), Source = source };

    static PriceSeries PlannedPrice(Quantity price, string source) =>
        new() { Unit = price.Unit, Values = Sorted.Empty<double>(), Afterwards = price.Value, Source = source };

    static ImmutableSortedDictionary<LocalDate, Percentage> From(LocalDate day, Percentage rate) =>
        ImmutableSortedDictionary<LocalDate, Percentage>.Empty.Add(day, rate);
}
