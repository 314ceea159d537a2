using ProjectFinance.Deals.Json;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether market data make sense: spans of prices that can be read and do not overlap, differences of indices that exist.</summary>
static class MarketValidation
{
    /// <summary>Everything that is wrong with market data, with the JSON path of each.</summary>
    public static IEnumerable<Problem> Problems(Market market) =>
        [
            .. market.Indices.SelectMany(index => Index(index.Value, market, $"Index '{index.Key}'", JsonPath.Field("indices", index.Key))),
            .. market.Prices.SelectMany(price => Price(price.Value, $"Price '{price.Key}'", $"{JsonPath.Field("prices", price.Key)}.values")),
        ];

    static IEnumerable<Problem> Index(IndexSeries index, Market market, string subject, string where)
    {
        foreach (var problem in index.StatedPublication?.Problems(subject, $"{where}.publication") ?? []) yield return problem;
        if (index.Difference is not { } difference) yield break;
        foreach (var (name, field) in new[] { (difference.Of, "of"), (difference.Less, "less") })
        {
            if (!market.Indices.TryGetValue(name, out var series)) yield return new(subject, $"there is no index '{name}'", Nearest.Hint(name, market.Indices.Keys), $"{where}.difference.{field}");
            else if (series.Difference is not null) yield return new(subject, $"the index '{name}' is a difference itself", "it must have rates of its own", $"{where}.difference.{field}");
        }
    }

    static IEnumerable<Problem> Price(PriceSeries price, string subject, string where)
    {
        var spans = new List<(DateSpan Span, string Label)>();
        foreach (var label in price.Values.Keys)
        {
            if (Spans.TryParse(label, subject, JsonPath.Field(where, label), out var span, out var unreadable)) spans.Add((span, label));
            else yield return unreadable;
        }
        spans.Sort((one, other) => (one.Span.Start, one.Span.End).CompareTo((other.Span.Start, other.Span.End)));
        // The one that reaches furthest so far, not the one before: a year contains each of its quarters.
        for (int i = 1, furthest = 0; i < spans.Count; i++)
        {
            if (spans[i].Span.Start < spans[furthest].Span.End)
                yield return new(subject, $"the span {spans[i].Label} overlaps {spans[furthest].Label}", "each day must have one price", JsonPath.Field(where, spans[i].Label));
            if (spans[i].Span.End > spans[furthest].Span.End) furthest = i;
        }
    }
}
