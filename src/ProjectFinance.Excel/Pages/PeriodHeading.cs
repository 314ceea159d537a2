using System.Globalization;
using ProjectFinance.Excel.Layout;
using ProjectFinance.Excel.Writing;
using ProjectFinance.Time;

namespace ProjectFinance.Excel.Pages;

/// <summary>The rows above the periods, the same on every sheet; on all but the timeline's own they refer to it.</summary>
static class PeriodHeading
{
    internal const int NumberRow = 2, StartRow = 3, EndRow = 4, DaysRow = 5;

    /// <summary>The widths of the columns.</summary>
    internal static IReadOnlyList<double> Widths { get; } = [46, 9, 24, 12, 16, 4, 15];

    /// <summary>How many pages of paper the periods take, about a dozen on each.</summary>
    internal static int PagesAcross(Book book) => 1 + book.Periods.Count / 13;

    internal static void Write(Page page, Book book, string title)
    {
        Status(page, book, title);
        foreach (var (column, text) in ((int, string)[])[(Columns.Unit, "Unit"), (Columns.Source, "Source"), (Columns.Constant, "Constant"), (Columns.Total, "Total")]) page.Text(DaysRow, column, text, column <= Columns.Source ? Ink.Heading : Ink.Column);
        foreach (var (row, text) in ((int, string)[])[(NumberRow, "Period"), (StartRow, "Day before (accrual starts)"), (EndRow, "Last day"), (DaysRow, "Days")]) page.Text(row, Columns.Name, text, Ink.Heading);
        foreach (var period in book.Periods)
        {
            int column = Columns.OfPeriod(period.Index);
            Cell(page, NumberRow, column, period.Index, NumberFormats.Flag);
            Cell(page, StartRow, column, SerialDate.Of(period.Start), NumberFormats.Date);
            Cell(page, EndRow, column, SerialDate.Of(period.End), NumberFormats.Date);
            Cell(page, DaysRow, column, period.Days, NumberFormats.Flag);
        }
    }

    /// <summary>The title, the way back to the cover, and whether all checks are zero.</summary>
    internal static void Status(Page page, Book book, string title)
    {
        page.Text(1, Columns.Name, title, Ink.Title);
        page.Formula(1, Columns.Unit, SheetLink.To(CoverPage.Sheet), CoverPage.Sheet, Ink.Link);
        page.Formula(1, Columns.Source, $"IF({ChecksPage.Failed}=0,\"All checks are zero\",\"Some checks are NOT zero\")", ChecksPage.IsPassed(book) ? "All checks are zero" : "Some checks are NOT zero", Ink.Aside);
        page.Alarms.Add((SheetWriter.Reference(1, Columns.Source), $"{ChecksPage.Failed}>0"));
    }

    /// <summary>What is printed: everything up to the last period, without the noughts after it.</summary>
    internal static string Printed(Book book, int lastRow) => $"$A$1:${Columns.Letters(Columns.OfPeriod(book.Periods.Count - 1))}${lastRow.ToString(CultureInfo.InvariantCulture)}";

    static void Cell(Page page, int row, int column, double value, string format) =>
        page.Formula(row, column, $"'{TimelineRows.Sheet}'!{SheetWriter.Reference(row, column)}", value, new(format, Ink.Column));
}
