using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using ProjectFinance.Rates;

namespace ProjectFinance.Deals.Json;

/// <summary>Fixings by date, or the CSV file that has them: { "csv": "eurodollar.csv" }. Always written by date.</summary>
/// <param name="item">The shape of one fixing.</param>
/// <param name="parse">Reads a CSV file, given its text and its name.</param>
sealed class FixingsShape<T>(Shape<T> item, Func<TextReader, string, ImmutableSortedDictionary<LocalDate, T>> parse) : Shape<ImmutableSortedDictionary<LocalDate, T>>
{
    readonly MapShape<LocalDate, T> table = Leaf.ByDate(item);

    public override string Expected => "an object from dates to figures, or { \"csv\": the path of a file }";

    public override bool TryRead(JsonElement json, JsonPlace at, [MaybeNullWhen(false)] out ImmutableSortedDictionary<LocalDate, T> value)
    {
        if (json.ValueKind != JsonValueKind.Object) return Refuse(json, at, out value);
        if (!json.TryGetProperty("csv", out _)) return table.TryRead(json, at, out value);
        value = null;
        return CsvFile.Shape.TryRead(json, at, out var file) && TryRead(file.Path, at.Field("csv"), out value);
    }

    public override void Write(ImmutableSortedDictionary<LocalDate, T> value, Utf8JsonWriter json) => table.Write(value, json);

    public override JsonObject Schema(Definitions definitions) => new() { ["anyOf"] = new JsonArray(table.Schema(definitions), CsvFile.Shape.Schema(definitions)) };

    bool TryRead(string path, JsonPlace at, [MaybeNullWhen(false)] out ImmutableSortedDictionary<LocalDate, T> value)
    {
        value = null;
        if (at.File.Folder is null || path.Trim().Length == 0)
        {
            at.Report($"the file '{path}' has no folder to be looked for in", "read it from a file, and give the path of the CSV file from there");
            return false;
        }
        try
        {
            using var text = new StringReader(JsonFile.TextOf("Fixings", Path.Combine(at.File.Folder, path)));
            value = parse(text, path);
            return true;
        }
        catch (InvalidInputException found)
        {
            foreach (var problem in found.Problems) at.Report(problem);
            return false;
        }
    }
}

/// <summary>A file of fixings.</summary>
/// <param name="Path">Its path from the folder of the market file.</param>
sealed record CsvFile(string Path)
{
    internal static ObjectShape<CsvFile> Shape { get; } = new ObjectShape<CsvFile>("csvFile", "A CSV file with the header date,value; rates are percent numbers.", new(Path: ""))
        .Required("csv", Leaf.Text, x => x.Path, (x, v) => x with { Path = v }, "The path of the file, from the folder of this one.");
}
