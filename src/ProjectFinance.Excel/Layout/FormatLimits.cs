using ProjectFinance.Excel.Formulas;

namespace ProjectFinance.Excel.Layout;

/// <summary>What a workbook cannot hold.</summary>
static class FormatLimits
{
    /// <summary>The longest formula, in characters.</summary>
    internal const int FormulaLength = 8_192;

    /// <summary>How deeply functions may stand inside one another.</summary>
    internal const int Nesting = 64;

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
        foreach (var row in book.Rows)
        foreach (var formula in row.Formulas)
        {
            int period = formula.Periods[^1];
            var text = new FormulaWriter(book.Rows, row.Sheet, period).Write(formula.Tree);
            string where = $"period {book.Periods[period]}";
            if (text.Length > FormulaLength) problems.Add(new($"Line '{row.Name}'", FormattableString.Invariant($"its formula is {text.Length} characters long"), FormattableString.Invariant($"a spreadsheet takes {FormulaLength}; write the line as several"), where));
            if (Depth(text) > Nesting) problems.Add(new($"Line '{row.Name}'", FormattableString.Invariant($"its formula has functions {Depth(text)} deep inside one another"), FormattableString.Invariant($"a spreadsheet takes {Nesting}; write the line as several"), where));
        }
        if (problems.Count > 0) throw new InvalidInputException(problems);
    }

    static int Depth(string text)
    {
        int depth = 0, deepest = 0;
        foreach (char c in text)
        {
            if (c == '(') deepest = Math.Max(deepest, ++depth);
            else if (c == ')') depth--;
        }
        return deepest;
    }
}
