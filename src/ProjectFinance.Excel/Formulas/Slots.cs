using System.Globalization;

namespace ProjectFinance.Excel.Formulas;

/// <summary>Sorts the terms of a row's formulas into slots: first those that are the same in all columns, then those of the same kind. The slots stand in the order in which the formulas write them.</summary>
static class Slots
{
    /// <summary>The slots, in an order that is that of each period's terms, as far as these agree.</summary>
    /// <param name="items">The terms of each period.</param>
    /// <param name="reaches">Tells whether ranges can be named across the row.</param>
    internal static List<Slot> Of(IReadOnlyList<(int Period, IReadOnlyList<Term> Terms)> items, Reaches reaches)
    {
        var placed = items.Select(item => (item.Period, (IReadOnlyList<(int Place, Term Term)>)[.. item.Terms.Index()])).ToList();
        var exact = Keyed(placed, (term, period) => Signature.Of(term.Of, period));
        var everywhere = exact.GroupBy(term => term.Key).Where(group => group.Count() == items.Count).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var byPeriod = exact.Where(term => !everywhere.Contains(term.Key)).ToLookup(term => term.Period);
        var rest = items.Select(item => (item.Period, (IReadOnlyList<(int Place, Term Term)>)[.. byPeriod[item.Period].Select(term => (term.Place, term.Term))])).ToList();
        var slots = Gathered(exact.Where(term => everywhere.Contains(term.Key)));
        foreach (var slot in Gathered(Keyed(rest, (term, _) => Signature.Kind(term.Of)))) slots.AddRange(Nameable(slot, reaches));
        return InOrder(slots);
    }

    /// <summary>An order in which slots stand as in each period's sum: one that stands first in every period that has it, then the next.</summary>
    static List<Slot> InOrder(List<Slot> slots)
    {
        List<Slot> ranked = [.. slots.OrderBy(slot => slot.Places.Keys.Min()).ThenBy(slot => slot.Places.MinBy(place => place.Key).Value)];
        var after = Followers(ranked);
        var waits = new int[ranked.Count];
        foreach (int next in after.SelectMany(next => next)) waits[next]++;
        var left = new SortedSet<int>(Enumerable.Range(0, ranked.Count));
        var ready = new SortedSet<int>(left.Where(slot => waits[slot] == 0));
        var ordered = new List<Slot>();
        while (left.Count > 0)
        {
            // Periods may contradict one another: then the one that first appears goes first.
            int next = ready.Count > 0 ? ready.Min : left.Min;
            left.Remove(next);
            ready.Remove(next);
            ordered.Add(ranked[next]);
            foreach (int follower in after[next])
                if (--waits[follower] == 0 && left.Contains(follower)) ready.Add(follower);
        }
        return ordered;
    }

    /// <summary>For each slot, those that come next to it in some period.</summary>
    static List<HashSet<int>> Followers(List<Slot> slots)
    {
        var after = slots.Select(_ => new HashSet<int>()).ToList();
        foreach (var period in slots.Index().SelectMany(slot => slot.Item.Places.Select(place => (Period: place.Key, Place: place.Value, Slot: slot.Index))).GroupBy(place => place.Period))
        {
            int[] row = [.. period.OrderBy(place => (place.Place, place.Slot)).Select(place => place.Slot)];
            for (int i = 1; i < row.Length; i++) after[row[i - 1]].Add(row[i]);
        }
        return after;
    }

    // Ranges that have no common name fall apart into cells, each with its own distance.
    static List<Slot> Nameable(Slot slot, Reaches reaches)
    {
        if (!slot.Terms.Values.All(term => term.Of is Cells)) return [slot];
        if (reaches.Common([.. slot.Terms.Select(term => (term.Key, (Cells)term.Value.Of))]) is not null) return [slot];
        return Gathered(Keyed([.. slot.Terms.Select(term => (term.Key, Apart(slot.Places[term.Key], term.Value)))], (term, period) => Signature.Of(term.Of, period)));
    }

    static IReadOnlyList<(int Place, Term Term)> Apart(int place, Term term) =>
        term.Of is Cells cells ? [.. Enumerable.Range(cells.From, cells.To - cells.From + 1).Select(period => (place, term with { Of = new Cells(cells.Row, period, period) }))] : [(place, term)];

    static List<(string Key, int Period, int Place, Term Term)> Keyed(IReadOnlyList<(int Period, IReadOnlyList<(int Place, Term Term)> Terms)> items, Func<Term, int, string> key)
    {
        var keyed = new List<(string, int, int, Term)>();
        foreach (var (period, terms) in items)
        {
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (place, term) in terms)
            {
                var plain = key(term, period);
                seen[plain] = seen.GetValueOrDefault(plain) + 1;
                keyed.Add((string.Create(CultureInfo.InvariantCulture, $"{plain} {seen[plain]}"), period, place, term));
            }
        }
        return keyed;
    }

    static List<Slot> Gathered(IEnumerable<(string Key, int Period, int Place, Term Term)> terms)
    {
        var slots = new List<Slot>();
        var byKey = new Dictionary<string, Slot>(StringComparer.Ordinal);
        foreach (var (key, period, place, term) in terms)
        {
            if (!byKey.TryGetValue(key, out var slot))
            {
                byKey.Add(key, slot = new Slot());
                slots.Add(slot);
            }
            slot.Terms.Add(period, term);
            slot.Places.Add(period, place);
        }
        return slots;
    }
}
