using System.Collections.Immutable;

namespace ProjectFinance.Scenarios;

/// <summary>
/// The distribution of a number over the scenarios in which it applies. A value that is not finite does not apply (a cover ratio with nothing to cover): it is counted, and left out of everything else.
/// Statistics are null where nothing applies.
/// </summary>
public sealed record OutputStatistics
{
    /// <summary>What it is: "lowest Ratios / DSCR"; the cell for a period of a band.</summary>
    public required string Name { get; init; }

    /// <summary>The line it is read off.</summary>
    public required string Line { get; init; }

    /// <summary>What it is counted in.</summary>
    public required Unit Unit { get; init; }

    /// <summary>What kind of line it is read off.</summary>
    public required LineKind Kind { get; init; }

    /// <summary>In how many scenarios it applies.</summary>
    public required long Count { get; init; }

    /// <summary>In how many scenarios it does not.</summary>
    public required long NotApplicable { get; init; }

    /// <summary>The mean.</summary>
    public required double? Mean { get; init; }

    /// <summary>The standard deviation of the scenarios as a sample (divided by one less than their number); null for fewer than two.</summary>
    public required double? StandardDeviation { get; init; }

    /// <summary>The standard error of the mean, for scenarios drawn independently of each other: the standard deviation divided by the square root of their number.</summary>
    public required double? StandardError { get; init; }

    /// <summary>The skewness: the third central moment divided by the standard deviation's third power, both over all scenarios; null where all values are the same.</summary>
    public required double? Skewness { get; init; }

    /// <summary>The lowest value, exactly, and its scenario.</summary>
    public required ScenarioValue? Lowest { get; init; }

    /// <summary>The highest value, exactly, and its scenario.</summary>
    public required ScenarioValue? Highest { get; init; }

    /// <summary>The quantiles asked for, from the lowest level. Of level p it is the least value that a part p of the scenarios does not exceed, within <see cref="SimulationResult.Precision"/>.</summary>
    public required ImmutableArray<Quantile> Quantiles { get; init; }

    /// <summary>The mean of the lowest values, that part of the scenarios which was asked for (expected shortfall of what should be high), within <see cref="SimulationResult.Precision"/>.</summary>
    public required double? MeanOfLowest { get; init; }

    /// <summary>The mean of the highest values (expected shortfall of what should be low), within <see cref="SimulationResult.Precision"/>.</summary>
    public required double? MeanOfHighest { get; init; }
}

/// <summary>A quantile.</summary>
/// <param name="Level">The part of the scenarios that does not exceed it, as a fraction: 5 % is 0.05.</param>
/// <param name="Value">The value; null where nothing applies.</param>
public sealed record Quantile(decimal Level, double? Value);
