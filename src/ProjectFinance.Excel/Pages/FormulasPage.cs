using ProjectFinance.Excel.Formulas;
using ProjectFinance.Excel.Layout;
using ProjectFinance.Excel.Writing;
using ProjectFinance.Results;
using ProjectFinance.Time;

namespace ProjectFinance.Excel.Pages;

/// <summary>What each line computes: its formula, where it stands, and the same in words. Lines whose formula differs by column have a row for each.</summary>
static class FormulasPage
{
    internal const string Sheet = "Formulas";

    const int FormulaWidth = 90, WordsWidth = 110;

    internal static Page Of(Book book)
    {
        var page = new Page(Sheet) { Widths = [60, 24, 8, 12, 12, 10, FormulaWidth, WordsWidth], FrozenRows = 3 };
        page.Text(1, 1, "Formulas", Ink.Title);
        foreach (var (i, text) in ((string[])["Line", "Sheet", "Row", "First column", "Last column", "Columns", "Formula in the first of them", "In words, with the values of the first of them when the workbook was written"]).Index()) page.Text(3, i + 1, text, Ink.Heading);
        int row = 4;
        var parts = book.Rows.Where(part => part.PartOf is not null).ToLookup(part => part.PartOf!);
        foreach (var line in book.Rows.Where(line => line.Kind == RowKind.Line))
        {
            if (line.Actuals.Count > 0) Happened(page, book, line, row++);
            foreach (var part in parts[line])
            foreach (var formula in part.Formulas) Write(page, book, part, formula, "", row++);
            foreach (var formula in line.Formulas) Write(page, book, line, formula, book.Run.Explain(line.Name, book.Periods[formula.Periods[0]].End, 0).Text, row++);
        }
        return page;
    }

    static void Write(Page page, Book book, BookRow line, RowFormula formula, string words, int row)
    {
        var first = book.Periods[formula.Periods[0]];
        bool isOnly = line.Formulas.Count == 1;
        page.Text(row, 1, line.Name, line.PartOf is null ? Ink.Calculation : Ink.Aside);
        page.Text(row, 2, line.Sheet, Ink.Aside);
        page.Number(row, 3, line.Number, new(NumberFormats.Flag, Ink.Aside));
        page.Number(row, 4, SerialDate.Of(first.End), new(NumberFormats.Date, Ink.Aside));
        page.Number(row, 5, SerialDate.Of(book.Periods[formula.Periods[^1]].End), new(NumberFormats.Date, Ink.Aside));
        page.Number(row, 6, formula.Periods.Length, new(NumberFormats.Flag, isOnly ? Ink.Aside : Ink.Calculation));
        page.Prose(row, 7, $"= {new FormulaWriter(book.Rows, line.Sheet, first.Index).Write(formula.Tree)}", FormulaWidth);
        page.Prose(row, 8, words, WordsWidth);
    }

    // The columns in which the line holds what happened have no formula.
    static void Happened(Page page, Book book, BookRow line, int row)
    {
        int first = line.Actuals.Keys.First(), last = line.Actuals.Keys.Last();
        page.Text(row, 1, line.Name);
        page.Text(row, 2, line.Sheet, Ink.Aside);
        page.Number(row, 3, line.Number, new(NumberFormats.Flag, Ink.Aside));
        page.Number(row, 4, SerialDate.Of(book.Periods[first].End), new(NumberFormats.Date, Ink.Aside));
        page.Number(row, 5, SerialDate.Of(book.Periods[last].End), new(NumberFormats.Date, Ink.Aside));
        page.Number(row, 6, line.Actuals.Count, new(NumberFormats.Flag, Ink.Aside));
        page.Prose(row, 7, "what happened: inputs in the place of the formula", FormulaWidth);
        page.Prose(row, 8, string.Join("; ", line.Actuals.Values.Select(actual => actual.Source).Where(source => source.Length > 0).Distinct()), WordsWidth);
    }
}
