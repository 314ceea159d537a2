using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProjectFinance.Deals.Json;

/// <summary>A field of an object: its name, whether it must be given, and how it is read, written and described.</summary>
abstract class Field<T>(string name, bool required, string about)
{
    /// <summary>The name in JSON: "commitment".</summary>
    public string Name { get; } = name;

    /// <summary>Whether it must be given.</summary>
    public bool Required { get; } = required;

    /// <summary>What it is, for the schema.</summary>
    protected string About { get; } = about;

    /// <summary>What somebody is told to write.</summary>
    public abstract string Expected { get; }

    /// <summary>Reads the field and puts it into the object.</summary>
    public abstract bool TryRead(JsonElement json, JsonPlace at, ref T owner);

    /// <summary>Writes the field, unless it has its default.</summary>
    public abstract void Write(T owner, Utf8JsonWriter json);

    /// <summary>The JSON Schema of the field.</summary>
    public abstract JsonObject Schema(Definitions definitions);
}

/// <summary>A field with a value of one kind.</summary>
/// <param name="name">The name in JSON.</param>
/// <param name="required">Whether it must be given.</param>
/// <param name="shape">How its value stands in JSON.</param>
/// <param name="get">The value in an object.</param>
/// <param name="set">The object with another value.</param>
/// <param name="usual">The value where the field is left out.</param>
/// <param name="about">What it is, for the schema.</param>
sealed class Field<T, TValue>(string name, bool required, Shape<TValue> shape, Func<T, TValue> get, Func<T, TValue, T> set, TValue usual, string about) : Field<T>(name, required, about)
{
    public override string Expected => shape.Expected;

    public override bool TryRead(JsonElement json, JsonPlace at, ref T owner)
    {
        if (!shape.TryRead(json, at, out var value)) return false;
        owner = set(owner, value);
        return true;
    }

    public override void Write(T owner, Utf8JsonWriter json)
    {
        var value = get(owner);
        if (!Required && shape.Text(value) == shape.Text(usual)) return;
        json.WritePropertyName(Name);
        shape.Write(value, json);
    }

    public override JsonObject Schema(Definitions definitions)
    {
        var schema = shape.Schema(definitions);
        if (About.Length > 0) schema["description"] = About;
        if (!Required && usual is not null) schema["default"] = JsonNode.Parse(shape.Text(usual));
        return schema;
    }
}
