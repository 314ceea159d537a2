using System.Collections.Immutable;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether an index and what takes its place can make the rate of each interest period.</summary>
static class IndexValidation
{
    public static IEnumerable<Problem> Problems(InterestTerms interest, string subject, string where) =>
    [
        .. Setting(interest.Setting, interest.Index, subject, $"{where}.setting"),
        .. interest.Fallbacks.SelectMany((fallback, i) => Fallback(fallback, interest, i, subject, $"{where}.fallbacks[{i}]")),
    ];

    static IEnumerable<Problem> Fallback(IndexFallback fallback, InterestTerms interest, int place, string subject, string where)
    {
        if (place > 0 && fallback.From <= interest.Fallbacks[place - 1].From)
            yield return new(subject, $"the fallback from {fallback.From.Iso()} is written after the one from {interest.Fallbacks[place - 1].From.Iso()}", "fallbacks must be in the order of their dates, one on a date", $"{where}.from");
        if (fallback.Index == interest.Index || interest.Fallbacks.Take(place).Any(before => before.Index == fallback.Index))
            yield return new(subject, $"the fallback to '{fallback.Index}' names an index that the loan has had before", "each index must be named once", $"{where}.index");
        foreach (var problem in TermCheck.AtLeast(0, fallback.FixingDays, "number of fixing days", subject, $"{where}.fixingDays")) yield return problem;
        foreach (var problem in TermCheck.NotEmpty(fallback.FixingCalendars, "fixing calendar", subject, $"{where}.fixingCalendars")) yield return problem;
        foreach (var problem in Setting(fallback.Setting, fallback.Index, subject, $"{where}.setting")) yield return problem;
    }

    static IEnumerable<Problem> Setting(IndexSetting setting, string index, string subject, string where) => setting switch
    {
        FixedInAdvance terms => Tenors(terms.Tenors, index, subject, $"{where}.inAdvance.tenors"),
        OvernightInArrears { Terms: var terms } => terms.Problems(subject, $"{where}.overnight"),
        _ => [],
    };

    static IEnumerable<Problem> Tenors(ImmutableArray<IndexTenor> tenors, string index, string subject, string where)
    {
        if (tenors.IsEmpty) yield break;
        if (tenors.All(tenor => tenor.Index != index)) yield return new(subject, $"the index '{index}' is not among its tenors", "its own length must be given too", where);
        foreach (var (i, tenor) in tenors.Index())
        {
            if (tenor.Length is { HasTimeComponent: true } || Days(tenor) <= 0)
                yield return new(subject, $"the tenor of '{tenor.Index}' is {tenor.Length}", "it must be a day or longer, in whole days", $"{where}[{i}].length");
            else if (tenors.Take(i).Any(other => Days(other) == Days(tenor)))
                yield return new(subject, $"two tenors are {tenor.Length} long", "each length must have one index", $"{where}[{i}].length");
        }
    }

    // Years and months by their average days: enough to tell lengths apart.
    static double Days(IndexTenor tenor) => tenor.Length.Years * 365.25 + tenor.Length.Months * 30.4375 + tenor.Length.Weeks * 7 + tenor.Length.Days;
}
