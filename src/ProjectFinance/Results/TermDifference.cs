using System.Collections.Immutable;
using System.Text.Json;

namespace ProjectFinance.Results;

/// <summary>How two elements of term sheets differ, as a tree whose leaves are numbered changes, so that any of them can be made without the others.</summary>
abstract record TermDifference
{
    /// <summary>Both say the same.</summary>
    internal sealed record Same(JsonElement Value) : TermDifference;

    /// <summary>One change: another value, or a value that only one of them has.</summary>
    internal sealed record Leaf(int Change, JsonElement? Before, JsonElement? After) : TermDifference;

    /// <summary>Objects with fields.</summary>
    internal sealed record Object(ImmutableArray<(string Name, TermDifference Value)> Fields) : TermDifference;

    /// <summary>Lists, whose items are matched; the order itself may be a change.</summary>
    internal sealed record Sequence(ImmutableArray<Item> FirstOrder, ImmutableArray<Item> SecondOrder, int? Reordering) : TermDifference
    {
        /// <summary>Whether one of the two leaves the list out, so that it is only there where an item is: an empty list may say something.</summary>
        internal bool IsLeftOut { get; init; }

        /// <summary>The items of both, in the order of the second where that change is made; what the other list alone has stands after what precedes it there.</summary>
        internal IEnumerable<Item> Order(Func<int, bool> isMade)
        {
            bool isSecond = Reordering is { } change && isMade(change);
            var (lead, other) = isSecond ? (SecondOrder, FirstOrder) : (FirstOrder, SecondOrder);
            return Paired.By(lead, other, item => item.Identity).Select(pair => (pair.First ?? pair.Second)!);
        }
    }

    /// <summary>An item of either list.</summary>
    internal sealed record Item(TermIdentity Identity, TermDifference Value);

    /// <summary>Writes the first term sheet with some of the changes made.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="isMade">Whether a change is made, by its number.</param>
    internal void Write(Utf8JsonWriter json, Func<int, bool> isMade)
    {
        switch (this)
        {
            case Same same:
                same.Value.WriteTo(json);
                break;
            case Leaf leaf:
                (isMade(leaf.Change) ? leaf.After : leaf.Before)!.Value.WriteTo(json);
                break;
            case Object of:
                json.WriteStartObject();
                foreach (var (name, value) in of.Fields.Where(field => field.Value.IsThere(isMade)))
                {
                    json.WritePropertyName(name);
                    value.Write(json, isMade);
                }
                json.WriteEndObject();
                break;
            case Sequence list:
                json.WriteStartArray();
                foreach (var item in list.Order(isMade).Where(item => item.Value.IsThere(isMade))) item.Value.Write(json, isMade);
                json.WriteEndArray();
                break;
        }
    }

    bool IsThere(Func<int, bool> isMade) => this switch
    {
        Leaf leaf => (isMade(leaf.Change) ? leaf.After : leaf.Before) is not null,
        Sequence { IsLeftOut: true } list => list.FirstOrder.Concat(list.SecondOrder).Any(item => item.Value.IsThere(isMade)),
        _ => true,
    };
}
