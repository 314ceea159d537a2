using System.Collections.Immutable;
using ProjectFinance.Rates;

namespace ProjectFinance.Facilities;

/// <summary>Whether an index and what takes its place can make the rate of each interest period.</summary>
static class FixingValidation
{
    /// <summary>Everything that is wrong with an index and what takes its place.</summary>
    /// <param name="index">The index.</param>
    /// <param name="terms">When it is fixed.</param>
    /// <param name="fallbacks">What takes its place.</param>
    /// <param name="rounding">How it is rounded.</param>
    /// <param name="subject">The loan.</param>
    /// <param name="where">Where the index is written.</param>
    internal static IEnumerable<Problem> Problems(string index, FixingTerms terms, ImmutableArray<IndexFallback> fallbacks, IndexRounding? rounding, string subject, string where) =>
    [
        .. Fixing(terms, index, subject, where),
        .. fallbacks.SelectMany((fallback, i) => Fallback(fallback, index, fallbacks, i, subject, $"{where}.fallbacks[{i}]")),
        .. rounding is { } rounded && !(rounded.To > 0.0) ? [new(subject, $"the index is rounded to steps of {rounded.To}", "the step must be above zero", $"{where}.rounding.to")] : Array.Empty<Problem>(),
    ];

    static IEnumerable<Problem> Fallback(IndexFallback fallback, string index, ImmutableArray<IndexFallback> all, int place, string subject, string where)
    {
        if (place > 0 && fallback.From <= all[place - 1].From)
            yield return new(subject, $"the fallback from {fallback.From.Iso()} is written after the one from {all[place - 1].From.Iso()}", "fallbacks must be in the order of their dates, one on a date", $"{where}.from");
        if (fallback.Index == index || all.Take(place).Any(before => before.Index == fallback.Index))
            yield return new(subject, $"the fallback to '{fallback.Index}' names an index that the loan has had before", "each index must be named once", $"{where}.index");
        foreach (var problem in Fixing(fallback, fallback.Index, subject, where)) yield return problem;
    }

    static IEnumerable<Problem> Fixing(FixingTerms terms, string index, string subject, string where)
    {
        if (terms.FixingDays < 0) yield return new(subject, $"the number of fixing days is {terms.FixingDays}", "it must be 0 or more", $"{where}.fixingDays");
        if (terms.FixingCalendars.IsEmpty) yield return new(subject, "no fixing calendar is given", "at least one must be", $"{where}.fixingCalendars");
        foreach (var problem in Setting(terms.Setting, index, subject, $"{where}.setting")) yield return problem;
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
