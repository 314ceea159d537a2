using System.Collections.ObjectModel;

namespace ProjectFinance.Tests.Oracle;

/// <summary>
/// Lines by name, cells by column. A cell is written once and read only after it was written, so that a formula taken out of order fails
/// instead of reading a zero.
/// </summary>
sealed class OracleSheet(int columns)
{
    readonly Dictionary<string, decimal?[]> lines = [];
    readonly HashSet<(string Line, int Column)> written = [];

    public decimal this[string line, int column]
    {
        get
        {
            if (!written.Contains((line, column)))
            {
                throw new InvalidOperationException($"'{line}' is read in column {column} before it is written");
            }

            return lines[line][column] ?? throw new InvalidOperationException($"'{line}' is not applicable in column {column}");
        }

        set => Write(line, column, value);
    }

    /// <summary>Writes a cell that may be not applicable (null).</summary>
    public void Write(string line, int column, decimal? value)
    {
        if (!written.Add((line, column)))
        {
            throw new InvalidOperationException($"'{line}' is written twice in column {column}");
        }

        if (!lines.TryGetValue(line, out var cells))
        {
            lines[line] = cells = new decimal?[columns];
        }

        cells[column] = value;
    }

    /// <summary>The cell of the column before; zero in column 0.</summary>
    public decimal Before(string line, int column) => column == 0 ? 0m : this[line, column - 1];

    /// <summary>All lines; every cell of every line must have been written.</summary>
    public OracleResult ToResult()
    {
        foreach (var line in lines.Keys)
        {
            for (var column = 0; column < columns; column++)
            {
                if (!written.Contains((line, column)))
                {
                    throw new InvalidOperationException($"'{line}' was never written in column {column}");
                }
            }
        }

        return new OracleResult(lines);
    }
}

/// <summary>The lines by name: one cell a column, column 0 first; null is not applicable.</summary>
sealed class OracleResult(Dictionary<string, decimal?[]> lines) : ReadOnlyDictionary<string, decimal?[]>(lines);
