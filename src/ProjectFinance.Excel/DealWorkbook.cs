using ProjectFinance.Excel.Layout;
using ProjectFinance.Excel.Pages;
using ProjectFinance.Excel.Writing;

namespace ProjectFinance.Excel;

/// <summary>
/// Writes a run as an Excel workbook with live formulas: one row a line, one column a period, inputs that may be changed, notes with sources, checks that turn red.
/// It is a reading of the same formulas that the run was computed from; the values stand beside them for programs that do not compute.
/// </summary>
public static class DealWorkbook
{
    /// <summary>The bytes of the workbook, the same for the same run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="title">What it is called on the cover: the name of the deal.</param>
    /// <exception cref="InvalidInputException">It has more rows or columns than the format holds, or a formula that is too long.</exception>
    public static byte[] Write(Run run, string title)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(title);
        FormatLimits.CheckColumns(run.Model);
        return Write(BookBuilder.Of(run, title));
    }

    /// <summary>The bytes of a workbook that is laid out.</summary>
    internal static byte[] Write(Book book)
    {
        FormatLimits.Check(book);
        var pages = new List<Page> { ChecksPage.Of(book), InputsPage.Of(book), TimelinePage.Of(book) };
        foreach (var sheet in book.Sheets) pages.Add(LinesPage.Of(book, sheet));
        pages.Add(FormulasPage.Of(book));
        return WorkbookFile.Bytes([CoverPage.Of(book, pages), .. pages], [.. InputsPage.Names(book), .. ChecksPage.Names], book.Title);
    }
}
