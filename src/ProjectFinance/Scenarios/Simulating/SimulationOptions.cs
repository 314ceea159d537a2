using System.Collections.Immutable;
using ProjectFinance.Scenarios;

namespace ProjectFinance;

/// <summary>What a simulation computes, and how.</summary>
public sealed record SimulationOptions
{
    /// <summary>How many scenarios; at least 1.</summary>
    public required long Paths { get; init; }

    /// <summary>What random scenarios are drawn with: the same seed gives the same scenarios. The default is the seed of the <see cref="ScenarioTerms"/>. Ignored where scenarios are given otherwise.</summary>
    public ulong? Seed { get; init; }

    /// <summary>
    /// The numbers whose distributions are wanted, as <see cref="ChosenOutput"/> reads them: "lowest Ratios / DSCR". The default for a deal: lowest DSCR and LLCR, what is outstanding on each loan at maturity,
    /// everything each account distributes. A model of one's own has no default.
    /// </summary>
    public ImmutableArray<string> Outputs { get; init; } = [];

    /// <summary>The lines whose distribution is wanted period by period, by patterns of their names: "Ratios / DSCR". The default is none.</summary>
    public ImmutableArray<string> Bands { get; init; } = [];

    /// <summary>Which quantiles are given, as fractions between 0 and 1: 5 % is 0.05. The default is 1, 5, 25, 50, 75, 95 and 99 %.</summary>
    public ImmutableArray<decimal> Quantiles { get; init; } = [0.01m, 0.05m, 0.25m, 0.5m, 0.75m, 0.95m, 0.99m];

    /// <summary>The part of the scenarios over which the mean of the lowest and of the highest values is taken (expected shortfall), as a fraction above 0 up to 1. The default is 5 %.</summary>
    public decimal Tail { get; init; } = 0.05m;

    /// <summary>How many threads compute, from 1 to 1,024; the result does not depend on it. The default is 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Which part of the simulation is run. The default is all of it.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>A folder that exists, to which every output and band of every scenario is written as a NumPy file. The default is none.</summary>
    public string? RawFolder { get; init; }

    /// <summary>What else tells this run from others, such as hashes of the files it was made from: shards in which it differs are not merged. The seed of random scenarios, and what happened where history is locked, is added to it. The default is nothing.</summary>
    public ImmutableSortedDictionary<string, string> Identity { get; init; } = Sorted.Empty<string>();

    /// <summary>Is told after every block of 4,096 scenarios how many are done; by one thread at a time, in rising order. The default is nobody.</summary>
    public IProgress<SimulationProgress>? Progress { get; init; }

    /// <summary>How many scenarios an evaluator takes at once; the result does not depend on it.</summary>
    internal int? Width { get; init; }

    internal IEnumerable<Problem> Problems()
    {
        if (Paths < 1) yield return new("Paths", FormattableString.Invariant($"there are {Paths} scenarios"), "simulate at least 1");
        if (Threads is < 1 or > 1024) yield return new("Threads", FormattableString.Invariant($"there are {Threads}"), "use from 1 to 1,024");
        if (Shard.Problem is { } wrong) yield return wrong;
        foreach (var level in Quantiles.Where(level => level is < 0 or > 1))
            yield return new("Quantiles", FormattableString.Invariant($"{level} is not a part of a whole"), "give fractions from 0 to 1: 5 % is 0.05");
        if (Tail is <= 0 or > 1) yield return new("Tail", FormattableString.Invariant($"{Tail} is not a part of a whole"), "give a fraction above 0 up to 1: 5 % is 0.05");
        if (RawFolder is { } folder && !Directory.Exists(folder)) yield return new("Raw outputs", $"there is no folder '{folder}'", "give a folder that exists");
    }
}

/// <summary>How far a simulation is.</summary>
/// <param name="Done">How many scenarios are done.</param>
/// <param name="Of">How many the shard has.</param>
public readonly record struct SimulationProgress(long Done, long Of);
