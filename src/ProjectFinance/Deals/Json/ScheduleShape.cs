using ProjectFinance.Time;

namespace ProjectFinance.Deals.Json;

/// <summary>How dates that come again and again are written.</summary>
static class ScheduleShape
{
    static readonly ObjectShape<Every> AtEqualSteps = new ObjectShape<Every>("every", "Dates at equal steps.", new(NodaTime.Period.Zero, default, default))
        .Required("step", Leaf.Step, x => x.Step, (x, v) => x with { Step = v }, "From one date to the next: \"P3M\" for three months.")
        .Required("first", Leaf.Date, x => x.First, (x, v) => x with { First = v }, "The first date. From a month end, steps of months go to month ends.")
        .Required("last", Leaf.Date, x => x.Last, (x, v) => x with { Last = v }, "The day after which there are no more dates.");

    static readonly ObjectShape<CalculationPeriods> InPeriods = new ObjectShape<CalculationPeriods>("calculationPeriods", "The ends of periods of equal steps but for stubs.", new(default, default, NodaTime.Period.Zero))
        .Required("start", Leaf.Date, x => x.Start, (x, v) => x with { Start = v }, "The date on which the first period begins, itself not among the dates.")
        .Required("end", Leaf.Date, x => x.End, (x, v) => x with { End = v }, "The date on which the last period ends.")
        .Required("step", Leaf.Step, x => x.Step, (x, v) => x with { Step = v }, "The length of a regular period: \"P3M\" for three months.")
        .Maybe("stub", Leaf.Word<StubConvention>("stub"), x => x.Stub, (x, v) => x with { Stub = v }, "Where the days go that whole steps leave over; left out for a short first period.")
        .Maybe("roll", Leaf.Roll, x => x.Roll, (x, v) => x with { Roll = v }, "The day of the month of regular dates; left out to tell it from the dates.")
        .Maybe("firstRegular", Leaf.Date, x => x.FirstRegular, (x, v) => x with { FirstRegular = v }, "The end of a first period that is a stub.")
        .Maybe("lastRegular", Leaf.Date, x => x.LastRegular, (x, v) => x with { LastRegular = v }, "The start of a last period that is a stub.");

    static readonly ObjectShape<OnDatesOfYear> EachYear = new ObjectShape<OnDatesOfYear>("onDatesOfYear", "The same dates of each year.", new([], default, default))
        .Required("dates", Leaf.Array(Leaf.AnnualDate), x => x.Dates, (x, v) => x with { Dates = v }, "Months and days: \"09-30\".")
        .Required("first", Leaf.Date, x => x.First, (x, v) => x with { First = v }, "The day before which there are no dates.")
        .Required("last", Leaf.Date, x => x.Last, (x, v) => x with { Last = v }, "The day after which there are no dates.");

    static readonly AsShape<OnDates, System.Collections.Immutable.ImmutableArray<NodaTime.LocalDate>> OneByOne = new(() => Leaf.Array(Leaf.Date), dates => new(dates), schedule => schedule.Dates);

    public static UnionShape<Schedule> Shape { get; } = new UnionShape<Schedule>("schedule", "The dates on which something happens.")
        .Or("every", AtEqualSteps)
        .Or("calculationPeriods", InPeriods)
        .Or("onDatesOfYear", EachYear)
        .Or("onDates", OneByOne);
}
