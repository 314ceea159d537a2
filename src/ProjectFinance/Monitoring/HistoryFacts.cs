using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Rates;

namespace ProjectFinance.Monitoring;

/// <summary>The facts that count as history, and the fixings among them that belong to the market.</summary>
sealed class HistoryFacts
{
    const string Subject = "Actuals";

    readonly Actuals actuals;

    HistoryFacts(Actuals actuals, LocalDate to, ImmutableArray<Actual> known) => (this.actuals, To, Known) = (actuals, to, known);

    /// <summary>The day up to which history is locked.</summary>
    internal LocalDate To { get; }

    /// <summary>The facts up to that day, in the order given.</summary>
    internal ImmutableArray<Actual> Known { get; }

    /// <summary>How many facts are dated later.</summary>
    internal int LeftOut => actuals.Values.Length - Known.Length;

    /// <summary>Lines of the file that could not be read.</summary>
    internal ImmutableArray<UnreadLine> Unread => actuals.Unread;

    /// <summary>Whether all that was not reached is said so.</summary>
    internal bool IsSpelledOut => actuals.IsSpelledOut;

    /// <summary>Whether the end of history is the last day that could be read, and a later one may stand in a line that could not.</summary>
    internal bool MayEndLater => actuals.To is null && Unread.Any(line => line.Day is null);

    /// <summary>Fixings that are no numbers, or contradict each other; known once the market has the others.</summary>
    internal Gather WrongFixings { get; } = new();

    /// <summary>The days of those fixings.</summary>
    internal List<LocalDate> WrongFixingDays { get; } = [];

    /// <summary>Takes what counts.</summary>
    /// <param name="actuals">The facts.</param>
    /// <param name="asOf">The day as of which the deal is known; null for all.</param>
    /// <exception cref="InvalidInputException">There are none, or they are wanted up to a day that is not known yet.</exception>
    internal static HistoryFacts Of(Actuals actuals, LocalDate? asOf)
    {
        if (actuals.To is { } wanted && asOf is { } day && wanted > day)
            throw InvalidInputException.Of(Subject, $"history is to be locked up to {wanted.Iso()}, and the deal is known as of {day.Iso()}", "lock it up to a day that is known", "--actuals-to");
        var dates = actuals.Values.Select(one => one.Date).Concat(actuals.Unread.Select(line => line.Day).OfType<LocalDate>()).Where(date => asOf is null || date <= asOf).ToList();
        if (dates.Count == 0 && !actuals.Unread.IsEmpty) throw new InvalidInputException(actuals.Unreadable);
        if (dates.Count == 0) throw InvalidInputException.Of(Subject, actuals.Values.IsEmpty ? "there are none" : $"none is known as of {asOf!.Value.Iso()}", "give what happened up to a day");
        var to = actuals.To ?? dates.Max();
        ImmutableArray<Actual> known = [.. actuals.Values.Where(one => one.Date <= to)];
        return new(actuals, to, known);
    }

    /// <summary>The series of the market that a fact is a fixing of; null where it is none. What a run printed is what its lines showed, fixing or not.</summary>
    internal static string? SeriesOf(Actual fact, Market market) => fact.Unit is null ? Price(fact, market) ?? Index(fact, market) : null;

    /// <summary>The market with the fixings that happened; those that cannot be used are told with everything else that cannot.</summary>
    internal Market Fixed(Market market)
    {
        var seen = new Dictionary<(string, LocalDate), (Actual Fact, double Value)>();
        var (prices, indices) = (market.Prices, market.Indices);
        foreach (var fact in Known)
            if (!WrongFixings.Try(() => Fix(fact))) WrongFixingDays.Add(fact.Date);
        return market with { Prices = prices, Indices = indices };

        void Fix(Actual fact)
        {
            if (SeriesOf(fact, market) is null) return;
            if (Price(fact, market) is { } price)
            {
                double value = Once(seen, fact, price, ActualValue.Number(fact, market.Prices[price].Unit));
                prices = prices.SetItem(price, With(prices[price], fact, value));
            }
            else if (Index(fact, market) is { } index)
            {
                double value = Once(seen, fact, index, ActualValue.Rate(fact));
                indices = indices.SetItem(index, indices[index] with { Fixings = indices[index].Fixings.SetItem(fact.Date, value - indices[index].Plus), Origin = With(indices[index].Origin, fact) });
            }
        }
    }

    static double Once(Dictionary<(string, LocalDate), (Actual Fact, double Value)> seen, Actual fact, string series, double value)
    {
        if (seen.TryAdd((series, fact.Date), (fact, value)) || seen[(series, fact.Date)] is var first && first.Value.Equals(value)) return value;
        throw HistoryConflict.Between(first.Fact, first.Value, fact, value);
    }

    // A price that was planned for all days stays planned for those before the fixing.
    static PriceSeries With(PriceSeries series, Actual fact, double value) => series with
    {
        Fixings = series.Fixings.SetItem(fact.Date, value),
        PlannedAfter = series.PlannedAfter ?? series.Known,
        Origin = With(series.Origin, fact),
    };

    static SeriesOrigin With(SeriesOrigin? origin, Actual fact) => (origin ?? new()) with { Given = (origin ?? new()).Given.SetItem(fact.Date, PlaceOf(fact)) };

    static FilePlace PlaceOf(Actual fact) => fact.Where.LastIndexOf(", ", StringComparison.Ordinal) is > 0 and var at ? new(fact.Where[..at], fact.Where[(at + 2)..]) : new(fact.Source, "");

    static string? Price(Actual fact, Market market) => After(fact.Line, MarketLines.PriceSection) is { } series && market.Prices.ContainsKey(series) ? series : null;

    static string? Index(Actual fact, Market market) => After(fact.Line, MarketLines.IndexSection) is { } series && market.Indices.ContainsKey(series) ? series : null;

    static string? After(string line, string section) => line.StartsWith($"{section} / ", StringComparison.Ordinal) ? line[(section.Length + 3)..] : null;
}
