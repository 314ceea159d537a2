using System.Text.Json;

namespace ProjectFinance.Deals.Json;

/// <summary>Names what stands in a JSON document, for messages.</summary>
static class JsonKinds
{
    const int LongestShown = 40;

    /// <summary>"an object", "the number 5", "the text 'abc'".</summary>
    public static string Describe(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => $"the text '{Shortened(json.GetString()!)}'",
        JsonValueKind.Number => $"the number {Shortened(json.GetRawText())}",
        _ => json.GetRawText(),
    };

    static string Shortened(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "...";
}
