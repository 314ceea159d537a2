using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime.Text;

namespace ProjectFinance.Scenarios;

/// <summary>Reads what <see cref="ShardWriter"/> writes. Only programs write these files, so anything else is damage and needs no place.</summary>
static class ShardReader
{
    /// <summary>Reads a part.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="InvalidInputException">It is no shard file of this version, or it is damaged.</exception>
    internal static SimulationPart Read(string text, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.String || format.GetString() != ShardWriter.Format)
                throw Wrong(name, "it is not a shard file", "give files that simulate --shard wrote");
            if (root.GetProperty("version").GetInt32() is var version && version != ShardWriter.Version)
                throw Wrong(name, FormattableString.Invariant($"its format has version {version}"), FormattableString.Invariant($"this program reads version {ShardWriter.Version}; run the shard again with it"));
            var part = Part(root, name);
            return IsWhole(root, part) ? part : throw new FormatException("Its counts do not add up.");
        }
        catch (Exception damage) when (damage is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or OverflowException or ArgumentException or IndexOutOfRangeException or UnparsableValueException)
        {
            throw Wrong(name, "it is damaged or not whole", "run the shard again");
        }
    }

    static InvalidInputException Wrong(string name, string fact, string allowed) => InvalidInputException.Of($"Shard file '{name}'", fact, allowed);

    static SimulationPart Part(JsonElement root, string name)
    {
        var heading = new SimulationHeading
        {
            Deal = Text(root, "deal"), Engine = Text(root, "engine"), Paths = root.GetProperty("paths").GetInt64(),
            Identity = Sorted.Empty<string>().AddRange(root.GetProperty("identity").EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, entry.Value.GetString()!))),
            Quantiles = [.. Items(root, "quantiles").Select(level => level.GetDecimal())], Tail = root.GetProperty("tail").GetDecimal(),
            Ends = [.. Items(root, "periods").Select(end => LocalDatePattern.Iso.Parse(end.GetString()!).Value)],
            Outputs = [.. Items(root, "outputs").Select(Heading)],
            Events = [.. Items(root, "events").Select(happens => new EventHeading(Text(happens, "name"), Text(happens, "line"), Enum.Parse<SimulatedEvent>(Text(happens, "kind"))))],
            Bands = [.. Items(root, "bands").Select(Heading)],
        };
        var tallies = new SimulationTallies(
            [.. Items(root, "outputs").Concat(Items(root, "bands").SelectMany(band => Items(band, "cells"))).Select(Tally)],
            [.. Items(root, "events").Select(happens => Event(happens, heading.Ends.Length))]);
        var shard = new Shard(root.GetProperty("shard").GetInt32(), root.GetProperty("shards").GetInt32());
        if (shard.Problem is not null || heading.Paths < 1) throw new FormatException("There is no such shard.");
        return new(heading, shard, tallies, name);
    }

    static bool IsWhole(JsonElement root, SimulationPart part)
    {
        var heading = part.Heading;
        var blocks = root.GetProperty("blocks");
        var (first, end) = part.Shard.BlocksOf(SimulationPlan.BlocksOf(heading.Paths));
        long scenarios = part.Shard.ScenariosOf(heading.Paths);
        return blocks.GetProperty("scenarios").GetInt32() == SimulationPlan.Block && blocks.GetProperty("first").GetInt64() == first && blocks.GetProperty("end").GetInt64() == end
            && part.Tallies.Figures.Length == heading.Outputs.Length + heading.Bands.Length * heading.Ends.Length
            && part.Tallies.Figures.All(tally => tally.Count + tally.NotApplicable == scenarios && tally.Histogram.Buckets().Sum(bucket => bucket.Count) == tally.Count && tally.Lowest is null == (tally.Count == 0) && tally.Highest is null == (tally.Count == 0))
            && part.Tallies.Events.All(tally => tally.First().All(count => count >= 0) && tally.First().Sum() <= scenarios);
    }

    static FigureHeading Heading(JsonElement figure) => new(Text(figure, "name"), Text(figure, "line"), Unit.Parse(Text(figure, "unit")), Enum.Parse<LineKind>(Text(figure, "kind")));

    static OutputTally Tally(JsonElement from)
    {
        var tally = new OutputTally(Double(from, "anchor"));
        tally.Restore(from.GetProperty("count").GetInt64(), from.GetProperty("notApplicable").GetInt64(), End(from, "lowest"), End(from, "highest"), Items(from, "sums").Select(sum => ExactSum.Parse(sum.GetString()!)));
        int place = 0;
        foreach (var pair in Items(from, "buckets").Chunk(2)) tally.Histogram.Add(place = checked(place + pair[0].GetInt32()), pair[1].GetInt64());
        return tally;
    }

    static EventTally Event(JsonElement from, int periods)
    {
        long[] counts = [.. Items(from, "first").Select(count => count.GetInt64())];
        if (counts.Length != periods) throw new FormatException("There is not one count a period.");
        var tally = new EventTally(periods);
        tally.Add(counts);
        return tally;
    }

    static ScenarioValue? End(JsonElement from, string name) => from.TryGetProperty(name, out var end) ? new(Double(end, "value"), end.GetProperty("scenario").GetInt64()) : null;

    static double Double(JsonElement from, string name) => BitConverter.UInt64BitsToDouble(ulong.Parse(Text(from, name), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    static string Text(JsonElement from, string name) => from.GetProperty(name).GetString() ?? throw new FormatException("A text is missing.");

    static JsonElement.ArrayEnumerator Items(JsonElement from, string name) => from.GetProperty(name).EnumerateArray();
}
