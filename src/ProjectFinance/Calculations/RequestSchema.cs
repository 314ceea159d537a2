using System.Text.Json.Nodes;
using ProjectFinance.Deals.Json;

namespace ProjectFinance.Calculations;

/// <summary>The JSON Schema of requests.</summary>
static class RequestSchema
{
    internal static string Text()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Calculation request",
            ["oneOf"] = new JsonArray([.. Function.Each.Select(Request)]),
        };
        return JsonText.Of(json => schema.WriteTo(json), indented: true) + "\n";
    }

    // Each function has fields of its own, so no part is shared.
    static JsonNode? Request(Function function)
    {
        var definitions = new Definitions();
        function.Schema(definitions);
        var request = (JsonObject)definitions.All().Single().Value!.DeepClone();
        request["description"] = function.About;
        request["properties"]!["fn"] = new JsonObject { ["const"] = function.Name };
        return request;
    }
}
