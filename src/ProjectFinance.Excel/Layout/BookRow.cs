using System.Collections.Immutable;
using ProjectFinance.Excel.Formulas;

namespace ProjectFinance.Excel.Layout;

/// <summary>A row of the workbook with a cell for each period: a line of the model, or a row that its formula needs.</summary>
sealed class BookRow
{
    internal required int Id { get; init; }

    internal required string Name { get; init; }

    internal required RowKind Kind { get; init; }

    internal Unit Unit { get; init; } = Unit.None;

    internal string Source { get; init; } = "";

    /// <summary>The line of the model; null for rows that only the workbook has.</summary>
    internal Line? Line { get; init; }

    /// <summary>The row whose formula this is a part of; null where it is no part.</summary>
    internal BookRow? PartOf { get; init; }

    /// <summary>The formula of each period as read from the model; empty where the row holds numbers.</summary>
    internal ImmutableArray<Tree> Trees { get; set; } = [];

    /// <summary>What happened in the place of the formula, by period: numbers people may change.</summary>
    internal ImmutableSortedDictionary<int, InputCell> Actuals { get; init; } = ImmutableSortedDictionary<int, InputCell>.Empty;

    /// <summary>What the cells come to, or hold, by period; not a number where a cell is left empty.</summary>
    internal double[] Values { get; set; } = [];

    /// <summary>The number in the column for constants.</summary>
    internal double? Constant { get; set; }

    /// <summary>The formulas across the row; one where the row is uniform.</summary>
    internal List<RowFormula> Formulas { get; } = [];

    /// <summary>Where the row stands, once the sheets are laid out.</summary>
    internal string Sheet { get; set; } = "";

    /// <summary>The number of the row on its sheet, from 1.</summary>
    internal int Number { get; set; }

    /// <summary>How many empty columns after the last period some formula refers to; they hold noughts.</summary>
    internal int After { get; set; }

    /// <summary>Whether some formula refers to the empty column before the first period.</summary>
    internal bool HasBefore { get; set; }

    /// <summary>The row's cell in a period.</summary>
    internal Cells Cell(int period) => new(Id, period, period);

    /// <summary>Whether the numbers are days from the start of the timeline, which the workbook shows as dates.</summary>
    internal bool IsDate => Line is { Kind: LineKind.Level } && Unit == Units.Day;
}

/// <summary>A formula and the periods in which it stands.</summary>
/// <param name="Tree">The formula across the row.</param>
/// <param name="Periods">The periods, in order.</param>
sealed record RowFormula(Tree Tree, ImmutableArray<int> Periods);

/// <summary>What a row is.</summary>
enum RowKind : byte
{
    /// <summary>A line with formulas.</summary>
    Line,

    /// <summary>A line whose cells are inputs.</summary>
    Input,

    /// <summary>Numbers or formulas of the timeline.</summary>
    Timeline,

    /// <summary>Numbers by period that a line's formula needs.</summary>
    Schedule,

    /// <summary>A number in the column for constants that a line's formula needs.</summary>
    Constant,

    /// <summary>A part of a formula that would be too long.</summary>
    Part,

    /// <summary>A step of the solving of a line.</summary>
    Solving,
}
