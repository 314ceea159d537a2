using System.Collections.Immutable;
using ProjectFinance.Rates;

namespace ProjectFinance.Facilities;

/// <summary>The rates at which an index of a loan, and each that takes its place, is fixed: one input each, and a parameter for each spread.</summary>
sealed class IndexFixings
{
    readonly Dictionary<QuotedIndex, Line> fixings = [];
    readonly Dictionary<QuotedIndex, Parameter> spreads = [];

    /// <summary>Writes them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="loan">The loan's name.</param>
    /// <param name="source">The clause.</param>
    /// <param name="indices">The indices.</param>
    /// <param name="market">Where the rates come from.</param>
    /// <param name="periods">The period whose rate, or part of it, an index makes in a column; null for none.</param>
    /// <param name="suffix">What follows the lines' names where a loan has several such sets.</param>
    internal IndexFixings(Model model, string loan, string source, ImmutableArray<QuotedIndex> indices, Market market, Func<QuotedIndex, Period, RatePeriod?> periods, string suffix = "")
    {
        foreach (var quoted in indices)
        {
            var fixing = new IndexFixing(loan, quoted, market);
            fixings[quoted] = model.Input($"{loan} / {quoted.Title}{suffix}", Unit.None, t => periods(quoted, t) is { } period ? fixing.Rate(period, t) : null,
                market.Indices.GetValueOrDefault(quoted.Name)?.Source ?? "", when: t => periods(quoted, t) is not null, observes: t => periods(quoted, t) is { } period ? quoted.Observed(period.Start, t) with { LooksUp = into => fixing.Rate(period, t, into) } : null);
            if (quoted.From is not null) spreads[quoted] = model.Parameter($"{loan} / Spread on {quoted.Name}{suffix}", quoted.Spread.Fraction * Unit.None, source);
        }
    }

    /// <summary>The rate of an index in a column, with a fallback's spread, before it is rounded.</summary>
    internal Formula Of(QuotedIndex quoted, Period t) => spreads.TryGetValue(quoted, out var spread) ? fixings[quoted][t] + spread : fixings[quoted][t];
}
