using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProjectFinance.Deals.Json;

/// <summary>A value that keeps the place where it was read.</summary>
/// <param name="inner">How it stands in JSON.</param>
/// <param name="placed">The value with its place.</param>
sealed class PlacedShape<T>(Shape<T> inner, Func<T, FilePlace, T> placed) : Shape<T>
{
    public override string Expected => inner.Expected;

    public override bool TryRead(JsonElement json, JsonPlace at, [MaybeNullWhen(false)] out T value)
    {
        if (!inner.TryRead(json, at, out value)) return false;
        value = placed(value, new(at.File.Name, at.Path));
        return true;
    }

    public override void Write(T value, Utf8JsonWriter json) => inner.Write(value, json);

    public override JsonObject Schema(Definitions definitions) => inner.Schema(definitions);
}
