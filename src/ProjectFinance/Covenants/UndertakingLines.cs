using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Time;

namespace ProjectFinance.Covenants;

/// <summary>
/// Lays out an undertaking: whether it is not done, or not kept. The names of its flags are written first, and its test when every line it names is there.
/// docs/facilities.md says what every line means.
/// </summary>
sealed class UndertakingLines
{
    readonly Undertaking terms;
    readonly ImmutableArray<LocalDate> due;
    readonly Flag? breach;
    readonly Flag? done;
    Func<Period, Condition> met = _ => true;

    UndertakingLines(Model model, Undertaking terms)
    {
        this.terms = terms;
        due = [.. DatesOf(terms)];
        ImmutableHashSet<LocalDate> judged = [.. due.Select(LastDayFor)];
        if (BreachOf(terms) is not { } name) return;
        if (terms.Kind == UndertakingKind.Negative)
            breach = model.Flag(name, t => due.IsEmpty || judged.Contains(t.End) ? !met(t) : breach!.Previous(t, false), terms.Source);
        else if (terms.Met is null)
            breach = model.Flag(name, t => due.Any(date => LastDayFor(date) <= t.End && IsOpen(date, t)), terms.Source);
        else
        {
            done = model.Flag($"Undertakings / {terms.Name} done", t => met(t) | (t.IsFirst || judged.Contains(t.Start) ? false : done!.Previous(t, false)), terms.Source);
            // Doing it once makes good what was omitted before.
            breach = model.Flag(name, t => judged.Contains(t.End) ? !done[t] : breach!.Previous(t, false) & !met(t), terms.Source);
        }
    }

    /// <summary>The dates on which an undertaking is due, in order.</summary>
    internal static IEnumerable<LocalDate> DatesOf(Undertaking terms) =>
        terms.Due?.Dates(BusinessCalendars.None, BusinessDayConvention.None).Select(date => date.Unadjusted) ?? [];

    /// <summary>The flag of its breach; null for something not to do that nothing tests.</summary>
    internal static string? BreachOf(Undertaking terms) => terms.Kind != UndertakingKind.Negative ? $"Breaches / {terms.Name} not done"
        : terms.Met is null ? null : $"Breaches / {terms.Name} not kept";

    /// <summary>Writes the names of the flags.</summary>
    internal static UndertakingLines Declare(Model model, Undertaking terms) => new(model, terms);

    /// <summary>Writes the test.</summary>
    /// <param name="model">The model.</param>
    /// <param name="where">Where the undertaking stands in the input: "undertakings[0]".</param>
    /// <exception cref="InvalidInputException">Lines or milestones the test names do not exist; every one at once.</exception>
    internal void Complete(Model model, string where)
    {
        if (terms.Met is { } test) met = TestLines.Write(model, test, $"{where}.met");
    }

    /// <summary>Whether everything due on or before a date is done at the end of a column.</summary>
    internal Condition IsDone(LocalDate upTo, Period t)
    {
        if (done is null) return !due.Any(date => date <= upTo && IsOpen(date, t));
        return due.Any(date => date <= upTo && LastDayFor(date) > t.End) ? done[t] : !breach![t];
    }

    LocalDate LastDayFor(LocalDate date) => date.DaysLater(terms.GraceDays);

    bool IsOpen(LocalDate date, Period t) => terms.Done.TryGetValue(date, out var on) && !(on <= t.End);
}
