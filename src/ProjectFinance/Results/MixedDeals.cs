using System.Collections.Immutable;
using ProjectFinance.Deals;
using ProjectFinance.Deals.Json;

namespace ProjectFinance.Results;

/// <summary>Deals between two: the first with some of what makes it the second, with the number that is asked for. Whole amendments are one difference, however much they change.</summary>
sealed class MixedDeals
{
    readonly TermComparison terms;
    readonly ComparedRun first;
    readonly ComparedRun second;
    readonly ChosenOutput of;
    readonly IProgress<int>? progress;
    readonly Dictionary<string, Mixture?> known = new(StringComparer.Ordinal);

    internal MixedDeals(ComparedRun first, ComparedRun second, ChosenOutput of, IProgress<int>? progress)
    {
        (this.first, this.second, this.of, this.progress) = (first, second, of, progress);
        terms = TermComparison.Of(first.Deal.Given with { Amendments = [] }, second.Deal.Given with { Amendments = [] });
        List<string> series = [.. SeriesThatDiffer()];
        Differences =
        [
            .. terms.Changes.Select(change => series.Find(name => IsPlanOf(name, change)) is { } planned ? new Difference(Titled(planned), planned) { Term = change }
                : new(change.Term.Length > 0 ? $"{change.Subject}, {change.Term}" : change.Subject, change.Subject) { Term = change }),
            .. AmendmentsThatDiffer().Select(name => new Difference($"Amendment '{name}'", name) { Amendment = name }),
            .. series.Select(name => new Difference(Titled(name), name) { Series = name }),
            .. LinesThatDiffer().Select(name => new Difference($"Actual, {name}", name.Split(" / ", 2)[0]) { Line = name }),
        ];
    }

    /// <summary>Everything in which the two differ, citations included; what has the same title is one change.</summary>
    internal ImmutableArray<Difference> Differences { get; }

    /// <summary>The number asked for.</summary>
    internal ChosenOutput Output => of;

    /// <summary>The first deal with some of the differences made, by their numbers; null where they make no deal together, or the number does not apply.</summary>
    internal Mixture? Of(IEnumerable<int> made)
    {
        SortedSet<int> set = [.. made];
        var key = string.Join(',', set);
        if (known.TryGetValue(key, out var mixture)) return mixture;
        known[key] = mixture = Computed(set);
        progress?.Report(known.Count);
        return mixture;
    }

    /// <summary>The model of the first deal with some of the differences made; null where they make no deal together.</summary>
    internal Model? Lay(IEnumerable<int> made)
    {
        HashSet<int> set = [.. made];
        try
        {
            var deal = Deal.Parse(JsonText.Of(json => terms.Whole.Write(json, set.Contains), indented: false)) with { Amendments = Amendments(set) };
            return DealLayout.Lay(deal, Mixed(set), actuals: Happened(set)).Model;
        }
        catch (InvalidInputException)
        {
            return null;
        }
    }

    Mixture? Computed(IEnumerable<int> made)
    {
        try
        {
            return Lay(made) is { } model ? Mixture.Of(model, of) : null;
        }
        catch (InvalidInputException)
        {
            return null;
        }
    }

    ImmutableArray<Amendment> Amendments(IReadOnlySet<int> made)
    {
        var changed = made.Select(index => Differences[index].Amendment).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. first.Deal.Amendments.Where(amendment => !changed.Contains(amendment.Name)), .. second.Deal.Amendments.Where(amendment => changed.Contains(amendment.Name))];
    }

    /// <summary>What happened, by line of the one or of the other; null where nothing did.</summary>
    Actuals? Happened(IReadOnlySet<int> made)
    {
        var changed = made.Select(index => Differences[index].Line).OfType<string>().ToHashSet(StringComparer.Ordinal);
        ImmutableArray<Actual> values = [.. Facts(first).Where(fact => !changed.Contains(fact.Line)), .. Facts(second).Where(fact => changed.Contains(fact.Line))];
        return values.IsEmpty ? null : new(values) { To = new[] { first, second }.Select(side => side.Deal.History?.To).Max() };
    }

    Market Mixed(IReadOnlySet<int> made)
    {
        var series = made.Select(index => Differences[index].Series).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return first.Deal.Planned with
        {
            Indices = Chosen(first.Deal.Planned.Indices, second.Deal.Planned.Indices, series),
            Prices = Chosen(first.Deal.Planned.Prices, second.Deal.Planned.Prices, series),
        };
    }

    static ImmutableSortedDictionary<string, T> Chosen<T>(ImmutableSortedDictionary<string, T> first, ImmutableSortedDictionary<string, T> second, HashSet<string> series) =>
        first.RemoveRange(series).SetItems(second.Where(one => series.Contains(one.Key)));

    static string Titled(string series) => $"Market, {series}";

    /// <summary>Whether a term is the planning assumption that a series of the market is made of.</summary>
    static bool IsPlanOf(string series, TermChange change) => change.Path == JsonPath.Field("planning.indices", series) || change.Path == JsonPath.Field("planning.prices", series);

    IEnumerable<string> AmendmentsThatDiffer() =>
        Paired.By(first.Deal.Amendments, second.Deal.Amendments, amendment => amendment.Name).Where(pair => Written(pair.First) != Written(pair.Second)).Select(pair => (pair.First ?? pair.Second)!.Name);

    IEnumerable<string> SeriesThatDiffer() =>
        Names(first.Deal.Planned).Union(Names(second.Deal.Planned)).Order(StringComparer.Ordinal).Where(name => Written(first.Deal.Planned, name) != Written(second.Deal.Planned, name));

    // Where a fact is written makes no difference.
    IEnumerable<string> LinesThatDiffer() => Facts(first).Concat(Facts(second)).Select(fact => fact.Line).Distinct()
        .Where(line => !Of(first, line).SequenceEqual(Of(second, line))).Order(StringComparer.Ordinal);

    static IEnumerable<(NodaTime.LocalDate, string)> Of(ComparedRun side, string line) => Facts(side).Where(fact => fact.Line == line).Select(fact => (fact.Date, fact.Value)).Order();

    static ImmutableArray<Actual> Facts(ComparedRun side) => side.Deal.History?.Values ?? [];

    string Written(Amendment? amendment) => amendment is null ? "" : DealShape.Shape.Text(first.Deal.Given with { Amendments = [amendment] });

    static IEnumerable<string> Names(Market market) => market.Indices.Keys.Concat(market.Prices.Keys);

    static string Written(Market market, string name) => MarketShape.Shape.Text(Market.Empty with
    {
        Indices = market.Indices.TryGetValue(name, out var index) ? Sorted.Empty<Rates.IndexSeries>().Add(name, index with { Source = "" }) : Sorted.Empty<Rates.IndexSeries>(),
        Prices = market.Prices.TryGetValue(name, out var price) ? Sorted.Empty<Rates.PriceSeries>().Add(name, price with { Source = "" }) : Sorted.Empty<Rates.PriceSeries>(),
    });

    /// <summary>One thing in which the two differ.</summary>
    /// <param name="Title">What it is called.</param>
    /// <param name="Part">The part of the deal it belongs to.</param>
    internal sealed record Difference(string Title, string Part)
    {
        internal TermChange? Term { get; init; }

        internal string? Amendment { get; init; }

        internal string? Series { get; init; }

        internal string? Line { get; init; }
    }
}
