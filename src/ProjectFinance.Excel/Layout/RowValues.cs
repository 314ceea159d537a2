using ProjectFinance.Excel.Formulas;

namespace ProjectFinance.Excel.Layout;

/// <summary>The values of rows that only the workbook has, from the library's values of the lines they read.</summary>
sealed class RowValues
{
    readonly Model model;
    readonly IReadOnlyList<BookRow> rows;
    readonly Dictionary<(int Row, int Period), double> known = [];
    readonly TreeValue value;

    internal RowValues(IReadOnlyList<BookRow> rows, Model model)
    {
        (this.rows, this.model) = (rows, model);
        value = new(Cell);
    }

    internal double[] Of(BookRow row) => [.. Enumerable.Range(0, model.Periods.Count).Select(period => Cell(row.Id, period))];

    double Cell(int row, int period)
    {
        if (rows[row].Values.Length > 0) return rows[row].Values[period];
        if (known.TryGetValue((row, period), out double already)) return already;
        return known[(row, period)] = value.Of(rows[row].Trees[period]);
    }
}
