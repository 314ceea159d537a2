using NodaTime;
using ProjectFinance.Deals.Json;
using ProjectFinance.Rates;

namespace ProjectFinance.Deals.Amending;

/// <summary>Gives values that change on dates and milestones other values from a date on.</summary>
static class SteppedChanges
{
    /// <summary>A value as it was up to a date, and as newly agreed from then on; the old one where that is already so.</summary>
    internal static Stepped<T> From<T>(Stepped<T> before, LocalDate on, Stepped<T> to, Shape<Stepped<T>> shape) =>
        shape.Text(Remaining(before, on)) == shape.Text(to) ? before : before with { Changes = [.. Kept(before, on), new(new OnDate(on), to.Initial), .. to.Changes] };

    /// <summary>Remembers where the new values are written.</summary>
    internal static void Place<T>(Overlay overlay, Stepped<T> before, Stepped<T> to, Clause clause, string inDeal)
    {
        int first = Kept(before, clause.Effective).Count();
        overlay.Place($"{inDeal}.changes[{first}].to", to.Changes.IsEmpty ? $"{clause.Where}.to" : $"{clause.Where}.to.initial");
        overlay.Place($"{inDeal}.changes[{first}].on", $"amendments[{clause.Number}].effective");
        for (int i = 0; i < to.Changes.Length; i++) overlay.Place($"{inDeal}.changes[{first + 1 + i}]", $"{clause.Where}.to.changes[{i}]");
    }

    // The last change that has come holds, so milestones reached after the date no longer count.
    static IEnumerable<Step<T>> Kept<T>(Stepped<T> before, LocalDate on) => before.Changes.Where(change => change.On is not OnDate date || date.Date < on);

    static Stepped<T> Remaining<T>(Stepped<T> before, LocalDate on)
    {
        int come = before.Changes.Index().LastOrDefault(change => change.Item.On is OnDate date && date.Date <= on, (-1, null!)).Index;
        return come < 0 ? before : new(before.Changes[come].To) { Changes = before.Changes[(come + 1)..] };
    }
}
