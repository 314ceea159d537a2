using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>
/// Every cell of a run for the script of the page: its value as people read it, the pattern of its formula, and why it is as it is. Every text is kept once, and of equal columns in a row the first.
/// </summary>
sealed class CellTable(Run run, FormulaPatterns formulas)
{
    readonly Numbered<string> texts = new();
    readonly Numbered<string> notes = new();

    internal string Json()
    {
        using var buffer = new MemoryStream();
        // This encoder leaves no character that means anything in markup.
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.Default })) Write(json);
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    void Write(Utf8JsonWriter json)
    {
        var patterns = new PatternTable(run, formulas, texts);
        // The first note is that there is none.
        _ = notes["[]"];
        json.WriteStartObject();
        Array(json, "columns", run.Model.Periods, t => json.WriteStringValue(t.End.Iso()));
        Array(json, "lines", run.Model.Lines, line => Line(json, patterns, line));
        Array(json, "parameters", run.Model.Parameters, parameter => Parameter(json, parameter));
        json.WriteStartArray("sums");
        foreach (var row in patterns.Sums) Row(json, t => row[t.Index]);
        json.WriteEndArray();
        Array(json, "patterns", patterns.All, pattern => json.WriteRawValue(pattern));
        Array(json, "notes", notes.All, note => json.WriteRawValue(note));
        Array(json, "texts", texts.All, json.WriteStringValue);
        json.WriteEndObject();
    }

    void Line(Utf8JsonWriter json, PatternTable patterns, Line line)
    {
        json.WriteStartObject();
        json.WriteString("name", line.Name);
        json.WriteString("unit", UnitOf(line.Unit));
        json.WriteString("kind", line.Kind.ToString());
        json.WriteNumber("source", texts[line.Source]);
        json.WritePropertyName("values");
        Row(json, t => texts[Value(line, t)]);
        json.WritePropertyName("formulas");
        Row(json, t => patterns.Of(line, t));
        if (line.IsInput) Notes(json, "observed", t => line.IsSuppliedIn(t) && line.Inputs[t.Index].Observed is { } observed ? [ExplanationText.Row(observed)] : []);
        else Notes(json, "reasons", t => ReasonFinder.Of(run, line, t).Select(reason => reason.Summary));
        json.WriteEndObject();
    }

    void Parameter(Utf8JsonWriter json, Parameter parameter)
    {
        json.WriteStartObject();
        json.WriteString("name", parameter.Name);
        json.WriteString("unit", UnitOf(parameter.Unit));
        json.WriteNumber("source", texts[parameter.Source]);
        json.WriteNumber("value", texts[ValueText.Of(run.Model, run.Value(parameter.Input) ?? parameter.Value, parameter.Unit)]);
        json.WriteEndObject();
    }

    string Value(Line line, Period t) => line.Kind == LineKind.Flag ? ValueText.OfFlag(run[line, t]) : ValueText.Of(run.Model, run[line, t], line.Unit);

    /// <summary>A number a column; below zero: the one before, so many times more.</summary>
    void Row(Utf8JsonWriter json, Func<Period, int> of)
    {
        json.WriteStartArray();
        int before = -1, again = 0;
        foreach (var t in run.Model.Periods)
        {
            int number = of(t);
            if (number == before)
            {
                again++;
                continue;
            }
            if (again > 0) json.WriteNumberValue(-again);
            json.WriteNumberValue(number);
            (before, again) = (number, 0);
        }
        if (again > 0) json.WriteNumberValue(-again);
        json.WriteEndArray();
    }

    /// <summary>Texts by column, where any column has some.</summary>
    void Notes(Utf8JsonWriter json, string name, Func<Period, IEnumerable<string>> of)
    {
        var numbers = run.Model.Periods.Select(t => notes[$"[{string.Join(',', of(t).Select(text => texts[text].ToString(CultureInfo.InvariantCulture)))}]"]).ToList();
        if (!numbers.Exists(number => number > 0)) return;
        json.WritePropertyName(name);
        Row(json, t => numbers[t.Index]);
    }

    static string UnitOf(Unit unit) => unit.IsNone || unit == Units.Day ? "" : unit.Symbol;

    static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }
}
