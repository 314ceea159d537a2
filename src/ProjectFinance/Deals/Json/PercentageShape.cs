using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProjectFinance.Deals.Json;

/// <summary>A rate or share as "2.25%", or as the fraction 0.0225.</summary>
/// <remarks>A bare number beyond one is refused: who writes 2.25 means 2.25 %, and would get 225 %.</remarks>
sealed class PercentageShape : Shape<Percentage>
{
    public override string Expected => "a percentage such as '2.25%', or a fraction such as 0.0225";

    public override bool TryRead(JsonElement json, JsonPlace at, out Percentage value)
    {
        value = default;
        if (json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out double bare) && double.IsFinite(bare)) value = bare;
        else if (json.ValueKind != JsonValueKind.String) return Refuse(json, at, out value);
        else if (!Leaf.PercentText.TryRead(json, at, out value)) return false;
        else if (json.GetString()!.Contains('%', StringComparison.Ordinal)) return true;
        if (Math.Abs(value) <= 1) return true;
        at.Report($"the bare number {json.GetRawText().Trim('"')} would mean {value}", "write a percentage with its sign, such as '2.25%', or a fraction between -1 and 1");
        return false;
    }

    public override void Write(Percentage value, Utf8JsonWriter json)
    {
        var text = value.ToString();
        // Text has ten decimals; a fraction that needs more is written as a number.
        if (Percentage.Parse(text) == value || Math.Abs(value) > 1) json.WriteStringValue(text);
        else json.WriteNumberValue(value);
    }

    public override JsonObject Schema(Definitions definitions) => definitions.Reference("percentage", () => new()
    {
        ["description"] = "A percentage such as \"2.25%\", or a fraction such as 0.0225.",
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string", ["pattern"] = @"^\s*[-+]?[0-9.]+\s*%?\s*$" },
            new JsonObject { ["type"] = "number", ["minimum"] = -1, ["maximum"] = 1 }),
    });
}
