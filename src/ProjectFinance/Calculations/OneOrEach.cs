using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProjectFinance.Deals.Json;

namespace ProjectFinance.Calculations;

/// <summary>One value for all, or an array with one for each.</summary>
sealed class OneOrEach<T>(Shape<T> item) : Shape<ImmutableArray<T>>
{
    readonly ArrayShape<T> each = new(item);

    public override string Expected => $"{item.Expected}, or an array of them";

    public override bool TryRead(JsonElement json, JsonPlace at, out ImmutableArray<T> value)
    {
        if (json.ValueKind == JsonValueKind.Array) return each.TryRead(json, at, out value);
        bool read = item.TryRead(json, at, out var one);
        value = read ? [one!] : [];
        return read;
    }

    public override void Write(ImmutableArray<T> value, Utf8JsonWriter json)
    {
        if (value.Length == 1) item.Write(value[0], json);
        else each.Write(value, json);
    }

    public override JsonObject Schema(Definitions definitions) => new() { ["anyOf"] = new JsonArray(item.Schema(definitions), each.Schema(definitions)) };
}
