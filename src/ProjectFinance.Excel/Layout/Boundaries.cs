using ProjectFinance.Excel.Formulas;

namespace ProjectFinance.Excel.Layout;

/// <summary>Finds which empty cells before the first period and after the last formulas refer to; they hold noughts, as functions pass over cells that hold nothing.</summary>
static class Boundaries
{
    internal static void Mark(IReadOnlyList<BookRow> rows, int periods)
    {
        foreach (var row in rows)
        foreach (var formula in row.Formulas)
        foreach (var reach in References.Reaches(formula.Tree))
        {
            if (formula.Periods.Any(period => reach.From.In(period) < 0)) rows[reach.Row].HasBefore = true;
            rows[reach.Row].After = Math.Max(rows[reach.Row].After, formula.Periods.Max(period => reach.To.In(period)) - periods + 1);
        }
    }
}
