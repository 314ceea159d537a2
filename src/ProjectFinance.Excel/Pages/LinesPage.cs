using ProjectFinance.Excel.Formulas;
using ProjectFinance.Excel.Layout;
using ProjectFinance.Excel.Writing;

namespace ProjectFinance.Excel.Pages;

/// <summary>A sheet of lines: one row a line, one column a period.</summary>
static class LinesPage
{
    /// <summary>From here on numbers without a unit are written with two decimals: more would not fit into a column.</summary>
    const double Many = 1_000;

    internal static Page Of(Book book, BookSheet sheet)
    {
        var page = new Page(sheet.Name) { Widths = PeriodHeading.Widths, FrozenRows = Rows.First - 1, FrozenColumns = Columns.Before, PagesAcross = PeriodHeading.PagesAcross(book), Tab = sheet.Name == SheetPlan.Inputs ? "FFC000" : "" };
        PeriodHeading.Write(page, book, sheet.Name);
        int next = Rows.First;
        foreach (var entry in sheet.Entries)
        {
            if (entry.Row is { } row) Write(page, book, row);
            else page.Text(next + 1, Columns.Name, entry.Heading, Ink.Heading);
            next = entry.Row is { } above ? above.Number + 1 : next + 2;
        }
        page.Printed = PeriodHeading.Printed(book, Math.Max(next - 1, Rows.First));
        return page;
    }

    static void Write(Page page, Book book, BookRow row)
    {
        bool isAside = row.Kind is RowKind.Schedule or RowKind.Constant or RowKind.Part;
        var ink = row.Kind == RowKind.Input ? Ink.Input : isAside ? Ink.Aside : Ink.Calculation;
        var format = FormatOf(row);
        page.Text(row.Number, Columns.Name, Title(row), isAside ? Ink.Aside : Ink.Calculation);
        if (!row.Unit.IsNone) page.Text(row.Number, Columns.Unit, row.Unit.Symbol, Ink.Aside);
        if (row.Source.Length > 0)
        {
            page.Text(row.Number, Columns.Source, row.Source, Ink.Aside);
            page.Note(row.Number, Columns.Name, row.Source);
        }
        if (row.Constant is { } constant) page.Number(row.Number, Columns.Constant, Infinity.Held(constant), new(NumberFormats.General, Ink.Aside));
        if (HasTotal(book, row)) Total(page, book, row, format);
        if (row.HasBefore) page.Number(row.Number, Columns.Before, 0, new(NumberFormats.Flag, Ink.Aside));
        for (int i = 0; i < row.After; i++) page.Number(row.Number, Columns.OfPeriod(book.Periods.Count + i), 0, new(NumberFormats.Flag, Ink.Aside));
        if (isAside) page.Outlined.Add(row.Number);
        Cells(page, book, row, new(format, ink));
    }

    static void Cells(Page page, Book book, BookRow row, CellStyle style)
    {
        foreach (var formula in row.Formulas)
        foreach (int period in formula.Periods)
            page.Formula(row.Number, Columns.OfPeriod(period), new FormulaWriter(book.Rows, row.Sheet, period).Write(formula.Tree), Held(book, row, period), style);
        foreach (var (period, actual) in row.Actuals) Actual(page, row, Columns.OfPeriod(period), actual);
        if (!row.Trees.IsEmpty || row.Formulas.Count > 0)
        {
            foreach (int period in row.Actuals.Keys) page.Number(row.Number, Columns.OfPeriod(period), Held(book, row, period), style with { Ink = Ink.Input });
            return;
        }
        foreach (var (period, value) in row.Values.Index())
            if (!double.IsNaN(value)) page.Number(row.Number, Columns.OfPeriod(period), Held(book, row, period), style);
    }

    static void Actual(Page page, BookRow row, int column, InputCell actual) => page.Note(row.Number, column, actual.Source.Length > 0 ? $"What happened: {actual.Source}" : "What happened");

    // What is due counts what is overdue from before again in each column, so that a sum of it is no amount of anything.
    static bool HasTotal(Book book, BookRow row) =>
        row.Line is { Kind: LineKind.Flow, Unit.IsNone: false } line && !book.Run.Model.Obligations.Any(owed => owed.Due == line || owed.Payable == line);

    static void Total(Page page, Book book, BookRow row, string format)
    {
        var range = $"{SheetWriter.Reference(row.Number, Columns.OfPeriod(0))}:{SheetWriter.Reference(row.Number, Columns.OfPeriod(book.Periods.Count - 1))}";
        page.Formula(row.Number, Columns.Total, $"SUM({range})", row.Values.Select(Infinity.Held).Sum(), new(format, Ink.Calculation));
    }

    /// <summary>A row's value as its cell holds it.</summary>
    internal static double Held(Book book, BookRow row, int period) =>
        Infinity.Held(row.Values[period]) + (row.IsDate ? SerialDate.Of(book.Run.Model.Timeline.Start) : 0);

    static string FormatOf(BookRow row) =>
        row.Line is { } line ? row.Unit.IsCurrency && row.Values.Any(double.IsInfinity) ? NumberFormats.UnlimitedMoney : UnitFormats.Of(line)
        : row.Kind == RowKind.Solving ? UnitFormats.Of(row.Unit, "")
        : row.Values.Any(value => double.IsFinite(value) && Math.Abs(value) >= Many) ? NumberFormats.UnlimitedMoney : NumberFormats.Factor;

    // Below the heading of a section its name is not said again; the steps of solving have no such heading.
    static string Title(BookRow row)
    {
        int section = row.Name.IndexOf(" / ", StringComparison.Ordinal);
        return row.Kind == RowKind.Solving || section < 0 ? row.Name : row.Name[(section + 3)..];
    }
}
