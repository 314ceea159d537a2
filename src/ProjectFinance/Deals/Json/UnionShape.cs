using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProjectFinance.Deals.Json;

/// <summary>One of several alternatives, as an object with one field that names it: { "bullet": { "date": "2000-12-31" } }.</summary>
/// <param name="name">Its name among the schema's parts: "repayment".</param>
/// <param name="about">What it is, for the schema.</param>
sealed class UnionShape<T>(string name, string about) : Shape<T> where T : class
{
    ImmutableArray<Alternative<T>> Alternatives { get; init; } = [];

    public override string Expected => $"an object with one field, {string.Join(" or ", Alternatives.Select(one => $"'{one.Key}'"))}";

    /// <summary>Adds an alternative.</summary>
    /// <param name="key">The field that names it.</param>
    /// <param name="shape">What stands under the field.</param>
    /// <param name="when">Which values of the type are written so. The default is all.</param>
    public UnionShape<T> Or<TOne>(string key, Shape<TOne> shape, Func<TOne, bool>? when = null) where TOne : class, T =>
        new(name, about) { Alternatives = Alternatives.Add(new Alternative<T, TOne>(key, shape, when)) };

    /// <summary>The field that names the alternative a value is of.</summary>
    public string KeyOf(T value) => Alternatives.First(one => one.Holds(value)).Key;

    public override bool TryRead(JsonElement json, JsonPlace at, [MaybeNullWhen(false)] out T value)
    {
        if (json.ValueKind != JsonValueKind.Object) return Refuse(json, at, out value);
        value = null;
        bool whole = true;
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            var place = at.Field(property.Name);
            if (Alternatives.FirstOrDefault(one => one.Key == property.Name) is not { } alternative)
            {
                place.Report($"'{property.Name}' is not an alternative here", Nearest.Hint(property.Name, Alternatives.Select(one => one.Key)));
                whole = false;
            }
            else if (given.Add(property.Name)) whole &= alternative.TryRead(property.Value, place, out value);
            else
            {
                place.Report($"the field '{property.Name}' is given more than once", "give it once");
                whole = false;
            }
        }
        if (given.Count == 1 || given.Count == 0 && !whole) return whole && value is not null;
        at.Report(given.Count == 0 ? $"'{at.Label}' names no alternative" : $"'{at.Label}' names {given.Count} alternatives, {string.Join(" and ", given.Select(key => $"'{key}'"))}", $"it must be {Expected}");
        return false;
    }

    public override void Write(T value, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Alternatives.First(one => one.Holds(value)).Write(value, json);
        json.WriteEndObject();
    }

    public override JsonObject Schema(Definitions definitions) => definitions.Reference(name, () => new()
    {
        ["description"] = about,
        ["oneOf"] = new JsonArray([.. Alternatives.Select(one => (JsonNode?)one.Schema(definitions))]),
    });
}

/// <summary>One alternative of several.</summary>
abstract class Alternative<T>(string key)
{
    /// <summary>The field that names it.</summary>
    public string Key { get; } = key;

    /// <summary>Whether a value is of this alternative.</summary>
    public abstract bool Holds(T value);

    /// <summary>Reads what stands under the key.</summary>
    public abstract bool TryRead(JsonElement json, JsonPlace at, out T? value);

    /// <summary>Writes the key and what stands under it.</summary>
    public abstract void Write(T value, Utf8JsonWriter json);

    /// <summary>The JSON Schema of the object with this key.</summary>
    public abstract JsonObject Schema(Definitions definitions);
}

/// <summary>An alternative of one type.</summary>
sealed class Alternative<T, TOne>(string key, Shape<TOne> shape, Func<TOne, bool>? when) : Alternative<T>(key) where T : class where TOne : class, T
{
    public override bool Holds(T value) => value is TOne one && (when is null || when(one));

    public override bool TryRead(JsonElement json, JsonPlace at, out T? value)
    {
        bool read = shape.TryRead(json, at, out var one);
        value = one;
        return read;
    }

    public override void Write(T value, Utf8JsonWriter json)
    {
        json.WritePropertyName(Key);
        shape.Write((TOne)value, json);
    }

    public override JsonObject Schema(Definitions definitions) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { [Key] = shape.Schema(definitions) },
        ["required"] = Definitions.Texts([Key]),
        ["additionalProperties"] = false,
    };
}
