using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using ProjectFinance.Deals.Json;
using ProjectFinance.Time;

namespace ProjectFinance.Calculations;

/// <summary>Day counts, business days and schedules.</summary>
static class DateFunctions
{
    static readonly TextShape<RollConvention> Roll = new("a roll convention, such as 'EOM', 'IMM' or '15'", RollConvention.Parse, roll => roll.ToString());

    static readonly TextShape<StubConvention> Stub = new("a stub convention, such as 'ShortFront'", Conventions.ParseStub, stub => stub.ToString());

    static readonly TextShape<BusinessDayConvention> Convention = new("a business day convention, such as 'ModifiedFollowing'", Conventions.ParseBusinessDay, convention => convention.ToString());

    static readonly ObjectShape<SpanArguments> SpanShape = new ObjectShape<SpanArguments>("span", "Two dates and how the time between them is counted.", new())
        .Required("start", Leaf.Date, x => x.Start, (x, v) => x with { Start = v }, "The first date, on which nothing has accrued yet.")
        .Required("end", Leaf.Date, x => x.End, (x, v) => x with { End = v }, "The date to which is counted.")
        .Required("dayCount", Leaf.DayCount, x => x.DayCount, (x, v) => x with { DayCount = v }, "The day count: \"ACT/360\".")
        .Maybe("periodStart", Leaf.Date, x => x.Context.PeriodStart, (x, v) => x with { Context = x.Context with { PeriodStart = v } }, "The first day of the interest period around, where the day count needs it.")
        .Maybe("periodEnd", Leaf.Date, x => x.Context.PeriodEnd, (x, v) => x with { Context = x.Context with { PeriodEnd = v } }, "The last day of that period.")
        .Maybe("frequency", new FrequencyShape(), x => x.Context.Frequency, (x, v) => x with { Context = x.Context with { Frequency = v } }, "The length of a regular interest period: \"P6M\", or 2 for twice a year.")
        .Maybe("maturity", Leaf.Date, x => x.Context.Maturity, (x, v) => x with { Context = x.Context with { Maturity = v } }, "The last day of the loan or bond.")
        .Optional("endOfMonth", Leaf.Truth, x => x.Context.EndOfMonth, (x, v) => x with { Context = x.Context with { EndOfMonth = v } }, "Whether interest dates that begin at a month end stay at month ends.")
        .Optional("calendars", CalendarsArgument.Shape, x => x.Calendars, (x, v) => x with { Calendars = v }, "The business days, for BUS/252.");

    static readonly ObjectShape<ScheduleArguments> PlanShape = new ObjectShape<ScheduleArguments>("plan", "Periods of equal steps but for stubs.", new())
        .Required("start", Leaf.Date, x => x.Start, (x, v) => x with { Start = v }, "The date on which the first period begins.")
        .Required("end", Leaf.Date, x => x.End, (x, v) => x with { End = v }, "The date on which the last period ends.")
        .Required("frequency", new FrequencyShape(), x => x.Frequency, (x, v) => x with { Frequency = v }, "The length of a regular period: \"P3M\".")
        .Maybe("stub", Stub, x => x.Stub, (x, v) => x with { Stub = v }, "Where the days go that whole steps leave over; left out, into a short first period.")
        .Maybe("roll", Roll, x => x.Roll, (x, v) => x with { Roll = v }, "The day of the month: \"EOM\", \"IMM\", \"15\"; left out, told from the dates.")
        .Optional("convention", Convention, x => x.Convention, (x, v) => x with { Convention = v }, "Where a date moves that is not a business day.")
        .Optional("calendars", CalendarsArgument.Shape, x => x.Calendars, (x, v) => x with { Calendars = v }, "The business days.")
        .Maybe("firstRegular", Leaf.Date, x => x.FirstRegular, (x, v) => x with { FirstRegular = v }, "The end of a first period that is a stub.")
        .Maybe("lastRegular", Leaf.Date, x => x.LastRegular, (x, v) => x with { LastRegular = v }, "The start of a last period that is a stub.");

