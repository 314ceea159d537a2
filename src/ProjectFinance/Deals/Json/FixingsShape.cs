using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using ProjectFinance.Rates;

namespace ProjectFinance.Deals.Json;

/// <summary>Fixings by date, or the CSV file that has them: { "csv": "eurodollar.csv" }. Always written by date.</summary>
/// <param name="item">The shape of one fixing.</param>
/// <param name="parse">Reads a CSV file, given its text and its name.</param>
sealed class FixingsShape<T>(Shape<T> item, Func<TextReader, string, FixingTable<T>> parse) : Shape<FixingTable<T>>
{
    readonly MapShape<LocalDate, T> table = Leaf.ByDate(item);

    public override string Expected => "an object from dates to figures, or { \"csv\": the path of a file }";

    public override bool TryRead(JsonElement json, JsonPlace at, [MaybeNullWhen(false)] out FixingTable<T> value)
    {
        if (json.ValueKind != JsonValueKind.Object) return Refuse(json, at, out value);
        value = null;
        if (!json.TryGetProperty("csv", out _))
        {
            if (table.TryRead(json, at, out var written)) value = new(written);
            return value is not null;
        }
        return CsvFile.Shape.TryRead(json, at, out var file) && file.TryRead("Fixings", at.Field("csv"), parse, out value);
    }

    public override void Write(FixingTable<T> value, Utf8JsonWriter json) => table.Write(value.Values, json);

    public override JsonObject Schema(Definitions definitions) => new() { ["anyOf"] = new JsonArray(table.Schema(definitions), CsvFile.Shape.Schema(definitions)) };
}
