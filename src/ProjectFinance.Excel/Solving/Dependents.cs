using System.Collections.Immutable;
using ProjectFinance.Evaluation;
using ProjectFinance.Modelling;

namespace ProjectFinance.Excel.Solving;

/// <summary>Which cells depend on a solved cell and are read, through others, by its own formula.</summary>
sealed class Dependents(Model model)
{
    readonly HashSet<int> done = [];

    /// <summary>Says that a line has been solved: nothing depends on its cells any more but as on others.</summary>
    internal void Done(Line line) => done.Add(line.Number);

    /// <summary>The cells, in any column, the cell itself among them; none where it does not depend on itself.</summary>
    /// <param name="key">The solved cell.</param>
    /// <param name="known">Cells that have a value already.</param>
    internal SortedSet<CellKey> Of(CellKey key, ImmutableHashSet<CellKey> known)
    {
        var found = new SortedSet<CellKey>();
        var line = model.Lines[key.Line];
        foreach (var t in model.Periods)
        {
            int period = t.Index + key.Distance;
            if (period < 0 || period >= model.Periods.Count) continue;
            int root = line.Root(period);
            var between = Dependence.On(model, line.CellNode(period), root, node =>
                model.Graph[node] is { Op: Op.Cell } cell && (done.Contains(cell.A) || known.Contains(new(cell.A, cell.B - t.Index))));
            if (!between.Contains(root)) continue;
            found.Add(key);
            foreach (int node in between)
                if (model.Graph[node] is { Op: Op.Cell } cell) found.Add(new(cell.A, cell.B - t.Index));
        }
        return found;
    }
}
