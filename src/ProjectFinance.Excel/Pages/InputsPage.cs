using ProjectFinance.Excel.Layout;
using ProjectFinance.Excel.Writing;

namespace ProjectFinance.Excel.Pages;

/// <summary>The single numbers people may change, each in a cell with a name.</summary>
static class InputsPage
{
    internal const string Sheet = "Inputs";

    const int SourceWidth = 70;

    const int ValueColumn = 2, FirstRow = 4;

    internal static Page Of(Book book)
    {
        var page = new Page(Sheet) { Widths = [58, 18, 10, 50, SourceWidth], FrozenRows = FirstRow - 1, Tab = "FFC000" };
        page.Text(1, 1, "Inputs", Ink.Title);
        foreach (var (column, text) in ((int, string)[])[(1, "Input"), (ValueColumn, "Value"), (3, "Unit"), (4, "Name in formulas"), (5, "Source")]) page.Text(FirstRow - 1, column, text, column == ValueColumn ? Ink.Column : Ink.Heading);
        foreach (var (i, input) in book.Inputs.Index())
        {
            int row = FirstRow + i;
            page.Text(row, 1, input.Input.Name);
            page.Number(row, ValueColumn, Held(book, input), new(input.IsDate ? NumberFormats.Date : UnitFormats.Of(input.Input.Unit, input.Input.Name), Ink.Input));
            page.Text(row, 3, input.IsDate ? "date" : input.Input.Unit.Symbol, Ink.Aside);
            page.Prose(row, 5, input.Input.Source, SourceWidth);
            page.Text(row, 4, input.Name, Ink.Aside);
        }
        int after = FirstRow + book.Inputs.Length + 1;
        Fixed(page, after, "First day of the timeline", LineTrees.Start, SerialDate.Of(book.Run.Model.Timeline.Start), NumberFormats.Date, "The columns are laid out for it: it is no input.");
        Fixed(page, after + 1, "What does not apply, what never happens", Infinity.NotApplicable, Infinity.Value, NumberFormats.Error, "Stands for infinity, which spreadsheets do not have; shown as n/a, or as never where it is a date.");
        return page;
    }

    /// <summary>The names of the cells and where they stand.</summary>
    internal static IEnumerable<(string Name, string Refers)> Names(Book book)
    {
        foreach (var (i, input) in book.Inputs.Index()) yield return (input.Name, Refers(FirstRow + i));
        int after = FirstRow + book.Inputs.Length + 1;
        yield return (LineTrees.Start, Refers(after));
        yield return (Infinity.NotApplicable, Refers(after + 1));
    }

    static string Refers(int row) => FormattableString.Invariant($"'{Sheet}'!$B${row}");

    static double Held(Book book, BookInput input) => Infinity.Held(input.Value) + (input.IsDate ? SerialDate.Of(book.Run.Model.Timeline.Start) : 0);

    static void Fixed(Page page, int row, string title, string name, double value, string format, string why)
    {
        page.Text(row, 1, title, Ink.Aside);
        page.Number(row, ValueColumn, value, new(format, Ink.Aside));
        page.Text(row, 5, why, Ink.Aside);
        page.Text(row, 4, name, Ink.Aside);
    }
}
