using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProjectFinance.Deals.Json;

/// <summary>Several values of one kind as a JSON array.</summary>
sealed class ArrayShape<T>(Shape<T> item) : Shape<ImmutableArray<T>>
{
    public override string Expected => "an array";

    public override bool TryRead(JsonElement json, JsonPlace at, out ImmutableArray<T> value)
    {
        if (json.ValueKind != JsonValueKind.Array) return Refuse(json, at, out value);
        var items = ImmutableArray.CreateBuilder<T>();
        foreach (var (index, element) in json.EnumerateArray().Index())
            if (item.TryRead(element, at.Item(index), out var one)) items.Add(one);
        value = items.ToImmutable();
        return items.Count == json.GetArrayLength();
    }

    public override void Write(ImmutableArray<T> value, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var one in value) item.Write(one, json);
        json.WriteEndArray();
    }

    public override JsonObject Schema(Definitions definitions) => new() { ["type"] = "array", ["items"] = item.Schema(definitions) };
}
