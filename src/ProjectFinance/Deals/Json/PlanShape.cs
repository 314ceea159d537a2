using ProjectFinance.Operations;

namespace ProjectFinance.Deals.Json;

/// <summary>How a plan is written.</summary>
static class PlanShape
{
    public static ObjectShape<Plan> Shape { get; } = new ObjectShape<Plan>("plan", "Amounts by calendar, each spread evenly over the days of its span, a formula, or both, which then add up.", new() { Unit = null! })
        .Required("unit", Leaf.Unit, x => x.Unit, (x, v) => x with { Unit = v }, "What the amounts are counted in.")
        .Optional("amounts", Leaf.ByName(Leaf.Number), x => x.Amounts, (x, v) => x with { Amounts = v }, "The amounts by span: \"1997\", \"1997-H1\", \"1997-Q3\", \"1997-07\", or \"1996-07-11/1996-09-30\" for the days after the first date up to the second.")
        .Maybe("formula", AmountShape.Shape, x => x.Formula, (x, v) => x with { Formula = v }, "An amount for each period from other lines of the deal.");
}
