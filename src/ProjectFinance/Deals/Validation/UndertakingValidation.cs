using ProjectFinance.Covenants;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether the terms of an undertaking make sense.</summary>
static class UndertakingValidation
{
    public static IEnumerable<Problem> Problems(Undertaking undertaking, Deal deal, string where)
    {
        var subject = $"Undertaking '{undertaking.Name}'";
        var dates = undertaking.Due is { } due ? TermCheck.Dates(deal, due, "due date", subject, $"{where}.due").ToList() : [];
        bool isToDo = undertaking.Kind != UndertakingKind.Negative;
        return
        [
            .. isToDo && undertaking.Due is null ? [new(subject, "it is never due", "give the dates on which it is due", $"{where}.due")] : Array.Empty<Problem>(),
            .. dates,
            .. TermCheck.AtLeast(0, undertaking.GraceDays, "number of days of grace", subject, $"{where}.graceDays"),
            .. dates.Count == 0 ? Grace(undertaking, subject, where) : [],
            .. undertaking.Met is { } test ? TestValidation.Problems(test, deal, subject, $"{where}.met") : [],
            .. undertaking.Done.IsEmpty ? [] : Done(undertaking, isToDo, subject, $"{where}.done", dates.Count == 0),
        ];
    }

    // The days for one date end before those for the next begin.
    static IEnumerable<Problem> Grace(Undertaking undertaking, string subject, string where)
    {
        var dates = UndertakingLines.DatesOf(undertaking).ToList();
        return dates.Zip(dates.Skip(1)).Where(pair => NodaTime.Period.DaysBetween(pair.First, pair.Second) <= undertaking.GraceDays).Take(1).Select(pair => new Problem(
            subject, $"{undertaking.GraceDays} days of grace after {pair.First.Iso()} reach to the next due date {pair.Second.Iso()}", "grace must be shorter than the time between due dates", $"{where}.graceDays"));
    }

    static IEnumerable<Problem> Done(Undertaking undertaking, bool isToDo, string subject, string where, bool areDatesKnown)
    {
        if (!isToDo) yield return new(subject, "it is something not to do, and days on which it was done are given", "say with 'met' what must hold", where);
        if (undertaking.Met is not null) yield return new(subject, "both a test and the days on which it was done are given", "give one of them", where);
        if (!areDatesKnown) yield break;
        var dates = UndertakingLines.DatesOf(undertaking).ToHashSet();
        foreach (var date in undertaking.Done.Keys.Where(date => !dates.Contains(date)))
            yield return new(subject, $"it is not due on {date.Iso()}", "name the due date, and the day on which it was done", Json.JsonPath.Field(where, date.Iso()));
    }
}
