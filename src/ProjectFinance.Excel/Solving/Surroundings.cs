using System.Collections.Immutable;
using ProjectFinance.Excel.Formulas;

namespace ProjectFinance.Excel.Solving;

/// <summary>What a line that is solved inside another's trial finds around it.</summary>
/// <param name="Known">The cells that have a value there: trials, and what is solved already.</param>
/// <param name="Elsewhere">The row that stands for a cell, by line and period, in the column of a period; null where the cell itself does.</param>
/// <param name="Where">The trial, for the names of rows; empty for the workbook as a whole.</param>
sealed record Surroundings(ImmutableHashSet<CellKey> Known, Func<int, int, int, Tree?> Elsewhere, string Where);

/// <summary>A cell by its line and its distance from the column in which something is solved.</summary>
readonly record struct CellKey(int Line, int Distance) : IComparable<CellKey>
{
    public int CompareTo(CellKey other) => (Line, Distance).CompareTo((other.Line, other.Distance));
}
