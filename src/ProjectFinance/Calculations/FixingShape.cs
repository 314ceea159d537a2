using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using ProjectFinance.Deals.Json;

namespace ProjectFinance.Calculations;

/// <summary>The rate of a day as an array of the two: ["2023-06-30", 0.0506].</summary>
sealed class FixingShape : Shape<(LocalDate Day, double Rate)>
{
    public override string Expected => "an array of a date and a rate, such as [\"2023-06-30\", 0.0506]";

    public override bool TryRead(JsonElement json, JsonPlace at, out (LocalDate Day, double Rate) value)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() != 2) return Refuse(json, at, out value);
        bool read = Leaf.Date.TryRead(json[0], at.Item(0), out var day) & Leaf.Number.TryRead(json[1], at.Item(1), out double rate);
        value = (day, rate);
        return read;
    }

    public override void Write((LocalDate Day, double Rate) value, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        Leaf.Date.Write(value.Day, json);
        Leaf.Number.Write(value.Rate, json);
        json.WriteEndArray();
    }

    public override JsonObject Schema(Definitions definitions) => new()
    {
        ["type"] = "array", ["prefixItems"] = new JsonArray(Leaf.Date.Schema(definitions), Leaf.Number.Schema(definitions)), ["minItems"] = 2, ["maxItems"] = 2,
    };
}
