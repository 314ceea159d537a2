using System.Collections.Immutable;
using ProjectFinance.Excel.Formulas;

namespace ProjectFinance.Excel.Layout;

/// <summary>
/// An order in which every cell comes after those its formula reads in the model. A formula across a row may also name cells that it does not need in some column;
/// where those too come before, the workbook as a whole has no circular reference, whatever branch is taken.
/// </summary>
sealed class CellOrder
{
    readonly IReadOnlyList<BookRow> rows;
    readonly int periods;
    readonly int[] place;

    CellOrder(IReadOnlyList<BookRow> rows, int periods)
    {
        (this.rows, this.periods) = (rows, periods);
        place = new int[rows.Count * periods];
    }

    /// <summary>Finds the order: column by column as far as possible, rows in the order that their formulas in one column ask for.</summary>
    internal static CellOrder Of(IReadOnlyList<BookRow> rows, int periods)
    {
        var order = new CellOrder(rows, periods);
        order.Find();
        return order;
    }

    /// <summary>Whether everything a formula names in some periods comes before the cell it stands in.</summary>
    internal bool Allows(BookRow row, Tree formula, IEnumerable<int> inPeriods) =>
        inPeriods.All(t => References.InColumn(formula, t, periods).All(cell => rows[cell / periods].Trees.IsEmpty || place[cell] < place[row.Id * periods + t]));

    void Find()
    {
        var readers = new List<int>[place.Length];
        var waits = new int[place.Length];
        foreach (var row in rows.Where(row => !row.Trees.IsEmpty))
        foreach (var (t, tree) in row.Trees.Index())
        foreach (int cell in References.OfCell(tree, periods).Distinct())
        {
            (readers[cell] ??= []).Add(row.Id * periods + t);
            waits[row.Id * periods + t]++;
        }
        var ranks = Ranks();
        var ready = new PriorityQueue<int, (int Period, int Rank)>();
        for (int cell = 0; cell < place.Length; cell++)
            if (waits[cell] == 0) ready.Enqueue(cell, (cell % periods, ranks[cell / periods]));
        for (int next = 0; ready.TryDequeue(out int cell, out _); next++)
        {
            place[cell] = next;
            foreach (int reader in readers[cell] ?? [])
                if (--waits[reader] == 0) ready.Enqueue(reader, (reader % periods, ranks[reader / periods]));
        }
    }

    /// <summary>An order of rows: after the rows that are read in the same column, in any column, as far as these agree.</summary>
    int[] Ranks()
    {
        var ranks = new int[rows.Count];
        var seen = new bool[rows.Count];
        int next = 0;
        var reads = rows.Select(row => row.Trees.Index().SelectMany(tree => References.OfCell(tree.Item, periods).Where(cell => cell % periods == tree.Index)).Select(cell => cell / periods).CountBy(read => read)
            .OrderByDescending(read => read.Value).ThenBy(read => read.Key).Select(read => read.Key).ToImmutableArray()).ToList();
        foreach (var row in rows) Visit(row.Id);
        return ranks;

        void Visit(int row)
        {
            if (seen[row]) return;
            seen[row] = true;
            foreach (int read in reads[row]) Visit(read);
            ranks[row] = next++;
        }
    }
}
