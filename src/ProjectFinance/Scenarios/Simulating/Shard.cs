using System.Globalization;

namespace ProjectFinance.Scenarios;

/// <summary>Which part of a simulation is run: blocks of scenarios are dealt out evenly, in order.</summary>
/// <param name="Index">Which part, counted from 0; less than <see cref="Of"/>.</param>
/// <param name="Of">How many parts there are; at least 1. There may be more than blocks, and some then have nothing to do.</param>
public sealed record Shard(int Index, int Of)
{
    /// <summary>The only part of an undivided simulation.</summary>
    public static Shard Whole { get; } = new(0, 1);

    /// <summary>Reads a shard as array jobs write it: "0/8" is the first of eight.</summary>
    /// <exception cref="InvalidInputException">It is no shard, or there is none of that number.</exception>
    public static Shard Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('/');
        bool isPair = parts.Length == 2 & int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int index) & int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int of);
        if (!isPair) throw InvalidInputException.Of($"Shard '{text}'", "it is not a shard", "write I/N, such as 0/8 for the first of eight");
        var shard = new Shard(index, of);
        return shard.Problem is { } problem ? throw new InvalidInputException(problem) : shard;
    }

    /// <summary>As array jobs write it: "0/8".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Of}");

    internal Problem? Problem => Of >= 1 && Index >= 0 && Index < Of ? null
        : new($"Shard '{this}'", Of < 1 ? "there are no parts" : $"there is no part {Index} of {Of}", Of < 1 ? "the second number says how many parts there are, at least 1" : $"shards count from 0: 0/{Of} to {Of - 1}/{Of}");

    /// <summary>The blocks of the part: the first, and the one after the last.</summary>
    internal (long First, long End) BlocksOf(long blocks) => ((long)((Int128)blocks * Index / Of), (long)((Int128)blocks * (Index + 1) / Of));

    /// <summary>How many scenarios the part has of so many in all.</summary>
    internal long ScenariosOf(long paths)
    {
        var (first, end) = BlocksOf(SimulationPlan.BlocksOf(paths));
        return Math.Min(end * SimulationPlan.Block, paths) - Math.Min(first * SimulationPlan.Block, paths);
    }
}
