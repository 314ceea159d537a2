using System.Collections.Immutable;
using System.Text.Json;

namespace ProjectFinance.Results;

/// <summary>What tells an item of a list in a term sheet from the others.</summary>
/// <param name="Text">The name, the date, or the alternative it is.</param>
/// <param name="IsName">Whether somebody gave it that name; false for the name of an alternative.</param>
readonly record struct TermIdentity(string Text, bool IsName)
{
    // What a list's items are known by, the first that an item has.
    static readonly ImmutableArray<string> Keys = ["name", "pay", "on", "date", "from"];

    /// <summary>The identities of a list's items; null where they do not tell them apart.</summary>
    internal static List<TermIdentity>? Of(JsonElement list)
    {
        var all = list.EnumerateArray().Select(OfItem).ToList();
        return all.TrueForAll(one => one is not null) && all.Distinct().Count() == all.Count ? all.ConvertAll(one => one!.Value) : null;
    }

    /// <summary>The identities by number, for items that nothing else tells apart.</summary>
    internal static List<TermIdentity> Numbered(JsonElement list) => [.. Enumerable.Range(1, list.GetArrayLength()).Select(number => new TermIdentity(FormattableString.Invariant($"item {number}"), false))];

    /// <summary>The field that names an alternative: "bullet" in { "bullet": { ... } }; null where the element is something else.</summary>
    internal static string? AlternativeOf(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || element.GetPropertyCount() != 1) return null;
        return element.EnumerateObject().First().Name;
    }

    static TermIdentity? OfItem(JsonElement item)
    {
        if (item.ValueKind is JsonValueKind.String or JsonValueKind.Number) return new(item.ToString(), true);
        if (item.ValueKind != JsonValueKind.Object) return null;
        foreach (var key in Keys)
            if (item.TryGetProperty(key, out var own) && own.ValueKind == JsonValueKind.String) return new(own.GetString()!, true);
        if (AlternativeOf(item) is not { } alternative) return null;
        return item.GetProperty(alternative) is { ValueKind: JsonValueKind.Object } inner && OfItem(inner) is { IsName: true } named ? named : new(alternative, false);
    }
}
