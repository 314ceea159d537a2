using System.Globalization;
using System.Text.Json;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>Tells a piece of a term sheet in words: { "on": "Completion", "to": "1.875%" } is "on Completion, to 1.875%".</summary>
static class TermText
{
    // What names the thing or only describes it is told elsewhere.
    static bool IsTold(string field) => field is not ("name" or "about" or "source" or "sources");

    internal static string Of(string json) => Of(JsonElement.Parse(json), isInside: false);

    static string Of(JsonElement value, bool isInside) => value.ValueKind switch
    {
        JsonValueKind.Object => Enclosed(Object(value), isInside),
        JsonValueKind.Array => Enclosed(string.Join(", ", value.EnumerateArray().Select(item => Named(item) is { } name ? name : Of(item, isInside: true))), isInside),
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => Number(value),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        _ => "none",
    };

    static string Object(JsonElement value) => string.Join(", ", value.EnumerateObject().Where(field => IsTold(field.Name)).Select(field => $"{TermPlace.Words(field.Name)} {Of(field.Value, isInside: true)}".TrimEnd()));

    // Inside a part, the parts it has are called by name only.
    static string? Named(JsonElement item) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? $"'{name.GetString()}'" : null;

    static string Enclosed(string text, bool isInside) => text.Length == 0 || !isInside ? text : $"({text})";

    static string Number(JsonElement value) => value.TryGetDecimal(out var exact) ? exact.ToString("#,0.#############################", CultureInfo.InvariantCulture) : value.GetRawText();
}
