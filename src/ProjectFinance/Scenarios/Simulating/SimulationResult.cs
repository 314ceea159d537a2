using System.Collections.Immutable;
using ProjectFinance.Scenarios;

namespace ProjectFinance;

/// <summary>What came out of a simulation. The same bits whatever the threads and shards it was computed in.</summary>
public sealed record SimulationResult
{
    /// <summary>What was simulated.</summary>
    public required SimulationHeading Heading { get; init; }

    /// <summary>The distribution of each output, in the order asked for.</summary>
    public required ImmutableArray<OutputStatistics> Outputs { get; init; }

    /// <summary>How often each breach and each event of default happens, any of a kind before the single ones.</summary>
    public required ImmutableArray<EventStatistics> Events { get; init; }

    /// <summary>The distribution of each line asked for by period.</summary>
    public required ImmutableArray<Band> Bands { get; init; }

    /// <summary>How far a quantile may be from the one of the sorted values, and a mean of a tail from theirs, as a part of the values themselves: 2^-13, or 0.012 %.</summary>
    public static double Precision => Histogram.Precision;

    /// <summary>The output with a name.</summary>
    /// <exception cref="InvalidInputException">There is none; the message names the nearest.</exception>
    public OutputStatistics this[string output] => Outputs.FirstOrDefault(one => one.Name == output)
        ?? throw InvalidInputException.Of($"Output '{output}'", "it was not simulated", Nearest.Hint(output, Outputs.Select(one => one.Name)));
}
