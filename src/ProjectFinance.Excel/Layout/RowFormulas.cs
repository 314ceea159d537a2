using System.Collections.Immutable;
using ProjectFinance.Excel.Formulas;

namespace ProjectFinance.Excel.Layout;

/// <summary>Finds the formulas across a row: one wherever that can be read, else as few as possible.</summary>
/// <param name="unifier">Makes one formula of several.</param>
sealed class RowFormulas(Unifier unifier)
{
    /// <summary>The formulas of a row and the periods in which they stand.</summary>
    /// <param name="trees">The formula of each period.</param>
    /// <param name="isTruth">Whether the row holds truth values.</param>
    internal IEnumerable<RowFormula> Of(ImmutableArray<Tree> trees, bool isTruth)
    {
        List<(int Period, Tree Tree)> all = [.. trees.Index().Select(tree => (tree.Index, tree.Item))];
        if (unifier.Unify(all, isTruth) is { } one) return [new(one, [.. Enumerable.Range(0, trees.Length)])];
        var groups = new List<(List<(int Period, Tree Tree)> Items, Tree Formula)>();
        foreach (var alike in all.GroupBy(item => Signature.Of(item.Tree, item.Period)))
        {
            List<(int Period, Tree Tree)> items = [.. alike];
            int joined = groups.FindIndex(group => unifier.Unify([.. group.Items.Concat(items).OrderBy(item => item.Period)], isTruth) is not null);
            if (joined >= 0) items = [.. groups[joined].Items.Concat(items).OrderBy(item => item.Period)];
            var formula = unifier.Unify(items, isTruth) ?? throw new InvalidOperationException("Formulas that are the same but for distances are one formula.");
            if (joined >= 0) groups[joined] = (items, formula);
            else groups.Add((items, formula));
        }
        return groups.Select(group => new RowFormula(group.Formula, [.. group.Items.Select(item => item.Period)]));
    }
}
