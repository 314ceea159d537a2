using ProjectFinance.Excel.Formulas;

namespace ProjectFinance.Excel.Layout;

/// <summary>
/// Finds rows whose formula across the row names a cell that depends on it in turn, which the model's own formulas never do:
/// a reference that the formula does not need in some column.
/// </summary>
sealed class Circles
{
    readonly IReadOnlyList<BookRow> rows;
    readonly int periods;
    readonly List<int>[] reads;
    readonly int[] index, low, component;
    int next, components;

    Circles(IReadOnlyList<BookRow> rows, int periods)
    {
        (this.rows, this.periods) = (rows, periods);
        int cells = rows.Count * periods;
        (reads, index, low, component) = (new List<int>[cells], new int[cells], new int[cells], new int[cells]);
        Array.Fill(component, -1);
        Array.Fill(reads, []);
    }

    /// <summary>The rows.</summary>
    internal static List<BookRow> In(IReadOnlyList<BookRow> rows, int periods)
    {
        var search = new Circles(rows, periods);
        foreach (var row in rows)
        foreach (var formula in row.Formulas)
        foreach (int period in formula.Periods) search.reads[row.Id * periods + period] = [.. References.InColumn(formula.Tree, period, periods).Where(cell => rows[cell / periods].Formulas.Count > 0).Distinct()];
        for (int cell = 0; cell < search.reads.Length; cell++)
            if (search.index[cell] == 0) search.Walk(cell);
        return [.. rows.Where(search.NamesMoreThanItNeeds)];
    }

    bool NamesMoreThanItNeeds(BookRow row) => row.Formulas.Exists(formula => formula.Periods.Any(period =>
    {
        int cell = row.Id * periods + period;
        var circular = reads[cell].FindAll(read => component[read] == component[cell]);
        return circular.Count > 0 && circular.Except(References.OfCell(row.Trees[period], periods)).Any();
    }));

    // Tarjan's algorithm, with a stack of its own instead of the program's.
    void Walk(int start)
    {
        var path = new Stack<(int Cell, int Next)>([(start, 0)]);
        var open = new Stack<int>([start]);
        index[start] = low[start] = ++next;
        while (path.TryPop(out var at))
        {
            if (at.Next < reads[at.Cell].Count)
            {
                path.Push(at with { Next = at.Next + 1 });
                int read = reads[at.Cell][at.Next];
                if (index[read] == 0)
                {
                    index[read] = low[read] = ++next;
                    open.Push(read);
                    path.Push((read, 0));
                }
                else if (component[read] < 0) low[at.Cell] = Math.Min(low[at.Cell], index[read]);
                continue;
            }
            if (low[at.Cell] == index[at.Cell]) Close(at.Cell, open);
            if (path.TryPeek(out var above)) low[above.Cell] = Math.Min(low[above.Cell], low[at.Cell]);
        }
    }

    void Close(int root, Stack<int> open)
    {
        int cell;
        do component[cell = open.Pop()] = components;
        while (cell != root);
        components++;
    }
}
