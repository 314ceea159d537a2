using System.Collections.Immutable;
using ProjectFinance.Amounts;

namespace ProjectFinance.Deals.Json;

/// <summary>How a condition of a contract is written: { "atLeast": { "of": "Project / Reserves", "than": "oz 300,000" } }.</summary>
static class TestShape
{
    static readonly ObjectShape<ForDays> Held = new ObjectShape<ForDays>("forDays", "A test that holds for some consecutive days.", new(0, null!))
        .Required("days", Leaf.Count, x => x.Days, (x, v) => x with { Days = v }, "How many calendar days, from 1.")
        .Required("test", Later(), x => x.Of, (x, v) => x with { Of = v }, "The test.");

    static readonly ObjectShape<ConsecutiveFixings> Fixings = new ObjectShape<ConsecutiveFixings>("consecutiveFixings", "A published daily figure that stays above or below a level for some consecutive days of publication.", new("", Relation.Above, default, 0))
        .Required("price", Leaf.Text, x => x.Price, (x, v) => x with { Price = v }, "The daily figure, as the market data name it.")
        .Optional("is", Leaf.Word<Relation>("comparison"), x => x.Is, (x, v) => x with { Is = v }, "How it must compare.")
        .Required("than", Leaf.Quantity, x => x.Than, (x, v) => x with { Than = v }, "The level: \"USD/share 4.75\".")
        .Required("count", Leaf.Count, x => x.Count, (x, v) => x with { Count = v }, "How many consecutive days of publication, from 1.");

    public static UnionShape<Test> Shape { get; } = new UnionShape<Test>("test", "A condition as a contract states it.")
        .Or("allOf", Several(of => new AllOf(of), test => test.Of))
        .Or("anyOf", Several(of => new AnyOf(of), test => test.Of))
        .Or("not", new AsShape<Not, Test>(() => Shape!, of => new(of), test => test.Of))
        .Or("atLeast", Of(Relation.AtLeast), x => x.Is == Relation.AtLeast)
        .Or("atMost", Of(Relation.AtMost), x => x.Is == Relation.AtMost)
        .Or("above", Of(Relation.Above), x => x.Is == Relation.Above)
        .Or("below", Of(Relation.Below), x => x.Is == Relation.Below)
        .Or("reached", new AsShape<IsReached, string>(() => Leaf.Text, milestone => new(milestone), test => test.Milestone))
        .Or("onOrAfter", new AsShape<OnOrAfter, NodaTime.LocalDate>(() => Leaf.Date, date => new(date), test => test.Date))
        .Or("noDefault", new AsShape<NoDefault, bool>(() => Leaf.Truth, _ => new(), _ => true))
        .Or("flag", new AsShape<IsFlagged, string>(() => Leaf.Text, flag => new(flag), test => test.Flag))
        .Or("forDays", Held)
        .Or("consecutiveFixings", Fixings);

    // Four keys, one record: which key is written is decided by the comparison.
    static ObjectShape<Compared> Of(Relation relation) => new ObjectShape<Compared>(TestText.Key(relation), "An amount compared with another.", new(null!, relation, null!))
        .Required("of", AmountShape.Shape, x => x.Of, (x, v) => x with { Of = v }, "The amount.")
        .Required("than", AmountShape.Shape, x => x.Than, (x, v) => x with { Than = v }, "The amount it is compared with, in the same unit.");

    static AsShape<Test, Test> Later() => new(() => Shape!, test => test, test => test);

    static AsShape<T, ImmutableArray<Test>> Several<T>(Func<ImmutableArray<Test>, T> to, Func<T, ImmutableArray<Test>> from) => new(() => Leaf.Array(Shape), to, from);
}
