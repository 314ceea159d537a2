using ProjectFinance.Excel.Layout;
using ProjectFinance.Excel.Writing;

namespace ProjectFinance.Excel.Pages;

/// <summary>The timeline: the dates themselves, and the numbers that formulas take from them.</summary>
static class TimelinePage
{
    internal static Page Of(Book book)
    {
        var page = new Page(TimelineRows.Sheet) { Widths = PeriodHeading.Widths, FrozenRows = Rows.First - 1, FrozenColumns = Columns.Before, PagesAcross = PeriodHeading.PagesAcross(book) };
        PeriodHeading.Status(page, book, TimelineRows.Sheet);
        foreach (var (row, text) in ((int, string)[])[(PeriodHeading.NumberRow, "Period"), (PeriodHeading.StartRow, "Day before (accrual starts)"), (PeriodHeading.EndRow, "Last day"), (PeriodHeading.DaysRow, "Days")])
            page.Text(row, Columns.Name, text, Ink.Heading);
        foreach (var period in book.Periods)
        {
            int column = Columns.OfPeriod(period.Index);
            string end = SheetWriter.Reference(PeriodHeading.EndRow, column), start = SheetWriter.Reference(PeriodHeading.StartRow, column);
            page.Number(PeriodHeading.NumberRow, column, period.Index, new(NumberFormats.Flag, Ink.Column));
            page.Number(PeriodHeading.StartRow, column, SerialDate.Of(period.Start), new(NumberFormats.Date, Ink.Column));
            page.Number(PeriodHeading.EndRow, column, SerialDate.Of(period.End), new(NumberFormats.Date, Ink.Column));
            page.Formula(PeriodHeading.DaysRow, column, $"{end}-{start}", period.Days, new(NumberFormats.Flag, Ink.Column));
        }
        foreach (var row in book.Rows.Where(row => row.Kind == RowKind.Timeline)) Write(page, row);
        page.Printed = PeriodHeading.Printed(book, book.Rows.Where(row => row.Kind == RowKind.Timeline).Max(row => row.Number));
        return page;
    }

    static void Write(Page page, BookRow row)
    {
        page.Text(row.Number, Columns.Name, row.Name);
        if (!row.Unit.IsNone) page.Text(row.Number, Columns.Unit, row.Unit.Symbol, Ink.Aside);
        if (row.Constant is { } constant) page.Number(row.Number, Columns.Constant, constant, new(NumberFormats.General, Ink.Aside));
        foreach (var (period, value) in row.Values.Index())
        {
            int column = Columns.OfPeriod(period);
            string At(int heading) => SheetWriter.Reference(heading, column);
            var formula = row.Name switch
            {
                TimelineRows.Number => At(PeriodHeading.NumberRow),
                TimelineRows.Before => $"{At(PeriodHeading.StartRow)}-{LineTrees.Start}",
                TimelineRows.Last => $"{At(PeriodHeading.EndRow)}-{LineTrees.Start}",
                TimelineRows.Days => At(PeriodHeading.DaysRow),
                _ => null,
            };
            var style = new CellStyle(formula is null ? NumberFormats.Factor : NumberFormats.Flag, formula is null ? Ink.Aside : Ink.Calculation);
            if (formula is null) page.Number(row.Number, column, value, style);
            else page.Formula(row.Number, column, formula, value, style);
        }
    }
}
