using System.Text.Json.Nodes;
using ProjectFinance.Deals.Json;

namespace ProjectFinance.Calculations;

/// <summary>The JSON Schema of requests.</summary>
static class RequestSchema
{
    internal static string Text()
    {
        var shared = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Calculation request",
            ["oneOf"] = new JsonArray([.. Function.Each.Select(function => Request(function, shared))]),
            ["$defs"] = new JsonObject(shared),
        };
        return JsonText.Of(json => schema.WriteTo(json), indented: true) + "\n";
    }

    // Each function has fields of its own; only what stands inside them is shared.
    static JsonObject Request(Function function, SortedDictionary<string, JsonNode?> shared)
    {
        var definitions = new Definitions();
        var own = ((string)function.Schema(definitions)["$ref"]!).Split('/')[^1];
        var parts = definitions.All();
        foreach (var (name, part) in parts)
            if (name != own) shared[name] = part!.DeepClone();
        var request = (JsonObject)parts[own]!.DeepClone();
        request["description"] = function.About;
        request["properties"]!["fn"] = new JsonObject { ["const"] = function.Name };
        return request;
    }
}
