using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProjectFinance.Deals.Json;

/// <summary>A value written as an object in full, and in the usual case as plain text or a number: a margin that never changes is just "2.25%".</summary>
/// <param name="full">The object.</param>
/// <param name="plain">What may stand instead.</param>
/// <param name="isPlain">Whether a value is written plainly.</param>
sealed class ShorthandShape<T>(Shape<T> full, Shape<T> plain, Func<T, bool> isPlain) : Shape<T>
{
    public override string Expected => $"{plain.Expected}, or {full.Expected}";

    public override bool TryRead(JsonElement json, JsonPlace at, [MaybeNullWhen(false)] out T value) => json.ValueKind switch
    {
        JsonValueKind.Object => full.TryRead(json, at, out value),
        JsonValueKind.String or JsonValueKind.Number => plain.TryRead(json, at, out value),
        _ => Refuse(json, at, out value),
    };

    public override void Write(T value, Utf8JsonWriter json) => (isPlain(value) ? plain : full).Write(value, json);

    public override JsonObject Schema(Definitions definitions) => new() { ["anyOf"] = new JsonArray(plain.Schema(definitions), full.Schema(definitions)) };
}

/// <summary>A value that stands in JSON as one of another kind does: the greater of several amounts as an array of them.</summary>
/// <param name="inner">The shape of the other kind, asked for when it is needed: an amount is made of amounts.</param>
/// <param name="to">The value from what was read.</param>
/// <param name="from">What is written for the value.</param>
sealed class AsShape<T, TInner>(Func<Shape<TInner>> inner, Func<TInner, T> to, Func<T, TInner> from) : Shape<T>
{
    public override string Expected => inner().Expected;

    public override bool TryRead(JsonElement json, JsonPlace at, [MaybeNullWhen(false)] out T value)
    {
        bool read = inner().TryRead(json, at, out var found);
        value = read ? to(found!) : default;
        return read;
    }

    public override void Write(T value, Utf8JsonWriter json) => inner().Write(from(value), json);

    public override JsonObject Schema(Definitions definitions) => inner().Schema(definitions);
}
