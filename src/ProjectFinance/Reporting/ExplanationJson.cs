using System.Text.Json;
using ProjectFinance.Deals.Json;
using ProjectFinance.Rates;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>Writes explanations as JSON for other tools.</summary>
public static class ExplanationJson
{
    /// <summary>
    /// The explanation as one JSON object on one line: name, period, unit, value, formula, source and parts, each part alike. What does not apply
    /// is null: the period of a parameter, the formula of an input. An input of the market has "observed": the series, the days after one date up to another, and under
    /// "read" which figures of it were read in which file, at which place, by which rule. What is zero, and conditions,
    /// have "reasons", where there are any to tell.
    /// </summary>
    public static string Write(Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return JsonText.Of(json => Object(json, explanation), indented: false) + "\n";
    }

    static void Readings(Utf8JsonWriter json, IEnumerable<MarketReading> readings)
    {
        json.WriteStartArray("read");
        foreach (var one in readings)
        {
            json.WriteStartObject();
            json.WriteString("series", one.Series);
            json.WriteString("figure", one.Figure);
            json.WriteString("rule", one.Rule);
            json.WriteString("file", one.File);
            json.WriteString("place", one.Place);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Reasons(Utf8JsonWriter json, string name, IEnumerable<Reason> reasons)
    {
        json.WriteStartArray(name);
        foreach (var reason in reasons)
        {
            json.WriteStartObject();
            json.WriteString("text", reason.Text);
            json.WriteString("line", reason.Line);
            json.WriteString("date", reason.Period.End.Iso());
            Reasons(json, "parts", reason.Parts);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Object(Utf8JsonWriter json, Explanation explanation)
    {
        json.WriteStartObject();
        json.WriteString("name", explanation.Name);
        if (explanation.Period is { } period)
        {
            json.WriteStartObject("period");
            json.WriteString("start", period.Start.Iso());
            json.WriteString("end", period.End.Iso());
            json.WriteNumber("days", period.Days);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("period");
        }
        json.WriteString("unit", explanation.Unit.ToString());
        json.WritePropertyName("value");
        RunJson.Number(json, explanation.Value);
        json.WriteString("formula", explanation.IsInput ? null : explanation.Text);
        json.WriteString("source", explanation.Source);
        if (explanation.Observed is { } observed)
        {
            json.WriteStartObject("observed");
            json.WriteString("series", observed.Series);
            json.WriteString("after", observed.Over.Start.Iso());
            json.WriteString("upTo", observed.Over.End.Iso());
            Readings(json, observed.Readings);
            json.WriteEndObject();
        }
        if (!explanation.Reasons.IsEmpty) Reasons(json, "reasons", explanation.Reasons);
        json.WriteStartArray("parts");
        foreach (var part in explanation.Parts) Object(json, part);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
