using ProjectFinance.Excel.Layout;
using ProjectFinance.Excel.Writing;

namespace ProjectFinance.Excel.Pages;

/// <summary>The largest amount of the model in each unit that checks are counted in, sheet by sheet: what rounding is measured by.</summary>
/// <param name="book">The workbook.</param>
/// <param name="firstRow">Where the table begins on its page.</param>
sealed class LargestAmounts(Book book, int firstRow)
{
    readonly List<Unit> units = [.. ChecksPage.Checks(book).Select(check => check.Unit).Distinct()];
    readonly List<BookSheet> sheets = [.. book.Sheets.Where(sheet => sheet.Name is not (SheetPlan.Checks or SheetPlan.Solving))];

    int TotalRow => firstRow + 1 + sheets.Count;

    /// <summary>The cell with the largest amount in a unit.</summary>
    internal string CellOf(Unit unit) => SheetWriter.Reference(TotalRow, Column(unit));

    /// <summary>The largest amount in a unit in the run.</summary>
    internal double Of(Unit unit) => Amounts(unit, book.Rows);

    internal void Write(Page page)
    {
        page.Text(firstRow - 1, 1, "Largest amount on each sheet, by unit", Ink.Heading);
        foreach (var unit in units) page.Text(firstRow, Column(unit), unit.ToString(), Ink.Column);
        foreach (var (i, sheet) in sheets.Index())
        {
            page.Text(firstRow + 1 + i, 1, sheet.Name);
            foreach (var unit in units) page.Formula(firstRow + 1 + i, Column(unit), Largest(sheet, unit), Amounts(unit, sheet.Entries.Select(entry => entry.Row).OfType<BookRow>()), Style(unit));
        }
        page.Text(TotalRow, 1, "Largest", Ink.Heading);
        foreach (var unit in units) page.Formula(TotalRow, Column(unit), sheets.Count == 0 ? "0" : $"MAX({SheetWriter.Reference(firstRow + 1, Column(unit))}:{SheetWriter.Reference(TotalRow - 1, Column(unit))})", Of(unit), Style(unit));
    }

    // What stands for infinity is no amount.
    string Largest(BookSheet sheet, Unit unit)
    {
        int last = sheet.Entries.Max(entry => entry.Row?.Number ?? 0);
        var on = SheetLink.On(sheet.Name);
        var kinds = FormattableString.Invariant($"{on}$B${Rows.First}:$B${last}");
        var block = $"{on}{SheetWriter.Reference(Rows.First, Columns.OfPeriod(0))}:{SheetWriter.Reference(last, Columns.OfPeriod(book.Periods.Count - 1))}";
        return $"SUMPRODUCT(MAX(({kinds}=\"{unit.Symbol}\")*(ABS({block})<{Infinity.NotApplicable})*ABS({block})))";
    }

    static double Amounts(Unit unit, IEnumerable<BookRow> rows) =>
        rows.Where(row => row.Line is { Kind: not LineKind.Check } && row.Unit == unit).SelectMany(row => row.Values).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();

    int Column(Unit unit) => 3 + units.IndexOf(unit);

    static CellStyle Style(Unit unit) => new(UnitFormats.Of(unit, ""), Ink.Aside);
}
