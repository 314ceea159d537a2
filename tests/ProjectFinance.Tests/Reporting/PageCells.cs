using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ProjectFinance.Tests.Reporting;

/// <summary>Reads the data of a page as its script does.</summary>
sealed partial class PageCells(JsonElement data)
{
    readonly string[] texts = [.. data.GetProperty("texts").EnumerateArray().Select(text => text.GetString()!)];
    readonly int itself = -1 - data.GetProperty("parameters").GetArrayLength();

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Place { get; }

    public string Source(int line) => texts[Line(line).GetProperty("source").GetInt32()];

    public string Name(int line) => Line(line).GetProperty("name").GetString()!;

    /// <summary>"supplied" or "none"; empty for a cell with a formula.</summary>
    public string State(int line, int t) => Pattern(line, t) is { ValueKind: JsonValueKind.String } word ? word.GetString()! : "";

    public IEnumerable<string> Texts(int line, string kind, int t) =>
        Line(line).TryGetProperty(kind, out var row) ? data.GetProperty("notes")[At(row, t)].EnumerateArray().Select(text => texts[text.GetInt32()]) : [];

    public string Shown(int line, int t)
    {
        var unit = Line(line).GetProperty("unit").GetString()!;
        return unit.Length == 0 || Value(line, t) == "n/a" ? Value(line, t) : $"{unit} {Value(line, t)}";
    }

    /// <summary>What a formula refers to, those of its sums among them, each once.</summary>
    public List<(int Line, int Column)> Parts(int line, int t) => [.. Leaves(line, t, t).Distinct()];

    /// <summary>The formula in full.</summary>
    public string Words(int line, int t) => Words(line, t, line, t);

    string Words(int of, int at, int line, int t)
    {
        var parts = Places(of, at);
        return Place.Replace(texts[Pattern(of, at)[0].GetInt32()], place =>
        {
            var (other, column) = parts[int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture)];
            if (other < itself) return Words(other, column, line, t);
            var section = $"{Name(line).Split(" / ")[0]} / ";
            var shortly = Name(other).StartsWith(section, StringComparison.Ordinal) ? Name(other)[section.Length..] : Name(other);
            var when = other < 0 || column == t ? "" : $" of {data.GetProperty("columns")[column].GetString()}";
            return other >= 0 && Line(other).GetProperty("kind").GetString() == "Flag" ? $"{shortly}{when} ({Value(other, column)})" : $"{shortly}{when} {Value(other, column)}";
        });
    }

    IEnumerable<(int Line, int Column)> Leaves(int of, int at, int t) =>
        Places(of, at).SelectMany(place => place.Line < itself ? Leaves(place.Line, place.Column, t) : [place.Line < 0 ? (place.Line, 0) : place]);

    List<(int Line, int Column)> Places(int of, int at)
    {
        var numbers = Pattern(of, at).EnumerateArray().Select(number => number.GetInt32()).ToList();
        return [.. Enumerable.Range(0, numbers.Count / 2).Select(i => (numbers[1 + 2 * i] == itself ? of : numbers[1 + 2 * i], at + numbers[2 + 2 * i]))];
    }

    // Below "itself" stand sums, which are rows of patterns.
    JsonElement Pattern(int line, int t) => data.GetProperty("patterns")[At(line < itself ? data.GetProperty("sums")[itself - 1 - line] : Line(line).GetProperty("formulas"), t)];

    string Value(int line, int t) => texts[line < 0 ? Line(line).GetProperty("value").GetInt32() : At(Line(line).GetProperty("values"), t)];

    static int At(JsonElement row, int t)
    {
        var all = new List<int>();
        foreach (int number in row.EnumerateArray().Select(number => number.GetInt32()))
            if (number < 0) all.AddRange(Enumerable.Repeat(all[^1], -number));
            else all.Add(number);
        return all[t];
    }

    JsonElement Line(int line) => line < 0 ? data.GetProperty("parameters")[-1 - line] : data.GetProperty("lines")[line];
}
