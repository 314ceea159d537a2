using System.Collections.Immutable;
using ProjectFinance.Rates;

namespace ProjectFinance.Deals.Json;

/// <summary>How a value that changes on dates or milestones is written; one that never changes is just the value.</summary>
static class SteppedShape
{
    static readonly TextShape<Occasion> When = new("a date or the name of a milestone", Rates.Occasion.Parse, occasion => occasion.ToString()!);

    public static Shape<Stepped<Percentage>> Percentage { get; } = new ShorthandShape<Stepped<Percentage>>(
        InFull("percentage", "A percentage", Leaf.Percentage, default), Constant(() => Leaf.Percentage), stepped => stepped.Changes.IsEmpty);

    public static Shape<Stepped<Quantity>> Quantity { get; } = new ShorthandShape<Stepped<Quantity>>(
        InFull("amount", "An amount", Leaf.Quantity, default), Constant(() => Leaf.Quantity), stepped => stepped.Changes.IsEmpty);

    /// <summary>A date, or the name of a milestone.</summary>
    public static TextShape<Occasion> Occasion => When;

    /// <summary>The value from the start and its changes, always written in full.</summary>
    /// <param name="name">What the value is, for the schema: "amount".</param>
    /// <param name="about">The same at the beginning of a sentence: "An amount".</param>
    /// <param name="value">The shape of one value.</param>
    /// <param name="blank">Stands for a value not read yet.</param>
    public static ObjectShape<Stepped<T>> InFull<T>(string name, string about, Shape<T> value, T blank)
    {
        var change = new ObjectShape<Step<T>>($"{name}Change", $"One change of {char.ToLowerInvariant(about[0])}{about[1..]}.", new(null!, blank))
            .Required("on", When, x => x.On, (x, v) => x with { On = v }, "The date or the milestone from which the new value holds.")
            .Required("to", value, x => x.To, (x, v) => x with { To = v }, "The new value.");
        return new ObjectShape<Stepped<T>>($"stepped{char.ToUpperInvariant(name[0])}{name[1..]}", $"{about} that changes on dates or milestones.", new(blank))
            .Required("initial", value, x => x.Initial, (x, v) => x with { Initial = v }, "The value from the start.")
            .Optional("changes", Leaf.Array(change), x => x.Changes, (x, v) => x with { Changes = v }, "The changes, in the order they take effect.");
    }

    static AsShape<Stepped<T>, T> Constant<T>(Func<Shape<T>> value) => new(value, one => new(one), stepped => stepped.Initial);
}
