using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Scenarios;

/// <summary>What was simulated: everything that must be the same in all shards of one simulation.</summary>
public sealed record SimulationHeading
{
    /// <summary>What the deal is called; empty for a model of one's own.</summary>
    public required string Deal { get; init; }

    /// <summary>The version of the library: "0.1.0".</summary>
    public required string Engine { get; init; }

    /// <summary>How many scenarios there are in all shards together.</summary>
    public required long Paths { get; init; }

    /// <summary>What else tells this run from others: hashes of files, the seed.</summary>
    public required ImmutableSortedDictionary<string, string> Identity { get; init; }

    /// <summary>Which quantiles are given, as fractions.</summary>
    public required ImmutableArray<decimal> Quantiles { get; init; }

    /// <summary>The part of the scenarios over which the means of the lowest and highest values are taken, as a fraction.</summary>
    public required decimal Tail { get; init; }

    /// <summary>The ends of the columns.</summary>
    public required ImmutableArray<LocalDate> Ends { get; init; }

    /// <summary>Every number followed over all scenarios: the outputs asked for.</summary>
    internal ImmutableArray<FigureHeading> Outputs { get; init; } = [];

    /// <summary>Everything of which it is asked whether and when it first happens.</summary>
    internal ImmutableArray<EventHeading> Events { get; init; } = [];

    /// <summary>The lines followed period by period.</summary>
    internal ImmutableArray<FigureHeading> Bands { get; init; } = [];
}

/// <summary>What a figure is called and counted in.</summary>
/// <param name="Name">As asked for: "lowest Ratios / DSCR"; the line's name for a band.</param>
/// <param name="Line">The line it is read off.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Kind">What kind of line.</param>
sealed record FigureHeading(string Name, string Line, Unit Unit, LineKind Kind);

/// <summary>Something that may happen.</summary>
/// <param name="Name">The title: "Current ratio".</param>
/// <param name="Line">The flag that records it; empty for any of a kind.</param>
/// <param name="Kind">What it is.</param>
sealed record EventHeading(string Name, string Line, SimulatedEvent Kind);

/// <summary>What kind of thing may happen in a scenario.</summary>
public enum SimulatedEvent
{
    /// <summary>A breach.</summary>
    Breach,

    /// <summary>An event of default: a breach that was neither cured in time nor waived.</summary>
    Default,

    /// <summary>All principal is called because of a default.</summary>
    Acceleration,
}
