using ProjectFinance.Excel.Layout;
using ProjectFinance.Excel.Writing;
using ProjectFinance.Results;

namespace ProjectFinance.Excel.Pages;

/// <summary>Every check with the most it is off zero and the tolerance for it; what is off turns red.</summary>
static class ChecksPage
{
    internal const string Sheet = "Checks", Failed = "Checks_failed";

    const string Tolerance = "Check_tolerance", RelativeTolerance = "Check_relative_tolerance";

    const int OverallRow = 3, ToleranceRow = 4, RelativeRow = 5, FirstRow = 8;

    const int Name = 1, Unit = 2, Off = 3, Allowed = 4, Status = 5;

    internal static Page Of(Book book)
    {
        var page = new Page(Sheet) { Widths = [84, 12, 16, 16, 12, 4, 18], FrozenRows = FirstRow - 1, Tab = "C00000" };
        var checks = Checks(book);
        page.Text(1, Name, "Checks", Ink.Title);
        page.Text(2, Name, "Every line here must be zero in every period. Rounding is allowed for: a hundredth of a cent, or a millionth of a millionth of the largest amount in the same unit.");
        page.Text(OverallRow, Name, "Checks that are not zero", Ink.Heading);
        page.Formula(OverallRow, Off, checks.Count == 0 ? "0" : $"SUM({Cell(FirstRow, Status)}:{Cell(FirstRow + checks.Count - 1, Status)})", book.Run.Checks.Count(check => !check.Passed), new(NumberFormats.Flag, Ink.Calculation));
        page.Text(ToleranceRow, Name, "Tolerance, in the unit of the check");
        page.Number(ToleranceRow, Off, CheckResult.Tolerance, new(NumberFormats.General, Ink.Aside));
        page.Text(RelativeRow, Name, "Tolerance, as a part of the largest amount in that unit");
        page.Number(RelativeRow, Off, CheckResult.RelativeTolerance, new(NumberFormats.General, Ink.Aside));
        foreach (var (column, text) in ((int, string)[])[(Name, "Check"), (Unit, "Unit"), (Off, "Most off zero"), (Allowed, "Allowed"), (Status, "Not zero")]) page.Text(FirstRow - 1, column, text, column < Off ? Ink.Heading : Ink.Column);
        var amounts = new LargestAmounts(book, FirstRow + checks.Count + 2);
        foreach (var (i, row) in checks.Index()) Write(page, book, row, FirstRow + i, amounts);
        amounts.Write(page);
        page.Alarms.Add(($"{Cell(FirstRow, Name)}:{Cell(FirstRow + Math.Max(checks.Count, 1) - 1, Status)}", $"$E{FirstRow}=1"));
        page.Alarms.Add((Cell(OverallRow, Off), $"${Cell(OverallRow, Off)}>0"));
        return page;
    }

    /// <summary>Whether every check of the run is zero.</summary>
    internal static bool IsPassed(Book book) => book.Run.Checks.All(check => check.Passed);

    /// <summary>The names of the cells and where they stand.</summary>
    internal static IEnumerable<(string Name, string Refers)> Names =>
        [(Failed, Refers(OverallRow)), (Tolerance, Refers(ToleranceRow)), (RelativeTolerance, Refers(RelativeRow))];

    /// <summary>The rows of the checks, in the order of the model.</summary>
    internal static List<BookRow> Checks(Book book) => [.. book.Rows.Where(row => row.Line is { Kind: LineKind.Check })];

    static void Write(Page page, Book book, BookRow check, int row, LargestAmounts amounts)
    {
        var range = $"{SheetLink.On(check.Sheet)}{Cell(check.Number, Columns.OfPeriod(0))}:{Cell(check.Number, Columns.OfPeriod(book.Periods.Count - 1))}";
        var result = book.Run.Checks.First(other => other.Name == check.Name);
        page.Text(row, Name, check.Name);
        page.Text(row, Unit, check.Unit.Symbol, Ink.Aside);
        page.Formula(row, Off, $"MAX(MAX({range}),0-MIN({range}))", result.Largest, new(NumberFormats.Error, Ink.Calculation));
        page.Formula(row, Allowed, $"MAX({Tolerance},{RelativeTolerance}*{amounts.CellOf(check.Unit)})", Math.Max(CheckResult.Tolerance, CheckResult.RelativeTolerance * amounts.Of(check.Unit)), new(NumberFormats.Error, Ink.Calculation));
        page.Formula(row, Status, $"IF({Cell(row, Off)}<={Cell(row, Allowed)},0,1)", result.Passed ? 0 : 1, new(NumberFormats.Flag, Ink.Calculation));
    }

    static string Cell(int row, int column) => SheetWriter.Reference(row, column);

    static string Refers(int row) => FormattableString.Invariant($"'{Sheet}'!$C${row}");
}
