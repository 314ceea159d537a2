using ProjectFinance.Facilities;

namespace ProjectFinance.Deals.Json;

/// <summary>How the resets of a rate are written. Apart from the loan and from changes of it, which both refer to them: types that begin each other find nothing there yet.</summary>
static class RateResetShape
{
    public static ObjectShape<RateReset> Reset { get; } = new ObjectShape<RateReset>("rateReset", "The dates on which the rate is reset, and to what: index x multiplier + spread.", new(Dates: null!))
        .Required("dates", ScheduleShape.Shape, x => x.Dates, (x, v) => x with { Dates = v }, "The dates; the new rate holds from each on.")
        .Maybe("index", Leaf.Text, x => x.Index, (x, v) => x with { Index = v }, "The reference rate; left out, the rate becomes the spread alone.")
        .Optional("multiplier", Leaf.Number, x => x.Multiplier, (x, v) => x with { Multiplier = v }, "What the index is multiplied with.")
        .Optional("spread", Leaf.Percentage, x => x.Spread, (x, v) => x with { Spread = v }, "What is added to the index; may be negative.")
        .Fixing()
        .Optional("fallbacks", Leaf.Array(IndexSettingShape.Fallback), x => x.Fallbacks, (x, v) => x with { Fallbacks = v }, "Indices that take the place of this one, each from a date on.")
        .Maybe("rounding", InterestShape.Rounding, x => x.Rounding, (x, v) => x with { Rounding = v }, "How the index is rounded.");

    public static ObjectShape<ResetLimits> Limits { get; } = new ObjectShape<ResetLimits>("resetLimits", "What a rate stays within when it is reset.", new())
        .Maybe("indexFloor", Leaf.Percentage, x => x.IndexFloor, (x, v) => x with { IndexFloor = v }, "What the index is never below.")
        .Maybe("indexCap", Leaf.Percentage, x => x.IndexCap, (x, v) => x with { IndexCap = v }, "What the index is never above.")
        .Maybe("leastChange", Leaf.Percentage, x => x.LeastChange, (x, v) => x with { LeastChange = v }, "The least change at one reset: \"-1%\" lets the rate fall by one percent at most.")
        .Maybe("greatestChange", Leaf.Percentage, x => x.GreatestChange, (x, v) => x with { GreatestChange = v }, "The greatest change at one reset.")
        .Maybe("floor", Leaf.Percentage, x => x.Floor, (x, v) => x with { Floor = v }, "What the rate is never below.")
        .Maybe("cap", Leaf.Percentage, x => x.Cap, (x, v) => x with { Cap = v }, "What the rate is never above.");
}
