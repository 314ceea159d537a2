using ProjectFinance.Rates;

namespace ProjectFinance.Deals.Json;

/// <summary>How a value that changes on dates or milestones is written; one that never changes is just the value.</summary>
static class SteppedShape
{
    static readonly TextShape<Occasion> When = new("a date or the name of a milestone", Occasion.Parse, occasion => occasion.ToString()!);

    static readonly ObjectShape<Step<Percentage>> Change = new ObjectShape<Step<Percentage>>("percentageChange", "One change of a percentage.", new(null!, default))
        .Required("on", When, x => x.On, (x, v) => x with { On = v }, "The date or the milestone from which the new value holds.")
        .Required("to", Leaf.Percentage, x => x.To, (x, v) => x with { To = v }, "The new value.");

    static readonly ObjectShape<Stepped<Percentage>> InFull = new ObjectShape<Stepped<Percentage>>("steppedPercentage", "A percentage that changes on dates or milestones.", new(default(Percentage)))
        .Required("initial", Leaf.Percentage, x => x.Initial, (x, v) => x with { Initial = v }, "The value from the start.")
        .Optional("changes", Leaf.Array(Change), x => x.Changes, (x, v) => x with { Changes = v }, "The changes, in the order they take effect.");

    static readonly AsShape<Stepped<Percentage>, Percentage> Constant = new(() => Leaf.Percentage, value => new(value), stepped => stepped.Initial);

    public static Shape<Stepped<Percentage>> Percentage { get; } = new ShorthandShape<Stepped<Percentage>>(InFull, Constant, stepped => stepped.Changes.IsEmpty);
}
