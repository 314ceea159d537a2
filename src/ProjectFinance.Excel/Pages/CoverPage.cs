using ProjectFinance.Excel.Layout;
using ProjectFinance.Excel.Writing;
using ProjectFinance.Results;
using ProjectFinance.Time;

namespace ProjectFinance.Excel.Pages;

/// <summary>The first sheet: what the workbook is, whether its checks are zero, how to read it, and what stands where.</summary>
static class CoverPage
{
    internal const string Sheet = "Cover";

    const int StatusRow = 7;

    const string Passed = "All checks are zero", Failed = "Some checks are NOT zero: see the sheet Checks";

    static readonly string[] HowToRead =
    [
        "Blue figures on a pale ground are inputs: the single numbers on the sheet Inputs, each with a name, and the rows of prices, rates and quantities on the sheet Input rows. Change them and everything follows.",
        "Each line is a row and each period a column, the same column on every sheet. A line has one formula from left to right; the sheet Formulas lists them, and the few lines that have more than one.",
        "Grey rows above a line hold what its formula needs and the contract's dates decide: factors such as year fractions, and rows of ones and noughts that say where a part of the formula applies. Dates and day counts are no inputs: other dates ask for another workbook.",
        "The grey column before the first period, and those after the last, hold the noughts that formulas begin and end with.",
        "What does not apply (a ratio without debt service) is shown as n/a and a date that never comes as never; the cells hold the number named NotApplicable, which is larger than any amount.",
        "A draw that must also fund the interest and fees it causes is solved on the sheet Solving by trial values, without circular references; a check shows that it fits.",
        "Sources are in the third column and as notes on the names of lines.",
    ];

    internal static Page Of(Book book, IEnumerable<Page> others)
    {
        var page = new Page(Sheet) { Widths = [30, 110], PagesDown = 1, Tab = "1F3864" };
        page.Text(1, 1, book.Title, Ink.Title);
        Fact(page, 3, "Periods", $"{book.Periods.Count} columns, {book.Run.Model.Timeline.Start.Iso()} to {book.Periods[^1].End.Iso()}");
        Fact(page, 4, "Lines", FormattableString.Invariant($"{book.Run.Model.Lines.Count}, with {book.Rows.Sum(row => row.Formulas.Count)} formulas across {book.Rows.Count(row => row.Formulas.Count > 0)} rows"));
        Fact(page, 5, "Made by", $"{Engine.Name} {Engine.Version}");
        page.Text(StatusRow, 1, "Checks", Ink.Heading);
        page.Formula(StatusRow, 2, $"IF({ChecksPage.Failed}=0,\"{Passed}\",\"{Failed}\")", ChecksPage.IsPassed(book) ? Passed : Failed, Ink.Heading);
        page.Alarms.Add(("A7:B7", $"{ChecksPage.Failed}>0"));
        page.Text(StatusRow + 2, 1, "How to read it", Ink.Heading);
        int row = StatusRow + 3;
        foreach (var text in HowToRead) page.Prose(row++, 2, text, 105);
        page.Text(++row, 1, "Sheets", Ink.Heading);
        page.Text(row, 2, "What they hold", Ink.Heading);
        foreach (var other in others)
        {
            page.Formula(++row, 1, SheetLink.To(other.Name), other.Name, Ink.Link);
            page.Text(row, 2, Holds(book, other.Name), Ink.Aside);
        }
        return page;
    }

    static string Holds(Book book, string sheet) => sheet switch
    {
        ChecksPage.Sheet => "every check with the most it is off zero and what is allowed",
        InputsPage.Sheet => "single numbers and dates that may be changed, with their sources",
        TimelineRows.Sheet => "the periods: dates, days, year fractions",
        SheetPlan.Inputs => "prices, rates and quantities by period that may be changed, with their sources",
        SheetPlan.Checks => "the checks period by period",
        SheetPlan.Solving => "how lines that refer to themselves are solved",
        FormulasPage.Sheet => "the formula of each line, where it stands, and the same in words",
        _ => string.Join(", ", book.Sheets.First(other => other.Name == sheet).Entries.Where(entry => entry.Heading.Length > 0).Select(entry => entry.Heading).Distinct()),
    };

    static void Fact(Page page, int row, string title, string text)
    {
        page.Text(row, 1, title, Ink.Aside);
        page.Text(row, 2, text);
    }
}
