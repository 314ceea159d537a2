using System.Collections.Immutable;
using ProjectFinance.Excel.Formulas;

namespace ProjectFinance.Excel.Layout;

/// <summary>Puts the numbers that formulas need, and that are known while laying out, into cells: rows by period, or the column for constants.</summary>
/// <param name="rows">Every row; new ones are added.</param>
/// <param name="timeline">The rows of the timeline, which serve wherever their numbers are asked for.</param>
sealed class ScheduleRows(List<BookRow> rows, IReadOnlyList<BookRow> timeline)
{
    readonly Dictionary<string, List<BookRow>> bySheet = new(StringComparer.Ordinal);

    /// <summary>The formula with its numbers in cells.</summary>
    /// <param name="tree">The formula across the row.</param>
    /// <param name="row">Its row.</param>
    /// <param name="added">The rows made for it.</param>
    internal Tree Placed(Tree tree, BookRow row, List<BookRow> added) => tree switch
    {
        Schedule schedule => Placed(schedule, row, added),
        Sum sum => new Sum([.. sum.Terms.Select(term => term with { Of = Placed(term.Of, row, added), Factor = term.Factor is { } factor ? Placed(factor, row, added) : null })]),
        Apply apply => apply with { Of = [.. apply.Of.Select(part => Placed(part, row, added))] },
        Switch either => new Switch(Placed(either.Where, row, added), Placed(either.Then, row, added), Placed(either.Otherwise, row, added)),
        _ => tree,
    };

    Tree Placed(Schedule schedule, BookRow row, List<BookRow> added)
    {
        var known = schedule.Values.Where(value => !double.IsNaN(value)).Distinct().Take(2).ToList();
        if (known.Count == 1) return known[0] is 0 or 1 or -1 ? new Number(known[0]) : Constant(known[0], row, added);
        if (timeline.FirstOrDefault(candidate => Serves(candidate, schedule)) is { } shared) return Across(shared);
        if (!bySheet.TryGetValue(row.Sheet, out var present)) bySheet.Add(row.Sheet, present = []);
        if (present.Find(candidate => Serves(candidate, schedule)) is { } same) return Across(same);
        var own = new BookRow { Id = rows.Count, Kind = RowKind.Schedule, Name = NameFor(row, schedule.Values.All(value => double.IsNaN(value) || value is 0 or 1) ? "applies" : "factor", added), Sheet = row.Sheet, Values = [.. schedule.Values] };
        Add(own, added);
        present.Add(own);
        return Across(own);
    }

    Held Constant(double value, BookRow row, List<BookRow> added)
    {
        if (row.Constant == value) return new(row.Id);
        if (added.Find(candidate => candidate.Constant == value) is { } same) return new(same.Id);
        if (row.Constant is null && row.Kind == RowKind.Line)
        {
            row.Constant = value;
            return new(row.Id);
        }
        var own = new BookRow { Id = rows.Count, Kind = RowKind.Constant, Name = NameFor(row, "constant", added), Sheet = row.Sheet, Constant = value };
        Add(own, added);
        return new(own.Id);
    }

    void Add(BookRow row, List<BookRow> added)
    {
        rows.Add(row);
        added.Add(row);
    }

    static Reach Across(BookRow row) => new(row.Id, new(false, 0), new(false, 0));

    static bool Serves(BookRow candidate, Schedule schedule)
    {
        for (int i = 0; i < schedule.Values.Length; i++)
            if (!double.IsNaN(schedule.Values[i]) && schedule.Values[i] != candidate.Values[i]) return false;
        return true;
    }

    static string NameFor(BookRow row, string what, List<BookRow> added)
    {
        int same = added.Count(other => other.Name.StartsWith($"{row.Name}: {what}", StringComparison.Ordinal));
        return same == 0 ? $"{row.Name}: {what}" : FormattableString.Invariant($"{row.Name}: {what} {same + 1}");
    }
}
