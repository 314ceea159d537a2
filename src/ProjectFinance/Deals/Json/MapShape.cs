using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProjectFinance.Deals.Json;

/// <summary>Values by name, date or span as a JSON object whose keys are these.</summary>
/// <param name="key">How a key reads and is written.</param>
/// <param name="item">How a value stands in JSON.</param>
/// <param name="comparer">The order of the keys.</param>
/// <param name="noun">What a key names, where problems with its value concern that: "Index".</param>
sealed class MapShape<TKey, T>(TextShape<TKey> key, Shape<T> item, IComparer<TKey> comparer, string? noun = null) : Shape<ImmutableSortedDictionary<TKey, T>> where TKey : notnull
{
    public override string Expected => "an object";

    public override bool TryRead(JsonElement json, JsonPlace at, [MaybeNullWhen(false)] out ImmutableSortedDictionary<TKey, T> value)
    {
        if (json.ValueKind != JsonValueKind.Object) return Refuse(json, at, out value);
        var entries = ImmutableSortedDictionary.CreateBuilder<TKey, T>(comparer);
        var given = new SortedSet<TKey>(comparer);
        bool whole = true;
        foreach (var property in json.EnumerateObject())
        {
            var place = noun is null ? at.Field(property.Name) : at.Field(property.Name).Concerning($"{noun} '{property.Name}'");
            bool named = key.TryParse(property.Name, place, out var own);
            if (named && !given.Add(own!))
            {
                place.Report($"'{property.Name}' is given more than once", "give it once");
                named = false;
            }
            bool read = item.TryRead(property.Value, place, out var one);
            if (named && read) entries.Add(own!, one!);
            whole &= named && read;
        }
        value = entries.ToImmutable();
        return whole;
    }

    public override void Write(ImmutableSortedDictionary<TKey, T> value, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (own, one) in value.OrderBy(entry => entry.Key, comparer))
        {
            json.WritePropertyName(key.Written(own));
            item.Write(one, json);
        }
        json.WriteEndObject();
    }

    public override JsonObject Schema(Definitions definitions)
    {
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = item.Schema(definitions) };
        if (key.Pattern is not null) schema["propertyNames"] = new JsonObject { ["pattern"] = key.Pattern };
        return schema;
    }
}
