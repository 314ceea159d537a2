using System.Collections.Immutable;
using ProjectFinance.Excel.Formulas;

namespace ProjectFinance.Excel.Layout;

/// <summary>Finds the formulas across a row: one wherever that can be read, else as few as possible.</summary>
/// <param name="unifier">Makes one formula of several.</param>
/// <param name="order">Tells which formulas name only cells that come before; null where any may be named.</param>
sealed class RowFormulas(Unifier unifier, CellOrder? order)
{
    /// <summary>Writes the formulas of all rows that have any; none of them is circular.</summary>
    internal static void Write(List<BookRow> rows, int periods)
    {
        var unifier = new Unifier(periods);
        var freely = new RowFormulas(unifier, null);
        var written = rows.Where(row => !row.Trees.IsEmpty).ToList();
        foreach (var row in written) row.Formulas.AddRange(freely.Of(row));
        var circular = Circles.In(rows, periods);
        if (circular.Count == 0) return;
        var inOrder = new RowFormulas(unifier, CellOrder.Of(rows, periods));
        foreach (var row in circular)
        {
            row.Formulas.Clear();
            row.Formulas.AddRange(inOrder.Of(row));
        }
    }

    /// <summary>The formulas of a row and the periods in which they stand.</summary>
    internal IEnumerable<RowFormula> Of(BookRow row)
    {
        List<(int Period, Tree Tree)> all = [.. row.Trees.Index().Where(tree => !row.Actuals.ContainsKey(tree.Index)).Select(tree => (tree.Index, tree.Item))];
        if (all.Count == 0) return [];
        if (One(row, all) is { } one) return [one];
        var groups = new List<List<(int Period, Tree Tree)>>();
        foreach (var alike in all.GroupBy(item => Signature.Of(item.Tree, item.Period)))
        {
            int joined = groups.FindIndex(group => One(row, Joined(group, alike)) is not null);
            if (joined >= 0) groups[joined] = Joined(groups[joined], alike);
            else groups.Add([.. alike]);
        }
        return groups.Select(group => One(row, group) ?? throw new InvalidOperationException("Formulas that are the same but for distances are one formula."));
    }

    RowFormula? One(BookRow row, List<(int Period, Tree Tree)> items)
    {
        if (unifier.Unify(items, row.Line is { Kind: LineKind.Flag }) is not { } formula) return null;
        List<int> periods = [.. items.Select(item => item.Period)];
        bool isPossible = References.Reaches(formula).All(reach => periods.TrueForAll(period => Reaches.IsPossible(reach, period)));
        return isPossible && order?.Allows(row, formula, periods) != false ? new RowFormula(formula, [.. periods]) : null;
    }

    static List<(int Period, Tree Tree)> Joined(IEnumerable<(int Period, Tree Tree)> some, IEnumerable<(int Period, Tree Tree)> others) => [.. some.Concat(others).OrderBy(item => item.Period)];
}
