using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProjectFinance.Deals.Json;

/// <summary>A number of any size.</summary>
sealed class NumberShape : Shape<double>
{
    public override string Expected => "a number";

    public override bool TryRead(JsonElement json, JsonPlace at, out double value) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out value) && double.IsFinite(value) || Refuse(json, at, out value);

    public override void Write(double value, Utf8JsonWriter json) => json.WriteNumberValue(value);

    public override JsonObject Schema(Definitions definitions) => new() { ["type"] = "number" };
}

/// <summary>A whole number.</summary>
sealed class CountShape : Shape<int>
{
    public override string Expected => "a whole number";

    public override bool TryRead(JsonElement json, JsonPlace at, out int value) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out value) || Refuse(json, at, out value);

    public override void Write(int value, Utf8JsonWriter json) => json.WriteNumberValue(value);

    public override JsonObject Schema(Definitions definitions) => new() { ["type"] = "integer" };
}

/// <summary>Yes or no.</summary>
sealed class TruthShape : Shape<bool>
{
    public override string Expected => "true or false";

    public override bool TryRead(JsonElement json, JsonPlace at, out bool value)
    {
        value = json.ValueKind == JsonValueKind.True;
        return value || json.ValueKind == JsonValueKind.False || Refuse(json, at, out value);
    }

    public override void Write(bool value, Utf8JsonWriter json) => json.WriteBooleanValue(value);

    public override JsonObject Schema(Definitions definitions) => new() { ["type"] = "boolean" };
}
