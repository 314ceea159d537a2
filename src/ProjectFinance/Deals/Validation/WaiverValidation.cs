using ProjectFinance.Covenants;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether the terms of a waiver make sense. Whether the breaches it names exist shows once the deal is laid out.</summary>
static class WaiverValidation
{
    public static IEnumerable<Problem> Problems(Waiver waiver, Deal deal, string where)
    {
        var subject = $"Waiver '{waiver.Name}'";
        return
        [
            .. TermCheck.NotEmpty(waiver.Of, "breach", subject, $"{where}.of"),
            .. TermCheck.Once(waiver.Of, "breach", subject, $"{where}.of"),
            .. TermCheck.InTimeline(deal, waiver.From, "first day", subject, $"{where}.from"),
            .. TermCheck.InTimeline(deal, waiver.Until, "last day", subject, $"{where}.until"),
            .. waiver.Until < waiver.From
                ? [new(subject, $"the last day {waiver.Until.Iso()} is before the first {waiver.From.Iso()}", "it must fall on or after it", $"{where}.until")]
                : Array.Empty<Problem>(),
            .. waiver.Conditions.SelectMany((condition, i) => Condition(condition, waiver, deal, $"{where}.conditions[{i}]")),
        ];
    }

    static IEnumerable<Problem> Condition(WaiverCondition condition, Waiver waiver, Deal deal, string where)
    {
        var subject = $"Waiver '{waiver.Name}', condition '{condition.Name}'";
        return
        [
            .. TermCheck.InTimeline(deal, condition.By, "last day", subject, $"{where}.by"),
            .. condition.By > waiver.Until
                ? [new(subject, $"its last day {condition.By.Iso()} is after the waiver's, {waiver.Until.Iso()}", "it must fall on or before it", $"{where}.by")]
                : Array.Empty<Problem>(),
            .. condition.Met is { } test ? TestValidation.Problems(test, deal, subject, $"{where}.met") : [],
            .. Decided(condition, deal, subject, $"{where}.undertaking"),
        ];
    }

    static List<Problem> Decided(WaiverCondition condition, Deal deal, string subject, string where) => (condition.Met, condition.Undertaking) switch
    {
        (null, null) => [new(subject, "nothing says when it is met", "give a test, as 'met', or name an 'undertaking'", where)],
        ({ }, { }) => [new(subject, "both a test and an undertaking are given", "give one of them", where)],
        (null, { } name) => Undertaking(name, condition, deal, subject, where),
        _ => [],
    };

    static List<Problem> Undertaking(string name, WaiverCondition condition, Deal deal, string subject, string where)
    {
        var unknown = TermCheck.Known(name, deal.Undertakings.Select(undertaking => undertaking.Name), "undertaking", subject, where).ToList();
        if (unknown.Count > 0) return unknown;
        var undertaking = deal.Undertakings.First(one => one.Name == name);
        if (undertaking.Due?.Problems("", "").Any() == true || UndertakingLines.DatesOf(undertaking).Any(date => date <= condition.By)) return [];
        return [new(subject, $"nothing of the undertaking '{name}' is due by {condition.By.Iso()}", "name an undertaking that is due by then", where)];
    }
}
