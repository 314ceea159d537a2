namespace ProjectFinance.Excel.Writing;

/// <summary>A sheet's cells and looks, before they are written.</summary>
sealed class Page(string name)
{
    const double LineHeight = 13.5, TitleHeight = 20, HighestRow = 400;

    readonly List<PageCell> cells = [];
    readonly List<(int Row, int Column, string Text)> notes = [];

    internal string Name { get; } = name;

    internal IReadOnlyList<PageCell> Cells => cells;

    /// <summary>Widths of columns in characters, from the first; the last one goes for all further.</summary>
    internal IReadOnlyList<double> Widths { get; init; } = [];

    /// <summary>How many rows stay in sight, and are repeated on every page of paper.</summary>
    internal int FrozenRows { get; init; }

    /// <summary>How many columns stay in sight; the first of them is repeated on every page of paper.</summary>
    internal int FrozenColumns { get; init; }

    /// <summary>Rows that are shown as belonging to the row below.</summary>
    internal HashSet<int> Outlined { get; } = [];

    /// <summary>Heights of rows in points, where they differ.</summary>
    internal Dictionary<int, double> Heights { get; } = [];

    /// <summary>How many pages of paper the columns may take; the rows take as many as they need.</summary>
    internal int PagesAcross { get; init; } = 1;

    /// <summary>How many pages of paper the rows may take; 0 for as many as they need.</summary>
    internal int PagesDown { get; init; }

    /// <summary>What is printed, as a range; empty for everything.</summary>
    internal string Printed { get; set; } = "";

    /// <summary>Ranges that turn red, with the formula of their first cell that tells when.</summary>
    internal List<(string Range, string When)> Alarms { get; } = [];

    /// <summary>The colour of the sheet's tab as red, green and blue; empty for none.</summary>
    internal string Tab { get; init; } = "";

    internal void Text(int row, int column, string text, Ink ink = Ink.Calculation) => Add(row, column, PlainText.Of(text), ink);

    /// <summary>Text that is broken into lines of a width in characters.</summary>
    internal void Prose(int row, int column, string text, int width)
    {
        Text(row, column, text, Ink.Prose);
        Heights[row] = Math.Min(HighestRow, Math.Max(Heights.GetValueOrDefault(row), LineHeight * (1 + (text.Length - 1) / width)));
    }

    internal void Number(int row, int column, double number, CellStyle style) => cells.Add(new(row, column, style) { Number = number });

    internal void Formula(int row, int column, string formula, double value, CellStyle style) => cells.Add(new(row, column, style) { Formula = formula, Number = value });

    internal void Formula(int row, int column, string formula, string value, Ink ink) => cells.Add(new(row, column, CellStyle.Text(ink)) { Formula = formula, Text = value });

    internal void Note(int row, int column, string text) => notes.Add((row, column, PlainText.Of(text)));

    void Add(int row, int column, string text, Ink ink)
    {
        cells.Add(new(row, column, CellStyle.Text(ink)) { Text = text });
        if (ink == Ink.Title) Heights[row] = TitleHeight;
    }

    /// <summary>Notes on cells.</summary>
    internal IReadOnlyList<(int Row, int Column, string Text)> Notes => notes;
}

/// <summary>A cell: text, a number, or a formula with the value it has.</summary>
readonly record struct PageCell(int Row, int Column, CellStyle Style)
{
    internal string? Text { get; init; }

    internal double? Number { get; init; }

    internal string? Formula { get; init; }
}
