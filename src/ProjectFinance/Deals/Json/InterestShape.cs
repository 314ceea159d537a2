using ProjectFinance.Facilities;
using ProjectFinance.Rates;

namespace ProjectFinance.Deals.Json;

/// <summary>How the interest of a loan is written.</summary>
static class InterestShape
{
    public static ObjectShape<IndexRounding> Rounding { get; } = new ObjectShape<IndexRounding>("indexRounding", "How an index is rounded before the margin is added.", new(default, default))
        .Required("direction", Leaf.Word<RoundingDirection>("direction"), x => x.Direction, (x, v) => x with { Direction = v }, "Which way.")
        .Required("to", Leaf.Percentage, x => x.To, (x, v) => x with { To = v }, "The step: \"0.0625%\" for a sixteenth of one percent.");

    public static ObjectShape<InterestTerms> Shape { get; } = new ObjectShape<InterestTerms>("interest", "How a loan's interest is set, accrued and paid.", new() { Index = "", Margin = null!, Dates = null! })
        .Required("index", Leaf.Text, x => x.Index, (x, v) => x with { Index = v }, "The reference rate, as the market data name it: \"USD LIBOR 3M\".")
        .Required("margin", SteppedShape.Percentage, x => x.Margin, (x, v) => x with { Margin = v }, "The margin over the index, which may change on dates and milestones.")
        .Optional("marginChange", Leaf.Word<MarginChange>("margin change"), x => x.MarginChange, (x, v) => x with { MarginChange = v }, "Whether a margin changes on the day or from the next interest period.")
        .Required("dates", ScheduleShape.Shape, x => x.Dates, (x, v) => x with { Dates = v }, "The dates on which interest periods end and interest is paid.")
        .Maybe("dayCount", Leaf.DayCount, x => x.DayCount == (x with { StatedDayCount = null }).DayCount ? null : x.DayCount, (x, v) => x with { StatedDayCount = v }, "How days are counted; left out for the conventions', else ACT/360.")
        .Fixing()
        .Optional("fallbacks", Leaf.Array(IndexSettingShape.Fallback), x => x.Fallbacks, (x, v) => x with { Fallbacks = v }, "Indices that take the place of this one, each from a date on.")
        .Maybe("rounding", Rounding, x => x.Rounding, (x, v) => x with { Rounding = v }, "How the index is rounded.")
        .Maybe("indexFloor", Leaf.Percentage, x => x.IndexFloor, (x, v) => x with { IndexFloor = v }, "What the index is never below; left out for none.")
        .Maybe("indexCap", Leaf.Percentage, x => x.IndexCap, (x, v) => x with { IndexCap = v }, "What the index is never above; left out for none.")
        .Maybe("floor", Leaf.Percentage, x => x.Floor, (x, v) => x with { Floor = v }, "What the rate, margin included, is never below; left out for none.")
        .Maybe("cap", Leaf.Percentage, x => x.Cap, (x, v) => x with { Cap = v }, "What the rate, margin included, is never above; left out for none.")
        .Optional("duringConstruction", Leaf.Word<ConstructionInterest>("construction interest"), x => x.DuringConstruction, (x, v) => x with { DuringConstruction = v }, "Whether interest is paid or added to the balance while the loan is open for drawing.")
        .Optional("defaultMargin", Leaf.Percentage, x => x.DefaultMargin, (x, v) => x with { DefaultMargin = v }, "What overdue amounts bear on top of the rate.");
}
