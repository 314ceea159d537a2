using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ProjectFinance.Scenarios;

/// <summary>Writes a shard file: JSON whose doubles are the 16 hexadecimal digits of their bits, so that they read back as they were and the same shard is the same bytes.</summary>
static class ShardWriter
{
    internal const string Format = "ProjectFinance shard";
    internal const int Version = 1;

    internal static void Write(Utf8JsonWriter json, SimulationPart part)
    {
        var heading = part.Heading;
        var (first, end) = part.Shard.BlocksOf(SimulationPlan.BlocksOf(heading.Paths));
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("version", Version);
        json.WriteString("engine", heading.Engine);
        json.WriteString("deal", heading.Deal);
        json.WriteStartObject("identity");
        foreach (var (name, value) in heading.Identity) json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteNumber("paths", heading.Paths);
        json.WriteNumber("shard", part.Shard.Index);
        json.WriteNumber("shards", part.Shard.Of);
        json.WriteStartObject("blocks");
        json.WriteNumber("scenarios", SimulationPlan.Block);
        json.WriteNumber("first", first);
        json.WriteNumber("end", end);
        json.WriteEndObject();
        json.WriteStartArray("quantiles");
        foreach (var level in heading.Quantiles) json.WriteNumberValue(level);
        json.WriteEndArray();
        json.WriteNumber("tail", heading.Tail);
        json.WriteStartArray("periods");
        foreach (var day in heading.Ends) json.WriteStringValue(day.Iso());
        json.WriteEndArray();
        Outputs(json, part);
        Events(json, part);
        Bands(json, part);
        json.WriteEndObject();
    }

    static void Outputs(Utf8JsonWriter json, SimulationPart part)
    {
        json.WriteStartArray("outputs");
        foreach (var (i, output) in part.Heading.Outputs.Index())
        {
            json.WriteStartObject();
            Heading(json, output);
            Tally(json, part.Tallies.Figures[i]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Events(Utf8JsonWriter json, SimulationPart part)
    {
        json.WriteStartArray("events");
        foreach (var (i, happens) in part.Heading.Events.Index())
        {
            json.WriteStartObject();
            json.WriteString("name", happens.Name);
            json.WriteString("line", happens.Line);
            json.WriteString("kind", happens.Kind.ToString());
            json.WriteStartArray("first");
            foreach (long count in part.Tallies.Events[i].First()) json.WriteNumberValue(count);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Bands(Utf8JsonWriter json, SimulationPart part)
    {
        int periods = part.Heading.Ends.Length;
        json.WriteStartArray("bands");
        foreach (var (i, band) in part.Heading.Bands.Index())
        {
            json.WriteStartObject();
            Heading(json, band);
            json.WriteStartArray("cells");
            foreach (var tally in part.Tallies.Figures.AsSpan(part.Heading.Outputs.Length + i * periods, periods))
            {
                json.WriteStartObject();
                Tally(json, tally);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Heading(Utf8JsonWriter json, FigureHeading figure)
    {
        json.WriteString("name", figure.Name);
        json.WriteString("line", figure.Line);
        json.WriteString("unit", figure.Unit.Symbol);
        json.WriteString("kind", figure.Kind.ToString());
    }

    static void Tally(Utf8JsonWriter json, OutputTally tally)
    {
        json.WriteNumber("count", tally.Count);
        json.WriteNumber("notApplicable", tally.NotApplicable);
        json.WriteString("anchor", Bits(tally.Anchor));
        json.WriteStartArray("sums");
        foreach (var sum in tally.Powers) json.WriteStringValue(sum.ToString());
        json.WriteEndArray();
        End(json, "lowest", tally.Lowest);
        End(json, "highest", tally.Highest);
        json.WriteStartArray("buckets");
        int last = 0;
        // The step from the bucket before and how many are in it.
        foreach (var (place, count) in tally.Histogram.Buckets())
        {
            json.WriteNumberValue(place - last);
            json.WriteNumberValue(count);
            last = place;
        }
        json.WriteEndArray();
    }

    static void End(Utf8JsonWriter json, string name, ScenarioValue? end)
    {
        if (end is null) return;
        json.WriteStartObject(name);
        json.WriteString("value", Bits(end.Value));
        json.WriteNumber("scenario", end.Scenario);
        json.WriteEndObject();
    }

    static string Bits(double value) => BitConverter.DoubleToUInt64Bits(value).ToString("x16", CultureInfo.InvariantCulture);
}
