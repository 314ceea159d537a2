using System.Text.Json;
using ProjectFinance.Deals.Json;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>Writes sensitivities as JSON for other tools.</summary>
public static class SensitivitiesJson
{
    /// <summary>
    /// The sensitivities as one JSON object on one line: deal, engine, output, unit, value, on, inputs, and tornado where there is one (docs/command-line.md). Numbers in full precision; what does not apply is null.
    /// </summary>
    public static string Write(SensitivityReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonText.Of(json => Object(json, report), indented: false) + "\n";
    }

    static void Object(Utf8JsonWriter json, SensitivityReport report)
    {
        var sensitivities = report.Sensitivities;
        json.WriteStartObject();
        json.WriteStartObject("deal");
        json.WriteString("name", report.Deal.Deal.Name);
        json.WriteString("closing", report.Deal.Deal.Closing.Iso());
        json.WriteString("market", report.Deal.Market.Name);
        HistoryText.Field(json, report.Deal);
        json.WriteEndObject();
        Engine.Write(json);
        json.WriteString("output", sensitivities.Output.ToString());
        json.WriteString("unit", sensitivities.Unit.ToString());
        Number(json, "value", sensitivities.Value);
        json.WriteString("on", report.Value?.On.Iso());
        RunJson.Array(json, "inputs", report.Inputs, Input);
        if (report.Tornado is not null) RunJson.Array(json, "tornado", report.Bars, Bar);
        json.WriteEndObject();
    }

    static void Input(Utf8JsonWriter json, Sensitivity input)
    {
        json.WriteString("name", input.Input.Name);
        json.WriteString("unit", input.Input.Unit.ToString());
        Number(json, "derivative", input.Derivative);
        json.WriteString("derivativeUnit", input.DerivativeUnit);
        json.WriteString("move", input.Move.In(input.Input.Unit));
        Number(json, "effect", input.Effect);
        RunJson.Array(json, "values", input.Slopes, Slope);
    }

    static void Slope(Utf8JsonWriter json, InputSlope slope)
    {
        json.WriteString("input", slope.Input.Name);
        json.WriteString("on", slope.Input.Period?.End.Iso());
        Number(json, "value", slope.Value);
        Number(json, "derivative", slope.Derivative);
    }

    static void Bar(Utf8JsonWriter json, TornadoBar bar)
    {
        var unit = bar.Input.Input.Unit;
        json.WriteString("name", bar.Input.Input.Name);
        json.WriteString("lowMove", bar.Range.Low.In(unit));
        json.WriteString("highMove", bar.Range.High.In(unit));
        Number(json, "low", bar.Low);
        Number(json, "high", bar.High);
        Number(json, "lowEstimate", bar.LowEstimate);
        Number(json, "highEstimate", bar.HighEstimate);
        json.WriteBoolean("bent", bar.IsBent);
    }

    static void Number(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        RunJson.Number(json, value);
    }
}
