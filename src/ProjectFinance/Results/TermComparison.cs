using System.Collections.Immutable;
using System.Text.Json;
using ProjectFinance.Deals.Json;

namespace ProjectFinance.Results;

/// <summary>Compares the terms of two deals as they are written: every part and every field, whatever they are. Items of lists are matched by what people call them.</summary>
sealed class TermComparison
{
    static readonly JsonElement Nothing = JsonElement.Parse("[]");

    readonly ImmutableArray<TermChange>.Builder found = ImmutableArray.CreateBuilder<TermChange>();

    internal static ImmutableArray<TermChange> Of(Deal first, Deal second)
    {
        var comparison = new TermComparison();
        comparison.Walk(TermPlace.Top, JsonElement.Parse(DealShape.Shape.Text(first)), JsonElement.Parse(DealShape.Shape.Text(second)));
        return comparison.found.ToImmutable();
    }

    void Walk(TermPlace at, JsonElement first, JsonElement second)
    {
        if (JsonElement.DeepEquals(first, second)) return;
        (first, second) = (Stepped(first, second), Stepped(second, first));
        if (first.ValueKind == JsonValueKind.Object && second.ValueKind == JsonValueKind.Object && !AreAlternatives(first, second)) Fields(at, first, second);
        else if (first.ValueKind == JsonValueKind.Array && second.ValueKind == JsonValueKind.Array) Items(at, first, second);
        else found.Add(at.Change(TermChangeKind.Changed, first, second));
    }

    void Fields(TermPlace at, JsonElement first, JsonElement second)
    {
        var names = Paired.By([.. first.EnumerateObject().Select(field => field.Name)], [.. second.EnumerateObject().Select(field => field.Name)], name => name);
        foreach (var name in names.Select(pair => pair.First ?? pair.Second!))
        {
            var place = at.Field(name);
            bool isFirst = first.TryGetProperty(name, out var before), isSecond = second.TryGetProperty(name, out var after);
            if (isFirst && isSecond) Walk(place, before, after);
            else if (IsOfParts(isFirst ? before : after)) Items(place, isFirst ? before : Nothing, isSecond ? after : Nothing);
            else if (isFirst) found.Add(place.Change(TermChangeKind.Removed, before, null));
            else found.Add(place.Change(TermChangeKind.Added, null, after));
        }
    }

    void Items(TermPlace at, JsonElement first, JsonElement second)
    {
        var (ours, theirs) = (TermIdentity.Of(first), TermIdentity.Of(second));
        if (ours is null || theirs is null) (ours, theirs) = (TermIdentity.Numbered(first), TermIdentity.Numbered(second));
        foreach (var (index, own) in ours.Index())
            if (theirs.IndexOf(own) is var other and >= 0) Item(at.Item(own, index, other), first[index], second[other]);
            else found.Add(at.Item(own, index, index).Change(TermChangeKind.Removed, first[index], null));
        foreach (var (index, own) in theirs.Index())
            if (!ours.Contains(own)) found.Add(at.Item(own, index, index).Change(TermChangeKind.Added, null, second[index]));
        var (before, after) = (ours.FindAll(theirs.Contains), theirs.FindAll(ours.Contains));
        if (before.SequenceEqual(after)) return;
        int start = Enumerable.Range(0, before.Count).First(i => before[i] != after[i]), end = Enumerable.Range(0, before.Count).Last(i => before[i] != after[i]) + 1;
        found.Add(at.Change(TermChangeKind.Reordered, Names(before[start..end]), Names(after[start..end])));
    }

    void Item(TermPlace at, JsonElement first, JsonElement second)
    {
        if (TermIdentity.AlternativeOf(first) is { } alternative && TermIdentity.AlternativeOf(second) == alternative)
            Walk(at.Alternative(alternative), first.GetProperty(alternative), second.GetProperty(alternative));
        else Walk(at, first, second);
    }

    // Lists of parts are empty where they are left out; lists of plain values may have a default.
    static bool IsOfParts(JsonElement value) => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object);

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
