using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ProjectFinance.Modelling;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>
/// Every cell of a run for the script of the page: its value as people read it, the pattern of its formula, and what the formula refers to. Texts are kept once; what a formula refers to is told
/// by line and distance in columns, so that the columns of a line mostly share one pattern.
/// </summary>
sealed class CellTable
{
    /// <summary>In place of a pattern: the cell is supplied; or nothing supplies it in this column.</summary>
    const int Supplied = -1, None = -2;

    readonly Run run;
    readonly Numbered<string> texts = new();
    readonly Numbered<string> patterns = new();
    readonly Dictionary<int, (int Line, int Column)> places = [];

    internal CellTable(Run run)
    {
        this.run = run;
        foreach (var line in run.Model.Lines)
        {
            foreach (var (t, input) in line.Inputs.Index()) places[input.Slot] = (line.Number, t);
            // What happened stands in the cell itself.
            foreach (var t in run.Model.Periods)
                if (line.Actual(t) is { } actual) places[actual.Slot] = (line.Number, t.Index);
        }
        // Single numbers count down from -1.
        foreach (var (i, parameter) in run.Model.Parameters.Index()) places.Add(parameter.Input.Slot, (-1 - i, 0));
    }

    internal string Json()
    {
        using var buffer = new MemoryStream();
        // This encoder leaves no character that means anything in markup.
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.Default })) Write(json);
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Array(json, "columns", run.Model.Periods, t => json.WriteStringValue(t.End.Iso()));
        Array(json, "lines", run.Model.Lines, line => Line(json, line));
        Array(json, "parameters", run.Model.Parameters, parameter => Parameter(json, parameter));
        Array(json, "patterns", patterns.All, pattern => json.WriteRawValue(pattern));
        Array(json, "texts", texts.All, json.WriteStringValue);
        json.WriteEndObject();
    }

    void Line(Utf8JsonWriter json, Line line)
    {
        json.WriteStartObject();
        json.WriteString("name", line.Name);
        json.WriteString("unit", UnitOf(line.Unit));
        json.WriteString("kind", line.Kind.ToString());
        json.WriteNumber("source", texts[line.Source]);
        Array(json, "values", run.Model.Periods, t => json.WriteNumberValue(texts[Value(line, t)]));
        Array(json, "formulas", run.Model.Periods, t => json.WriteNumberValue(Pattern(line, t)));
        if (line.IsInput) ByColumn(json, "observed", t => line.IsSuppliedIn(t) && line.Inputs[t.Index].Observed is { } observed ? [ExplanationText.Row(observed)] : []);
        else ByColumn(json, "reasons", t => ReasonFinder.Of(run, line, t).Select(reason => reason.Summary));
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

    int Pattern(Line line, Period t)
    {
        if (line.IsInput) return line.IsSuppliedIn(t) ? Supplied : None;
        var text = new FormulaText(run, line, t, isPattern: true);
        int words = texts[text.OfCell()];
        var references = text.References.Select(node => node.Op == Op.Cell ? (Line: node.A, Column: node.B) : places[node.A])
            .SelectMany(place => new[] { place.Line, place.Line < 0 ? 0 : place.Column - t.Index });
        return patterns[$"[{string.Join(',', references.Prepend(words).Select(number => number.ToString(CultureInfo.InvariantCulture)))}]"];
    }

    /// <summary>Texts of those columns that have any.</summary>
    void ByColumn(Utf8JsonWriter json, string name, Func<Period, IEnumerable<string>> of)
    {
        json.WriteStartObject(name);
        foreach (var t in run.Model.Periods)
            if (of(t).ToList() is { Count: > 0 } some) Array(json, t.Index.ToString(CultureInfo.InvariantCulture), some, text => json.WriteNumberValue(texts[text]));
        json.WriteEndObject();
    }

    static string UnitOf(Unit unit) => unit.IsNone || unit == Units.Day ? "" : unit.Symbol;

    static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    /// <summary>Things by the order in which they were first asked for.</summary>
    sealed class Numbered<T> where T : notnull
    {
        readonly Dictionary<T, int> numbers = [];
        readonly List<T> all = [];

        internal IReadOnlyList<T> All => all;

        internal int this[T thing]
        {
            get
            {
                if (numbers.TryGetValue(thing, out int known)) return known;
                all.Add(thing);
                return numbers[thing] = all.Count - 1;
            }
        }
    }
}
