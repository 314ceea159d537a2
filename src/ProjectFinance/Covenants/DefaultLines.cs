using NodaTime;
using ProjectFinance.Time;
using static ProjectFinance.Formula;
using State = ProjectFinance.Modelling.Defaults;

namespace ProjectFinance.Covenants;

/// <summary>
/// Lays out the state of default: a flag for each event, whether any continues and since when, and what follows. The names others read are written
/// first; the events when every breach is there. docs/facilities.md says what every line means.
/// </summary>
sealed class DefaultLines
{
    readonly Model model;
    readonly DefaultTerms terms;
    readonly List<Flag> events = [];
    readonly Flag continuing;

    DefaultLines(Model model, DefaultTerms terms)
    {
        (this.model, this.terms) = (model, terms);
        continuing = model.Flag(State.Continuing, t => events.Aggregate((Condition)false, (any, one) => any | one[t]), SourceOf("events"));
        var since = model.Declare($"{State.Section} / Since", Unit.None, LineKind.Level, "days since the end of the column in which the default began");
        since.Is(t => t.IsFirst ? 0 : When(continuing[t] & continuing.Previous(t, false), since.Previous(t, 0) + t.Days, 0));
        Follows(State.DrawStop, terms.DrawStop, "drawStop");
        Follows(State.LockUp, terms.LockUp, "lockUp");
        Follows(State.DefaultMargin, terms.DefaultMargin, "defaultMargin");
        Flag? accelerated = null;
        accelerated = model.Flag(State.Accelerated, t => accelerated!.Previous(t, false) | continuing[t] & IsAccelerated(t, since), SourceOf("acceleration"));
    }

    /// <summary>Writes the names that loans and accounts read.</summary>
    internal static DefaultLines Declare(Model model, DefaultTerms terms) => new(model, terms);

    /// <summary>Writes the flag of each event of default.</summary>
    /// <param name="breaches">The lines of breaches that are events.</param>
    /// <param name="cureDays">How long each may be cured.</param>
    /// <param name="waived">Whether a breach is waived at the end of a column.</param>
    internal void Complete(IEnumerable<Line> breaches, Func<string, int> cureDays, Func<string, Period, Condition> waived)
    {
        foreach (var line in breaches)
        {
            var breach = new Flag(line);
            int days = cureDays(line.Name);
            events.Add(model.Flag($"{State.Section} / {line.Name[(line.Section.Length + 3)..]}", t => HeldFor(breach, t, days) & !waived(line.Name, t), line.Source));
        }
    }

    /// <summary>Whether a condition has held at the end of every column from some days before the end of a column.</summary>
    Condition HeldFor(Flag flag, Period t, int days)
    {
        var from = t.End.DaysLater(-days);
        int first = t.Index;
        while (first >= 0 && model.Periods[first].End > from) first--;
        if (first < 0) return false;
        return Enumerable.Range(first, t.Index - first + 1).Aggregate((Condition)true, (all, i) => all & flag[i]);
    }

    Condition IsAccelerated(Period t, Line since) => terms.Acceleration switch
    {
        { On: { } notice } when notice == t.End => true,
        { AfterDays: { } days } => since[t] >= days,
        _ => false,
    };

    void Follows(string flag, bool does, string field) => model.Flag(flag, t => does ? continuing[t] : false, SourceOf(field));

    string SourceOf(string field) => terms.Sources.GetValueOrDefault(field, "");
}
