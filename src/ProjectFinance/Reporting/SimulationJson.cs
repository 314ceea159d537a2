using System.Text.Json;
using ProjectFinance.Deals.Json;
using ProjectFinance.Results;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Reporting;

/// <summary>
/// Writes what came out of a simulation as one JSON object for other tools: deal, engine, paths, identity, outputs, events, bands. Numbers in full precision, dates as ISO 8601, rates and
/// probabilities as fractions; what does not apply is null. The same bytes whatever the threads and shards.
/// </summary>
public static class SimulationJson
{
    /// <summary>The result as JSON on one line, which ends with a line feed.</summary>
    public static string Write(SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return JsonText.Of(json => Object(json, result), indented: false) + "\n";
    }

    static void Object(Utf8JsonWriter json, SimulationResult result)
    {
        var heading = result.Heading;
        json.WriteStartObject();
        json.WriteString("deal", heading.Deal);
        json.WriteStartObject("engine");
        json.WriteString("name", Engine.Name);
        json.WriteString("version", heading.Engine);
        json.WriteEndObject();
        json.WriteNumber("paths", heading.Paths);
        json.WriteStartObject("identity");
        foreach (var (name, value) in heading.Identity) json.WriteString(name, value);
        json.WriteEndObject();
        Number(json, "precision", SimulationResult.Precision);
        json.WriteNumber("tail", heading.Tail);
        RunJson.Array(json, "outputs", result.Outputs, Output);
        RunJson.Array(json, "events", result.Events, Event);
        RunJson.Array(json, "bands", result.Bands, Band);
        json.WriteEndObject();
    }

    static void Output(Utf8JsonWriter json, OutputStatistics output)
    {
        json.WriteString("name", output.Name);
        json.WriteString("line", output.Line);
        json.WriteString("unit", output.Unit.ToString());
        Statistics(json, output);
    }

    static void Statistics(Utf8JsonWriter json, OutputStatistics output)
    {
        json.WriteNumber("count", output.Count);
        json.WriteNumber("notApplicable", output.NotApplicable);
        Number(json, "mean", output.Mean);
        Number(json, "standardDeviation", output.StandardDeviation);
        Number(json, "standardError", output.StandardError);
        Number(json, "skewness", output.Skewness);
        End(json, "lowest", output.Lowest);
        End(json, "highest", output.Highest);
        RunJson.Array(json, "quantiles", output.Quantiles, (to, quantile) =>
        {
            to.WriteNumber("level", quantile.Level);
            Number(to, "value", quantile.Value);
        });
        Number(json, "meanOfLowest", output.MeanOfLowest);
        Number(json, "meanOfHighest", output.MeanOfHighest);
    }

    static void Event(Utf8JsonWriter json, EventStatistics happens)
    {
        json.WriteString("name", happens.Name);
        json.WriteString("line", happens.Line.Length == 0 ? null : happens.Line);
        json.WriteString("kind", happens.Kind.ToString().ToLowerInvariant());
        json.WriteNumber("count", happens.Count);
        Number(json, "probability", happens.Probability);
        Number(json, "standardError", happens.StandardError);
        RunJson.Array(json, "first", happens.First, (to, day) =>
        {
            to.WriteString("on", day.On.Iso());
            to.WriteNumber("count", day.Count);
        });
    }

    static void Band(Utf8JsonWriter json, Band band)
    {
        json.WriteString("line", band.Line);
        json.WriteString("unit", band.Unit.ToString());
        RunJson.Array(json, "periods", band.Periods, (to, period) =>
        {
            to.WriteString("end", period.End.Iso());
            Statistics(to, period.Statistics);
        });
    }

    static void End(Utf8JsonWriter json, string name, ScenarioValue? end)
    {
        if (end is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        Number(json, "value", end.Value);
        json.WriteNumber("scenario", end.Scenario);
        json.WriteEndObject();
    }

    static void Number(Utf8JsonWriter json, string name, double? value)
    {
        json.WritePropertyName(name);
        RunJson.Number(json, value);
    }
}
