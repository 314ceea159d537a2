using System.Text.Json.Nodes;
using ProjectFinance.Deals.Json;

namespace ProjectFinance;

/// <summary>The JSON Schema (draft 2020-12) of the files this library reads, for editors that check and complete as one types.</summary>
public static class DealSchema
{
    /// <summary>The schema of a term sheet, as indented JSON.</summary>
    public static string Json() => Text(DealShape.Shape, "deal", "Term sheet of a project-finance loan");

    /// <summary>The schema of a term sheet that is another one with amendments, as indented JSON.</summary>
    public static string AmendmentsJson() => Text(AmendingFileShape.Shape, "amendingFile", "Amendments of a term sheet");

    /// <summary>The schema of a file of market data, as indented JSON.</summary>
    public static string MarketJson() => Text(MarketShape.Shape, "market", "Market data");

    internal static string Text<T>(Shape<T> shape, string top, string title)
    {
        var definitions = new Definitions();
        shape.Schema(definitions);
        var parts = definitions.All();
        var schema = (JsonObject)parts[top]!.DeepClone();
        parts.Remove(top);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", title);
        schema["properties"]!.AsObject().Insert(0, "$schema", new JsonObject { ["description"] = "Where this schema lies, for editors; ignored." });
        schema["$defs"] = parts;
        return JsonText.Of(json => schema.WriteTo(json), indented: true) + "\n";
    }
}
