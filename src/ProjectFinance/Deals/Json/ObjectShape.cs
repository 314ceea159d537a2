using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProjectFinance.Deals.Json;

/// <summary>A record as a JSON object: a table of its fields.</summary>
/// <param name="name">Its name among the schema's parts: "termLoan".</param>
/// <param name="about">What it is, for the schema.</param>
/// <param name="blank">The record with every default, into which what is read is put.</param>
sealed class ObjectShape<T>(string name, string about, T blank) : Shape<T> where T : class
{
    ImmutableArray<Field<T>> Fields { get; init; } = [];

    // What its "name" names: "Facility". Null where problems concern what is around it.
    string? Noun { get; init; }

    public override string Expected => "an object";

    /// <summary>The names of the fields, in order.</summary>
    public IEnumerable<string> Names => Fields.Select(one => one.Name);

    /// <summary>Says that problems concern the thing that the field "name" names.</summary>
    public ObjectShape<T> Called(string noun) => new(name, about, blank) { Fields = Fields, Noun = noun };

    /// <summary>Adds a field that must be given.</summary>
    public ObjectShape<T> Required<TValue>(string field, Shape<TValue> shape, Func<T, TValue> get, Func<T, TValue, T> set, string meaning = "") =>
        With(new Field<T, TValue>(field, true, shape, get, set, get(blank), meaning));

    /// <summary>Adds a field that has a default: the record's own.</summary>
    public ObjectShape<T> Optional<TValue>(string field, Shape<TValue> shape, Func<T, TValue> get, Func<T, TValue, T> set, string meaning = "") =>
        With(new Field<T, TValue>(field, false, shape, get, set, get(blank), meaning));

    /// <summary>Adds a field that may be left out, or null, for none.</summary>
    public ObjectShape<T> Maybe<TValue>(string field, Shape<TValue> shape, Func<T, TValue?> get, Func<T, TValue?, T> set, string meaning = "") where TValue : class =>
        With(new Field<T, TValue?>(field, false, new OrNone<TValue>(shape), get, set, null, meaning));

    /// <summary>Adds a field that may be left out, or null, for none.</summary>
    public ObjectShape<T> Maybe<TValue>(string field, Shape<TValue> shape, Func<T, TValue?> get, Func<T, TValue?, T> set, string meaning = "") where TValue : struct =>
        With(new Field<T, TValue?>(field, false, new OrNoValue<TValue>(shape), get, set, null, meaning));

    /// <summary>Adds the citations, whose keys are the names of the fields added before.</summary>
    public ObjectShape<T> Sources(Func<T, ImmutableSortedDictionary<string, string>> get, Func<T, ImmutableSortedDictionary<string, string>, T> set) =>
        Optional("sources", new SourcesShape([.. Names]), get, set, "Where each figure comes from, by the name of its field.");

    public override bool TryRead(JsonElement json, JsonPlace at, [MaybeNullWhen(false)] out T value)
    {
        if (json.ValueKind != JsonValueKind.Object) return Refuse(json, at, out value);
        if (Noun is not null && NameIn(json) is { } own) at = at.Concerning($"{Noun} '{own}'");
        value = blank;
        bool whole = true;
        var given = new bool[Fields.Length];
        foreach (var property in json.EnumerateObject())
            whole &= at.IsTop && property.NameEquals("$schema") || TryReadField(property, at, given, ref value);
        for (int i = 0; i < given.Length; i++)
        {
            if (given[i] || !Fields[i].Required) continue;
            at.Report($"the field '{Fields[i].Name}' is missing", $"it must be given, as {Fields[i].Expected}");
            whole = false;
        }
        return whole;
    }

    public override void Write(T value, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var field in Fields) field.Write(value, json);
        json.WriteEndObject();
    }

    public override JsonObject Schema(Definitions definitions) => definitions.Reference(name, () =>
    {
        var properties = new JsonObject();
        foreach (var field in Fields) properties[field.Name] = field.Schema(definitions);
        var schema = new JsonObject { ["type"] = "object", ["description"] = about, ["properties"] = properties, ["additionalProperties"] = false };
        if (Fields.Any(field => field.Required)) schema["required"] = Definitions.Texts(Fields.Where(field => field.Required).Select(field => field.Name));
        return schema;
    });

    ObjectShape<T> With(Field<T> field) => new(name, about, blank) { Fields = Fields.Add(field), Noun = Noun };

    bool TryReadField(JsonProperty property, JsonPlace at, bool[] given, ref T value)
    {
        int i = 0;
        while (i < given.Length && !property.NameEquals(Fields[i].Name)) i++;
        if (i == given.Length)
        {
            // The rest can still be read, so that what it says is looked at too.
            at.Field(property.Name).Report($"there is no field '{property.Name}' here", Nearest.Hint(property.Name, Names));
            return true;
        }
        if (given[i])
        {
            at.Field(property.Name).Report($"the field '{property.Name}' is given more than once", "give it once");
            return false;
        }
        given[i] = true;
        return Fields[i].TryRead(property.Value, at.Field(Fields[i].Name), ref value);
    }

    static string? NameIn(JsonElement json) =>
        json.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
}
