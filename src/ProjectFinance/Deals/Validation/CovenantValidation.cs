using ProjectFinance.Covenants;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether financial covenants, and what follows from breaches, make sense.</summary>
static class CovenantValidation
{
    public static IEnumerable<Problem> Problems(FinancialCovenant covenant, Deal deal, string where)
    {
        var subject = $"Covenant '{covenant.Name}'";
        var dates = TermCheck.Dates(deal, covenant.TestDates, "test date", subject, $"{where}.testDates").ToList();
        return
        [
            .. AmountValidation.Problems(covenant.Value, deal, subject, $"{where}.value"),
            .. covenant.AtLeast is { } least ? AmountValidation.Problems(least, deal, subject, $"{where}.atLeast") : [],
            .. covenant.AtMost is { } most ? AmountValidation.Problems(most, deal, subject, $"{where}.atMost") : [],
            .. covenant.AtLeast is null && covenant.AtMost is null ? [new(subject, "it has no limit", "say what the figure must be at least, at most, or both", where)] : Array.Empty<Problem>(),
            .. dates,
            .. dates.Count == 0 && !FinancialCovenantLines.DatesOf(covenant).Any()
                ? [new(subject, $"no test date falls on or after {covenant.From!.Value.Iso()}", "at least one must", $"{where}.from")]
                : Array.Empty<Problem>(),
            .. covenant.CureDays is { } days ? TermCheck.AtLeast(0, days, "number of days to cure a breach", subject, $"{where}.cureDays") : [],
        ];
    }

    public static IEnumerable<Problem> Defaults(Deal deal)
    {
        const string Subject = "Defaults", Where = "defaults";
        if (deal.Defaults is not { } terms) return [];
        return
        [
            .. TermCheck.Once(terms.Events, "event", Subject, $"{Where}.events"),
            .. TermCheck.AtLeast(0, terms.CureDays, "number of days to cure a breach", Subject, $"{Where}.cureDays"),
            .. terms.CureDaysOf.SelectMany(days => TermCheck.AtLeast(0, days.Value, $"number of days to cure '{days.Key}'", Subject, Json.JsonPath.Field($"{Where}.cureDaysOf", days.Key))),
            .. terms.Acceleration is { } acceleration ? Acceleration(acceleration, deal, Subject, $"{Where}.acceleration") : [],
        ];
    }

    static IEnumerable<Problem> Acceleration(Acceleration terms, Deal deal, string subject, string where) =>
    [
        .. terms.AfterDays is null && terms.On is null ? [new(subject, "the acceleration says neither after how many days nor on which day", "give 'afterDays', 'on', or both", where)] : Array.Empty<Problem>(),
        .. terms.AfterDays is { } days ? TermCheck.AtLeast(0, days, "number of days until acceleration", subject, $"{where}.afterDays") : [],
        .. terms.On is { } day ? TermCheck.InTimeline(deal, day, "day of acceleration", subject, $"{where}.on") : [],
    ];
}
