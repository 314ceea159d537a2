using System.Collections.Immutable;

namespace ProjectFinance.Excel.Layout;

/// <summary>The workbook as laid out: rows, sheets and names, before it is written.</summary>
/// <param name="Run">The run whose values stand beside the formulas.</param>
/// <param name="Title">The deal.</param>
/// <param name="Rows">Every row with periods, by number.</param>
/// <param name="Sheets">The sheets with periods, in order.</param>
/// <param name="Inputs">The single numbers, with the names of their cells.</param>
sealed record Book(Run Run, string Title, IReadOnlyList<BookRow> Rows, ImmutableArray<BookSheet> Sheets, ImmutableArray<BookInput> Inputs)
{
    internal IReadOnlyList<Period> Periods => Run.Model.Periods;
}

/// <summary>A sheet with a column for each period.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Entries">What stands on it, from top to bottom.</param>
sealed record BookSheet(string Name, ImmutableArray<SheetEntry> Entries);

/// <summary>A heading, or a row.</summary>
/// <param name="Heading">The heading; empty for a row.</param>
/// <param name="Row">The row; null for a heading.</param>
sealed record SheetEntry(string Heading, BookRow? Row);

/// <summary>A single number that people may change.</summary>
/// <param name="Input">The number.</param>
/// <param name="Name">The name of its cell.</param>
/// <param name="Value">The number in the run.</param>
sealed record BookInput(InputCell Input, string Name, double Value)
{
    internal bool IsDate => Input.Unit == Units.Day;
}
