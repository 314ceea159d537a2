using System.Globalization;

namespace ProjectFinance.Scenarios;

/// <summary>Joins the parts of a simulation one after the other, so that only one need be in memory.</summary>
public sealed class SimulationMerge
{
    readonly SortedDictionary<int, (string Name, string? Hash)> known = [];
    readonly Gather gather = new();
    SimulationPart? first;
    SimulationTallies? total;

    /// <summary>Adds a part, in any order. One that was added before counts once; one that does not belong is a problem that <see cref="Result"/> reports.</summary>
    public void Add(SimulationPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        if (first is null)
        {
            first = part;
            total = SimulationTallies.Empty(part.Heading, part.Tallies.Figures.Select(figure => figure.Anchor));
        }
        var different = Differences(first, part);
        gather.Add(different.Select(fact => new Problem(Called(part), fact, $"merge the shards of one simulation; {Called(first)} is of another")));
        if (different.Count > 0) return;
        if (known.TryGetValue(part.Shard.Index, out var before))
        {
            if ((before.Hash ?? HashOf(first)) != HashOf(part)) gather.Add([new(Called(part), $"its scenarios are also in {before.Name}, with other results", "a shard run twice writes the same bytes; run it again with one version of the program and the same files")]);
            return;
        }
        // The first stays in memory, so that a simulation that was not divided need not be written to be merged.
        known.Add(part.Shard.Index, (Called(part), ReferenceEquals(part, first) ? null : HashOf(part)));
        total!.Add(part.Tallies);
    }

    /// <summary>The result of the whole, the same bits as if it had been run undivided.</summary>
    /// <exception cref="InvalidInputException">Parts are missing, belong to different simulations, or two of one number differ; every problem at once.</exception>
    public SimulationResult Result()
    {
        if (first is null) throw InvalidInputException.Of("Shards", "there are none", "give every shard of a simulation");
        if (known.Count < first.Shard.Of)
            gather.Add([new("Shards", string.Create(CultureInfo.InvariantCulture, $"of {first.Shard.Of} these are missing: {Missing(first.Shard.Of)}"), "run them and give every shard")]);
        gather.Throw();
        return TallyStatistics.Of(first.Heading, total!);
    }

    static string HashOf(SimulationPart part) => Fingerprint.Of(part.ToJson());

    static string Called(SimulationPart part) => part.Name.Length == 0 ? $"Shard {part.Shard}" : $"Shard file '{part.Name}'";

    // As array jobs take them: 2,5-7.
    string Missing(int of)
    {
        var runs = new List<string>();
        for (int i = 0; i < of; i++)
        {
            if (known.ContainsKey(i)) continue;
            int start = i;
            while (i + 1 < of && !known.ContainsKey(i + 1)) i++;
            runs.Add(start == i ? start.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{start}-{i}"));
        }
        return string.Join(',', runs);
    }

    static List<string> Differences(SimulationPart first, SimulationPart other)
    {
        List<string> told = [.. Told(first, other)];
        // Other values in scenario 0 follow from any other difference; alone they tell.
        if (told.Count == 0 && !first.Tallies.Figures.Select(figure => figure.Anchor).SequenceEqual(other.Tallies.Figures.Select(figure => figure.Anchor))) told.Add("its scenario 0 has other values");
        return told;
    }

    static IEnumerable<string> Told(SimulationPart first, SimulationPart other)
    {
        var (a, b) = (first.Heading, other.Heading);
        if (a.Deal != b.Deal) yield return $"its deal is '{b.Deal}', not '{a.Deal}'";
        if (a.Engine != b.Engine) yield return $"it was written by version {b.Engine}, not {a.Engine}";
        if (a.Paths != b.Paths) yield return FormattableString.Invariant($"its simulation has {b.Paths} scenarios, not {a.Paths}");
        if (first.Shard.Of != other.Shard.Of) yield return FormattableString.Invariant($"its simulation has {other.Shard.Of} shards, not {first.Shard.Of}");
        foreach (var key in a.Identity.Keys.Union(b.Identity.Keys).Order(StringComparer.Ordinal))
            if (a.Identity.GetValueOrDefault(key, "none") is var mine && b.Identity.GetValueOrDefault(key, "none") is var theirs && mine != theirs) yield return $"its {key} is {theirs}, not {mine}";
        bool isAlike = a.Outputs.SequenceEqual(b.Outputs) && a.Events.SequenceEqual(b.Events) && a.Bands.SequenceEqual(b.Bands) && a.Ends.SequenceEqual(b.Ends) && a.Quantiles.SequenceEqual(b.Quantiles) && a.Tail == b.Tail;
        if (!isAlike) yield return "it has other outputs, bands, quantiles or periods";
    }
}
