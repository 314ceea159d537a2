using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProjectFinance.Deals.Json;

/// <summary>How one kind of value stands in JSON. Reading, writing and the schema all come from this one definition.</summary>
abstract class Shape<T>
{
    /// <summary>What somebody is told to write: "a date, such as '1996-07-11'".</summary>
    public abstract string Expected { get; }

    /// <summary>Reads the value, or reports everything that is wrong with it.</summary>
    public abstract bool TryRead(JsonElement json, JsonPlace at, [MaybeNullWhen(false)] out T value);

    /// <summary>Writes the value so that it reads back as the same.</summary>
    public abstract void Write(T value, Utf8JsonWriter json);

    /// <summary>The JSON Schema of the value.</summary>
    public abstract JsonObject Schema(Definitions definitions);

    /// <summary>The value as JSON text, for people or on one line.</summary>
    public string Text(T value, bool indented = false) => JsonText.Of(json => Write(value, json), indented);

    /// <summary>Reports that another kind of value stands here.</summary>
    protected bool Refuse(JsonElement json, JsonPlace at, out T? value)
    {
        at.Report($"'{at.Label}' is {JsonKinds.Describe(json)}", $"it must be {Expected}");
        value = default;
        return false;
    }
}
