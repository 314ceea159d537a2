using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using ProjectFinance.Rates;

namespace ProjectFinance.Deals.Json;

/// <summary>Fixings by date, or the CSV file that has them: { "csv": "eurodollar.csv" }. Always written by date.</summary>
sealed class FixingsShape : Shape<ImmutableSortedDictionary<LocalDate, Percentage>>
{
    static readonly MapShape<LocalDate, Percentage> Table = Leaf.ByDate(Leaf.Percentage);

    static readonly ObjectShape<CsvFile> Csv = new ObjectShape<CsvFile>("csvFile", "A CSV file of percent numbers, with the header date,value.", new(Path: ""))
        .Required("csv", Leaf.Text, x => x.Path, (x, v) => x with { Path = v }, "The path of the file, from the folder of this one.");

    public override string Expected => "an object from dates to rates, or { \"csv\": the path of a file }";

    public override bool TryRead(JsonElement json, JsonPlace at, [MaybeNullWhen(false)] out ImmutableSortedDictionary<LocalDate, Percentage> value)
    {
        if (json.ValueKind != JsonValueKind.Object) return Refuse(json, at, out value);
        if (!json.TryGetProperty("csv", out _)) return Table.TryRead(json, at, out value);
        value = null;
        return Csv.TryRead(json, at, out var file) && TryRead(file.Path, at.Field("csv"), out value);
    }

    public override void Write(ImmutableSortedDictionary<LocalDate, Percentage> value, Utf8JsonWriter json) => Table.Write(value, json);

    public override JsonObject Schema(Definitions definitions) => new() { ["anyOf"] = new JsonArray(Table.Schema(definitions), Csv.Schema(definitions)) };

    static bool TryRead(string path, JsonPlace at, [MaybeNullWhen(false)] out ImmutableSortedDictionary<LocalDate, Percentage> value)
    {
        value = null;
        if (at.File.Folder is null || path.Trim().Length == 0)
        {
            at.Report($"the file '{path}' has no folder to be looked for in", "read the market data from a file, and give the path of the CSV file from there");
            return false;
        }
        try
        {
            using var text = new StringReader(JsonFile.TextOf("Fixings", Path.Combine(at.File.Folder, path)));
            value = FixingsCsv.Parse(text, path);
            return true;
        }
        catch (InvalidInputException found)
        {
            foreach (var problem in found.Problems) at.Report(problem);
            return false;
        }
    }

    /// <summary>A file of fixings.</summary>
    /// <param name="Path">Its path from the folder of the market file.</param>
    sealed record CsvFile(string Path);
}
