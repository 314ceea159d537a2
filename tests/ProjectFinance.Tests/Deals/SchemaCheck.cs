using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ProjectFinance.Tests.Deals;

/// <summary>A small JSON Schema validator: the keywords this library's schemas use, and none other.</summary>
sealed class SchemaCheck(JsonObject root)
{
    static readonly string[] Known =
    [
        "$schema", "title", "description", "default", "$defs", "$ref", "type", "properties", "required", "additionalProperties", "propertyNames", "items", "enum", "pattern",
        "minimum", "maximum", "oneOf", "anyOf",
    ];

    readonly HashSet<JsonObject> looked = [];

    /// <summary>Where the document is not as the schema says; empty if it is valid.</summary>
    public IReadOnlyList<string> Errors(JsonNode? document) => [.. Errors(document, root, "$")];

    IEnumerable<string> Errors(JsonNode? node, JsonNode schemaNode, string path)
    {
        if (schemaNode is not JsonObject schema)
        {
            if (!schemaNode.GetValue<bool>()) yield return $"{path} is not allowed";
            yield break;
        }
        if (looked.Add(schema)) Assert.All(schema, keyword => Assert.Contains(keyword.Key, Known));
        if (schema["$ref"] is { } reference)
            foreach (var error in Errors(node, root["$defs"]![reference.GetValue<string>()["#/$defs/".Length..]]!, path)) yield return error;
        if (schema["type"] is { } type && !IsOfType(node, type.GetValue<string>())) yield return $"{path} is no {type}";
        if (schema["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, node))) yield return $"{path} is none of {words.ToJsonString()}";
        if (schema["oneOf"] is JsonArray alternatives && Fitting(node, alternatives, path) is not 1 and var fitting) yield return $"{path} fits {fitting} alternatives";
        if (schema["anyOf"] is JsonArray any && Fitting(node, any, path) == 0) yield return $"{path} fits no alternative";
        foreach (var error in node switch
        {
            JsonObject around => OfObject(around, schema, path),
            JsonArray items => items.SelectMany((item, i) => schema["items"] is { } each ? Errors(item, each, $"{path}[{i}]") : []),
            JsonValue value => OfValue(value, schema, path),
            _ => [],
        }) yield return error;
    }

    int Fitting(JsonNode? node, JsonArray schemas, string path) => schemas.Count(schema => !Errors(node, schema!, path).Any());

    IEnumerable<string> OfObject(JsonObject around, JsonObject schema, string path)
    {
        foreach (var required in schema["required"]?.AsArray() ?? [])
            if (!around.ContainsKey(required!.GetValue<string>())) yield return $"{path} has no {required}";
        foreach (var (name, value) in around)
        {
            if (schema["propertyNames"] is JsonObject names && names["pattern"] is { } pattern && !Matches(name, pattern.GetValue<string>())) yield return $"{path} has the name {name}";
            var own = schema["properties"]?[name] ?? schema["additionalProperties"];
            if (own is null) continue;
            foreach (var error in Errors(value, own, $"{path}.{name}")) yield return error;
        }
    }

    static IEnumerable<string> OfValue(JsonValue value, JsonObject schema, string path)
    {
        if (value.GetValueKind() == JsonValueKind.String && schema["pattern"] is { } pattern && !Matches(value.GetValue<string>(), pattern.GetValue<string>()))
            yield return $"{path} does not match {pattern}";
        if (value.GetValueKind() != JsonValueKind.Number) yield break;
        if (schema["minimum"] is { } least && value.GetValue<double>() < least.GetValue<double>()) yield return $"{path} is below {least}";
        if (schema["maximum"] is { } most && value.GetValue<double>() > most.GetValue<double>()) yield return $"{path} is above {most}";
    }

    static bool Matches(string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant);

    static bool IsOfType(JsonNode? node, string type) => (node?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        JsonValueKind.Number => type == "number" || type == "integer" && double.IsInteger(node!.GetValue<double>()),
        JsonValueKind.Null => type == "null",
        _ => type == "boolean",
    };
}