    internal static ImmutableArray<Function> All { get; } =
    [
        new Function<SpanArguments>("yearFraction", "The time between two dates in years.", SpanShape, (x, json) => json.Value(x.DayCount.YearFraction(x.Start, x.End, x.Around))),
        new Function<SpanArguments>("days", "The days between two dates as a day count counts them.", SpanShape, (x, json) => json.WriteNumber("value", x.DayCount.Days(x.Start, x.End, x.Around))),
        new Function<DayArguments>("adjust", "The business day that a date moves to.", DayShape(moves: true, counts: false), (x, json) => json.Date("date", x.Calendar.Adjust(x.Date, x.Convention))),
        new Function<DayArguments>("isBusinessDay", "Whether a date is a business day.", DayShape(moves: false, counts: false), (x, json) => json.WriteBoolean("value", x.Calendar.IsBusinessDay(x.Date))),
        new Function<DayArguments>("addBusinessDays", "The date so many business days later; earlier for a negative number.", DayShape(moves: false, counts: true), (x, json) => json.Date("date", x.Calendar.AddBusinessDays(x.Date, x.Days))),
        new Function<ScheduleArguments>("schedule", "The periods of a schedule, as the contract names their dates and as business days move them.", PlanShape, Periods),
    ];

    // The three share their fields, so that a program may send the same ones to each.
    static ObjectShape<DayArguments> DayShape(bool moves, bool counts)
    {
        var shape = new ObjectShape<DayArguments>("day", "A date and the business days around it.", new())
            .Required("date", Leaf.Date, x => x.Date, (x, v) => x with { Date = v }, "The date.")
            .Required("calendars", CalendarsArgument.Shape, x => x.Calendars, (x, v) => x with { Calendars = v }, "A calendar, or several, all of which must be open: \"London\".");
        shape = Given(shape, moves, "convention", Convention, x => x.Convention, (x, v) => x with { Convention = v }, "Where a date moves: \"ModifiedFollowing\".");
        return Given(shape, counts, "days", Leaf.Count, x => x.Days, (x, v) => x with { Days = v }, "How many business days.");
    }

    static ObjectShape<DayArguments> Given<T>(ObjectShape<DayArguments> shape, bool isNeeded, string field, Shape<T> kind, Func<DayArguments, T> get, Func<DayArguments, T, DayArguments> set, string meaning) =>
        isNeeded ? shape.Required(field, kind, get, set, meaning) : shape.Optional(field, kind, get, set, "Not used here.");

    static void Periods(ScheduleArguments plan, Utf8JsonWriter json)
    {
        var terms = new CalculationPeriods(plan.Start, plan.End, plan.Frequency) { Stub = plan.Stub, Roll = plan.Roll, FirstRegular = plan.FirstRegular, LastRegular = plan.LastRegular };
        if (terms.Problems("Schedule", "").ToList() is { Count: > 0 } problems) throw new InvalidInputException(problems);
        json.WriteStartArray("periods");
        foreach (var period in terms.Periods(BusinessCalendar.Union(plan.Calendars.AsSpan()), plan.Convention))
        {
            json.WriteStartObject();
            json.Date("unadjustedStart", period.UnadjustedStart);
            json.Date("unadjustedEnd", period.UnadjustedEnd);
            json.Date("start", period.Start);
            json.Date("end", period.End);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    sealed record SpanArguments
    {
        internal LocalDate Start { get; init; }

        internal LocalDate End { get; init; }

        internal DayCount DayCount { get; init; } = DayCounts.Actual360;

        internal ImmutableArray<BusinessCalendar> Calendars { get; init; } = [];

        internal AccrualContext Context { get; init; } = new();

        internal AccrualContext Around => Calendars.IsEmpty ? Context : Context with { Calendar = BusinessCalendar.Union(Calendars.AsSpan()) };
    }

    sealed record DayArguments
    {
        internal LocalDate Date { get; init; }

        internal ImmutableArray<BusinessCalendar> Calendars { get; init; } = [];

        internal BusinessCalendar Calendar => BusinessCalendar.Union(Calendars.AsSpan());

        internal BusinessDayConvention Convention { get; init; }

        internal int Days { get; init; }
    }

    sealed record ScheduleArguments
    {
        internal LocalDate Start { get; init; }

        internal LocalDate End { get; init; }

        internal NodaTime.Period Frequency { get; init; } = NodaTime.Period.FromMonths(3);

        internal StubConvention? Stub { get; init; }

        internal RollConvention? Roll { get; init; }

        internal BusinessDayConvention Convention { get; init; }

        internal ImmutableArray<BusinessCalendar> Calendars { get; init; } = [BusinessCalendars.Weekends];

        internal LocalDate? FirstRegular { get; init; }

        internal LocalDate? LastRegular { get; init; }
    }
}
