using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProjectFinance.Deals.Json;

/// <summary>A value that people write as text: a date, an amount, the name of a calendar.</summary>
/// <param name="expected">What somebody is told to write: "a date, such as '1996-07-11'".</param>
/// <param name="parse">Reads the text, as it is meant in a document, or throws an <see cref="InvalidInputException"/>.</param>
/// <param name="write">The text that reads back as the value.</param>
/// <param name="pattern">A regular expression that every such text matches, for the schema. The default is none.</param>
/// <param name="words">The only texts there are, for the schema. The default is any.</param>
sealed class TextShape<T>(string expected, Func<string, JsonFile, T> parse, Func<T, string> write, string? pattern = null, IEnumerable<string>? words = null) : Shape<T>
{
    /// <summary>The same for text that means the same in every document.</summary>
    public TextShape(string expected, Func<string, T> parse, Func<T, string> write, string? pattern = null, IEnumerable<string>? words = null)
        : this(expected, (text, _) => parse(text), write, pattern, words) { }

    public override string Expected { get; } = expected;

    /// <summary>A regular expression that every such text matches; null for none.</summary>
    public string? Pattern { get; } = pattern;

    /// <summary>Reads a text that is the key of an entry.</summary>
    public bool TryParse(string text, JsonPlace at, [MaybeNullWhen(false)] out T value)
    {
        try
        {
            value = parse(text, at.File);
            return true;
        }
        catch (InvalidInputException found)
        {
            at.Report(found);
            value = default;
            return false;
        }
    }

    /// <summary>The text of a value.</summary>
    public string Written(T value) => write(value);

    public override bool TryRead(JsonElement json, JsonPlace at, [MaybeNullWhen(false)] out T value) =>
        json.ValueKind == JsonValueKind.String ? TryParse(json.GetString()!, at, out value) : Refuse(json, at, out value);

    public override void Write(T value, Utf8JsonWriter json) => json.WriteStringValue(write(value));

    public override JsonObject Schema(Definitions definitions)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (Pattern is not null) schema["pattern"] = Pattern;
        if (words is not null) schema["enum"] = Definitions.Texts(words);
        return schema;
    }
}
