using NodaTime;
using ProjectFinance.Excel.Formulas;
using ProjectFinance.Time;

namespace ProjectFinance.Excel.Layout;

/// <summary>What a workbook cannot hold.</summary>
static class FormatLimits
{
    /// <summary>The longest formula, in characters.</summary>
    internal const int FormulaLength = 8_192;

    /// <summary>How deeply functions may stand inside one another.</summary>
    internal const int Nesting = 64;

    /// <summary>How many arguments a function may have.</summary>
    internal const int Arguments = 255;

    // Spreadsheets take 1900 for a leap year, so that days before its March have another number than they should.
    static readonly LocalDate Earliest = new(1900, 3, 1);

    /// <summary>Whether a timeline's columns fit on a sheet.</summary>
    /// <exception cref="InvalidInputException">They do not.</exception>
    internal static void CheckColumns(Model model)
    {
        int most = Columns.Most - Columns.Before;
        if (model.Periods.Count > most)
            throw InvalidInputException.Of("Workbook", FormattableString.Invariant($"the model has {model.Periods.Count} periods"), FormattableString.Invariant($"a sheet has room for {most}; use longer periods, or export to .csv or .json"));
    }

    /// <summary>Whether rows and formulas fit.</summary>
    /// <exception cref="InvalidInputException">Some do not; every one at once.</exception>
    internal static void Check(Book book)
    {
        var problems = new List<Problem>();
        foreach (var row in book.Rows.Where(row => row.Number > Columns.MostRows).GroupBy(row => row.Sheet).Select(sheet => sheet.First()))
            problems.Add(new($"Sheet '{row.Sheet}'", "it has too many rows", FormattableString.Invariant($"a sheet has room for {Columns.MostRows} rows; export to .csv or .json"), row.Name));
        if (book.Run.Model.Timeline.Start < Earliest) problems.Add(new("Workbook", $"its timeline starts on {book.Run.Model.Timeline.Start.Iso()}", $"a spreadsheet counts days from {Earliest.Iso()} on; export to .csv or .json"));
        foreach (var row in book.Rows)
        foreach (var formula in row.Formulas) problems.AddRange(Of(book, row, formula));
        if (problems.Count > 0) throw new InvalidInputException(problems);
    }

    static IEnumerable<Problem> Of(Book book, BookRow row, RowFormula formula)
    {
        int period = formula.Periods[^1];
        var size = FormulaSize.Of(new FormulaWriter(book.Rows, row.Sheet, period).Write(formula.Tree));
        Problem Wrong(FormattableString fact, int most) =>
            new($"Line '{row.Name}'", FormattableString.Invariant(fact), FormattableString.Invariant($"a spreadsheet takes {most}; write the line as several"), $"period {book.Periods[period]}");
        if (size.Length > FormulaLength) yield return Wrong($"its formula is {size.Length} characters long", FormulaLength);
        if (size.Depth > Nesting) yield return Wrong($"its formula has functions {size.Depth} deep inside one another", Nesting);
        if (size.Arguments > Arguments) yield return Wrong($"its formula has a function of {size.Arguments} arguments", Arguments);
    }
}
