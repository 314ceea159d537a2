using System.Globalization;

namespace ProjectFinance.Excel.Formulas;

/// <summary>Sorts the terms of a row's formulas into slots: first those that are the same in all columns, then those of the same kind.</summary>
static class Slots
{
    /// <summary>The slots, in the order in which terms first appear.</summary>
    /// <param name="items">The terms of each period.</param>
    /// <param name="reaches">Tells whether ranges can be named across the row.</param>
    internal static List<Slot> Of(IReadOnlyList<(int Period, IReadOnlyList<Term> Terms)> items, Reaches reaches)
    {
        var exact = Keyed(items, (term, period) => Signature.Of(term.Of, period));
        var everywhere = exact.GroupBy(term => term.Key).Where(group => group.Count() == items.Count).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var rest = items.Select(item => (item.Period, Terms: (IReadOnlyList<Term>)[.. exact.Where(term => term.Period == item.Period && !everywhere.Contains(term.Key)).Select(term => term.Term)])).ToList();
        var slots = Gathered(exact.Where(term => everywhere.Contains(term.Key)));
        foreach (var slot in Gathered(Keyed(rest, (term, _) => Signature.Kind(term.Of)))) slots.AddRange(Nameable(slot, reaches));
        return slots;
    }

    // Ranges that have no common name fall apart into cells, each with its own distance.
    static List<Slot> Nameable(Slot slot, Reaches reaches)
    {
        if (!slot.Terms.Values.All(term => term.Of is Cells)) return [slot];
        if (reaches.Common([.. slot.Terms.Select(term => (term.Key, (Cells)term.Value.Of))]) is not null) return [slot];
        return Gathered(Keyed([.. slot.Terms.Select(term => (term.Key, Apart(term.Value)))], (term, period) => Signature.Of(term.Of, period)));
    }

    static IReadOnlyList<Term> Apart(Term term) =>
        term.Of is Cells cells ? [.. Enumerable.Range(cells.From, cells.To - cells.From + 1).Select(period => term with { Of = new Cells(cells.Row, period, period) })] : [term];

    static List<(string Key, int Period, Term Term)> Keyed(IReadOnlyList<(int Period, IReadOnlyList<Term> Terms)> items, Func<Term, int, string> key)
    {
        var keyed = new List<(string, int, Term)>();
        foreach (var (period, terms) in items)
        {
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var term in terms)
            {
                var plain = key(term, period);
                seen[plain] = seen.GetValueOrDefault(plain) + 1;
                keyed.Add((string.Create(CultureInfo.InvariantCulture, $"{plain} {seen[plain]}"), period, term));
            }
        }
        return keyed;
    }

    static List<Slot> Gathered(IEnumerable<(string Key, int Period, Term Term)> terms)
    {
        var slots = new List<Slot>();
        var byKey = new Dictionary<string, Slot>(StringComparer.Ordinal);
        foreach (var (key, period, term) in terms)
        {
            if (!byKey.TryGetValue(key, out var slot))
            {
                byKey.Add(key, slot = new Slot());
                slots.Add(slot);
            }
            slot.Terms.Add(period, term);
        }
        return slots;
    }
}
