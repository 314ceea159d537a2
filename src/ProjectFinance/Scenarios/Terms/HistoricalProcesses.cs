using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Scenarios;

/// <summary>
/// A price that moves by logarithmic returns of the past, drawn in blocks, around the usual values of its inputs: a circular block bootstrap. For prices and indices of the market.
/// </summary>
/// <param name="History">What was observed, by date, evenly spaced as far as may be: month ends, business days. All above zero, at least three.</param>
/// <param name="BlockLength">How many returns in a row are taken from the past before another place is drawn: 12 months. From 1 to the number of returns.</param>
public sealed record HistoricalPrice(ImmutableSortedDictionary<LocalDate, double> History, int BlockLength) : Process;

/// <summary>A rate that moves by changes of the past, drawn in blocks, around the usual values of its inputs: a circular block bootstrap. For indices of the market.</summary>
/// <param name="History">What was observed, by date, as yearly fractions. At least three.</param>
/// <param name="BlockLength">How many changes in a row are taken from the past before another place is drawn. From 1 to the number of changes.</param>
public sealed record HistoricalRate(ImmutableSortedDictionary<LocalDate, Percentage> History, int BlockLength) : Process
{
    /// <summary>The least rate, from -100 % to 100 %: lower values become this one. The default, null, is none.</summary>
    public Percentage? Floor { get; init; }
}
