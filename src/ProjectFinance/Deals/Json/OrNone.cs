using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProjectFinance.Deals.Json;

/// <summary>An object or text that may be null for none.</summary>
sealed class OrNone<T>(Shape<T> shape) : Shape<T?> where T : class
{
    public override string Expected => shape.Expected;

    public override bool TryRead(JsonElement json, JsonPlace at, out T? value)
    {
        value = null;
        return json.ValueKind == JsonValueKind.Null || shape.TryRead(json, at, out value);
    }

    public override void Write(T? value, Utf8JsonWriter json)
    {
        if (value is null) json.WriteNullValue();
        else shape.Write(value, json);
    }

    public override JsonObject Schema(Definitions definitions) => OrNull.Schema(shape.Schema(definitions));
}

/// <summary>A date, number or amount that may be null for none.</summary>
sealed class OrNoValue<T>(Shape<T> shape) : Shape<T?> where T : struct
{
    public override string Expected => shape.Expected;

    public override bool TryRead(JsonElement json, JsonPlace at, out T? value)
    {
        value = null;
        if (json.ValueKind == JsonValueKind.Null) return true;
        if (!shape.TryRead(json, at, out var read)) return false;
        value = read;
        return true;
    }

    public override void Write(T? value, Utf8JsonWriter json)
    {
        if (value is { } given) shape.Write(given, json);
        else json.WriteNullValue();
    }

    public override JsonObject Schema(Definitions definitions) => OrNull.Schema(shape.Schema(definitions));
}

static class OrNull
{
    public static JsonObject Schema(JsonObject schema) => new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
}
