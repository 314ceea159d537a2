using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProjectFinance.Deals.Json;

/// <summary>Citations by the name of the field they are for.</summary>
sealed class SourcesShape(ImmutableArray<string> fields) : Shape<ImmutableSortedDictionary<string, string>>
{
    static readonly MapShape<string, string> Citations = new(Leaf.Text, Leaf.Text, StringComparer.Ordinal);

    public override string Expected => "an object from names of fields to citations";

    public override bool TryRead(JsonElement json, JsonPlace at, [MaybeNullWhen(false)] out ImmutableSortedDictionary<string, string> value)
    {
        if (!Citations.TryRead(json, at, out value)) return false;
        var strangers = value.Keys.Where(name => !fields.Contains(name)).ToList();
        foreach (var name in strangers)
            at.Field(name).Report($"a source is given for '{name}', which is no field here", Nearest.Hint(name, fields));
        return strangers.Count == 0;
    }

    public override void Write(ImmutableSortedDictionary<string, string> value, Utf8JsonWriter json) => Citations.Write(value, json);

    public override JsonObject Schema(Definitions definitions) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(fields.Select(name => KeyValuePair.Create(name, (JsonNode?)Leaf.Text.Schema(definitions)))),
        ["additionalProperties"] = false,
    };
}
