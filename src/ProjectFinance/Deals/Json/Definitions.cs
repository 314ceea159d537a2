using System.Text.Json.Nodes;

namespace ProjectFinance.Deals.Json;

/// <summary>The named parts of a JSON Schema, collected while it is written.</summary>
sealed class Definitions
{
    readonly SortedDictionary<string, JsonObject> parts = new(StringComparer.Ordinal);

    /// <summary>A reference to a part, which is written when it is first referred to.</summary>
    public JsonObject Reference(string name, Func<JsonObject> write)
    {
        // Entered before it is written: an amount is made of amounts.
        if (parts.TryAdd(name, [])) parts[name] = write();
        return new() { ["$ref"] = $"#/$defs/{name}" };
    }

    /// <summary>All parts, by name.</summary>
    public JsonObject All() => new(parts.Select(part => KeyValuePair.Create(part.Key, (JsonNode?)part.Value)));

    /// <summary>Texts as a JSON array.</summary>
    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);
}
