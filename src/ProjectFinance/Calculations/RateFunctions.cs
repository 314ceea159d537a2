using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Deals.Json;
using ProjectFinance.Time;

namespace ProjectFinance.Calculations;

/// <summary>Overnight rates in arrears.</summary>
static class RateFunctions
{
    static readonly TextShape<int> YearBasis = new("'ACT/360' or 'ACT/365F'", DaysInYear, days => days == 365 ? "ACT/365F" : "ACT/360");

    static readonly ObjectShape<Request> Shape = new ObjectShape<Request>("compoundedRate", "Overnight rates and the period over which they are compounded.", new())
        .Required("fixings", Leaf.Array(new FixingShape()), x => x.Fixings, (x, v) => x with { Fixings = v }, "The daily rates: [[\"2023-06-30\", 0.0506], ...].")
        .Required("start", Leaf.Date, x => x.Start, (x, v) => x with { Start = v }, "The first day of the period.")
        .Required("end", Leaf.Date, x => x.End, (x, v) => x with { End = v }, "The day on which it ends, itself not counted.")
        .Optional("calendar", CalendarsArgument.Shape, x => x.Terms.Calendars, (x, v) => x with { Terms = x.Terms with { Calendars = v } }, "The days on which the rate is published.")
        .Optional("lookbackDays", Leaf.Count, x => x.Terms.LookbackDays, (x, v) => x with { Terms = x.Terms with { LookbackDays = v } }, "How many business days before a day its rate is observed.")
        .Optional("observationShift", Leaf.Truth, x => x.Terms.ObservationShift, (x, v) => x with { Terms = x.Terms with { ObservationShift = v } }, "Whether the days for which a rate counts are moved back with it.")
        .Optional("lockoutDays", Leaf.Count, x => x.Terms.LockoutDays, (x, v) => x with { Terms = x.Terms with { LockoutDays = v } }, "For how many business days at the end the rate stays that of the day before them.")
        .Optional("dayCount", YearBasis, x => x.Terms.DaysInYear, (x, v) => x with { Terms = x.Terms with { DaysInYear = v } }, "ACT/360, or ACT/365F for SONIA.")
        .Optional("method", Leaf.Word<OvernightMethod>("overnight method"), x => x.Terms.Method, (x, v) => x with { Terms = x.Terms with { Method = v } }, "Whether the rate is compounded or averaged.");

    internal static ImmutableArray<Function> All { get; } =
    [
        new Function<Request>("compoundedRate", "The yearly rate that overnight rates make of a period.", Shape, (x, json) => json.Value(OvernightRate.Of(x.Terms, new(x.Fixings), x.Start, x.End))),
    ];

    static int DaysInYear(string name)
    {
        var count = DayCounts.Parse(name);
        if (count == DayCounts.Actual365Fixed) return 365;
        return count == DayCounts.Actual360 ? 360 : throw InvalidInputException.Of($"Day count '{count.Name}'", "overnight rates are not counted so", "it must be ACT/360 or ACT/365F");
    }

    sealed record Request
    {
        internal ImmutableArray<(LocalDate Day, double Rate)> Fixings { get; init; } = [];

        internal LocalDate Start { get; init; }

        internal LocalDate End { get; init; }

        internal OvernightTerms Terms { get; init; } = new();
    }
}
