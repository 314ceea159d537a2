using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Rates;

/// <summary>Average prices by calendar span.</summary>
public sealed record PriceSeries
{
    /// <summary>The unit: USD/oz.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Average prices by span, which do not overlap: "1996-Q3" 384.78.</summary>
    public required ImmutableSortedDictionary<string, double> Values { get; init; }

    /// <summary>The price after the last span; the default is none, and asking for one is an error.</summary>
    public double? Afterwards { get; init; }

    /// <summary>Who publishes the prices and what is assumed. The default is empty.</summary>
    public string Source { get; init; } = "";

    /// <summary>The average price over the days after one date up to another, each day at the price of its span; null where a day has none.</summary>
    public double? Average(LocalDate after, LocalDate upTo)
    {
        // A column without days asks for the price of its one date.
        if (after == upTo) after = upTo.PlusDays(-1);
        double sum = 0;
        int found = 0;
        var last = LocalDate.MinIsoValue;
        foreach (var (label, price) in Values)
        {
            var span = Spans.Parse(label);
            last = LocalDate.Max(last, span.End);
            int days = Math.Max(0, NodaTime.Period.DaysBetween(LocalDate.Max(after, span.Start), LocalDate.Min(upTo, span.End)));
            sum += days * price;
            found += days;
        }
        int wanted = NodaTime.Period.DaysBetween(after, upTo);
        int beyond = Math.Max(0, NodaTime.Period.DaysBetween(LocalDate.Max(after, last), upTo));
        if (Afterwards is { } held && beyond > 0)
        {
            sum += beyond * held;
            found += beyond;
        }
        return found == wanted ? sum / wanted : null;
    }
}
