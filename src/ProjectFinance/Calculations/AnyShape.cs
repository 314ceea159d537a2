using System.Text.Json;
using System.Text.Json.Nodes;
using ProjectFinance.Deals.Json;

namespace ProjectFinance.Calculations;

/// <summary>Any JSON value, as it stands.</summary>
sealed class AnyShape : Shape<JsonElement>
{
    public override string Expected => "any value";

    public override bool TryRead(JsonElement json, JsonPlace at, out JsonElement value)
    {
        value = json;
        return true;
    }

    public override void Write(JsonElement value, Utf8JsonWriter json)
    {
        if (value.ValueKind == JsonValueKind.Undefined) json.WriteNullValue();
        else value.WriteTo(json);
    }

    public override JsonObject Schema(Definitions definitions) => [];
}
