using System.Collections.Immutable;
using System.Text.Json;
using ProjectFinance.Deals.Json;

namespace ProjectFinance.Results;

/// <summary>Compares the terms of two deals as they are written: every part and every field, whatever they are. Items of lists are matched by what people call them.</summary>
sealed class TermComparison
{
    static readonly JsonElement Nothing = JsonElement.Parse("[]");

    readonly ImmutableArray<TermChange>.Builder found = ImmutableArray.CreateBuilder<TermChange>();

    TermComparison(Deal first, Deal second) => Whole = Walk(TermPlace.Top, JsonElement.Parse(DealShape.Shape.Text(first)), JsonElement.Parse(DealShape.Shape.Text(second)));

    /// <summary>Every change, in the order of the term sheet.</summary>
    internal ImmutableArray<TermChange> Changes => found.ToImmutable();

    /// <summary>Both term sheets as one tree; its changes are numbered as in <see cref="Changes"/>.</summary>
    internal TermDifference Whole { get; }

    internal static TermComparison Of(Deal first, Deal second) => new(first, second);

    TermDifference Walk(TermPlace at, JsonElement first, JsonElement second)
    {
        if (JsonElement.DeepEquals(first, second)) return new TermDifference.Same(first);
        (first, second) = (Stepped(first, second), Stepped(second, first));
        if (first.ValueKind == JsonValueKind.Object && second.ValueKind == JsonValueKind.Object && !AreAlternatives(first, second)) return Fields(at, first, second);
        if (first.ValueKind == JsonValueKind.Array && second.ValueKind == JsonValueKind.Array) return Items(at, first, second);
        return Leaf(at, TermChangeKind.Changed, first, second);
    }

    TermDifference.Leaf Leaf(TermPlace at, TermChangeKind kind, JsonElement? before, JsonElement? after)
    {
        found.Add(at.Change(kind, before, after));
        return new(found.Count - 1, before, after);
    }

    TermDifference.Object Fields(TermPlace at, JsonElement first, JsonElement second)
    {
        var fields = ImmutableArray.CreateBuilder<(string, TermDifference)>();
        var names = Paired.By([.. first.EnumerateObject().Select(field => field.Name)], [.. second.EnumerateObject().Select(field => field.Name)], name => name);
        foreach (var name in names.Select(pair => pair.First ?? pair.Second!))
        {
            var place = at.Field(name);
            bool isFirst = first.TryGetProperty(name, out var before), isSecond = second.TryGetProperty(name, out var after);
            fields.Add((name, isFirst && isSecond ? Walk(place, before, after)
                : IsOfParts(isFirst ? before : after) ? Items(place, isFirst ? before : Nothing, isSecond ? after : Nothing) with { IsLeftOut = true }
                : isFirst ? Leaf(place, TermChangeKind.Removed, before, null)
                : Leaf(place, TermChangeKind.Added, null, after)));
        }
        return new(fields.ToImmutable());
    }

    TermDifference.Sequence Items(TermPlace at, JsonElement first, JsonElement second)
    {
        var (ours, theirs) = (TermIdentity.Of(first), TermIdentity.Of(second));
        if (ours is null || theirs is null) (ours, theirs) = (TermIdentity.Numbered(first), TermIdentity.Numbered(second));
        ImmutableArray<TermDifference.Item> firsts = [.. ours.Index().Select(own => new TermDifference.Item(own.Item, theirs.IndexOf(own.Item) is var other and >= 0
            ? Item(at.Item(own.Item, own.Index, other), first[own.Index], second[other])
            : Leaf(at.Item(own.Item, own.Index, own.Index), TermChangeKind.Removed, first[own.Index], null)))];
        ImmutableArray<TermDifference.Item> seconds = [.. theirs.Index().Select(own => firsts.FirstOrDefault(item => item.Identity == own.Item)
            ?? new TermDifference.Item(own.Item, Leaf(at.Item(own.Item, own.Index, own.Index), TermChangeKind.Added, null, second[own.Index])))];
        var (before, after) = (ours.FindAll(theirs.Contains), theirs.FindAll(ours.Contains));
        if (before.SequenceEqual(after)) return new(firsts, seconds, null);
        int start = Enumerable.Range(0, before.Count).First(i => before[i] != after[i]), end = Enumerable.Range(0, before.Count).Last(i => before[i] != after[i]) + 1;
        found.Add(at.Change(TermChangeKind.Reordered, Names(before[start..end]), Names(after[start..end])));
        return new(firsts, seconds, found.Count - 1);
    }

    TermDifference Item(TermPlace at, JsonElement first, JsonElement second) =>
        TermIdentity.AlternativeOf(first) is { } alternative && TermIdentity.AlternativeOf(second) == alternative
            ? new TermDifference.Object([(alternative, Walk(at.Alternative(alternative), first.GetProperty(alternative), second.GetProperty(alternative)))])
            : Walk(at, first, second);

    // Lists of parts are empty where they are left out; lists of plain values may have a default.
    static bool IsOfParts(JsonElement value) => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object);

    /// <summary>Whether two objects are different alternatives of one kind: { "bullet": ... } and { "equalPrincipal": ... }.</summary>
    static bool AreAlternatives(JsonElement first, JsonElement second) =>
        TermIdentity.AlternativeOf(first) is { } one && TermIdentity.AlternativeOf(second) is { } other && one != other;

    /// <summary>A value that never changes as one that may, where the other changes: what is told is then the change and not the whole.</summary>
    static JsonElement Stepped(JsonElement one, JsonElement other) =>
        one.ValueKind is JsonValueKind.String or JsonValueKind.Number && other.ValueKind == JsonValueKind.Object && other.TryGetProperty("initial", out _)
            ? JsonElement.Parse($"{{\"initial\":{one.GetRawText()}}}") : one;

    static JsonElement Names(List<TermIdentity> items) => JsonElement.Parse(JsonText.Of(json =>
    {
        json.WriteStartArray();
        foreach (var item in items) json.WriteStringValue(item.IsName ? item.Text : TermPlace.Words(item.Text));
        json.WriteEndArray();
    }, indented: false));
}
