using System.Collections.Immutable;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>What happened against the plan as rows of tables, a table a unit.</summary>
static class VarianceRows
{
    internal const string Legend = "Flows are summed to date, everything else is as in its last column. From inputs: what the line's formula gives on what happened around it, less the plan. Unexplained: what happened, less what the formula gives. "
        + "Largest in: the column with the largest difference.";

    /// <summary>The lines that differ anywhere, or all, by unit: money first, the largest difference to date first.</summary>
    internal static ImmutableArray<(Unit Unit, ImmutableArray<LineVariance> Lines)> Of(Variance variance, bool all = false) =>
    [
        .. variance.Lines.Where(line => all || line.Columns.Any(column => ComparedNumber.AreApart(column.Plan, column.Actual, line.Unit)))
            .GroupBy(line => line.Unit).OrderBy(unit => unit.Key.IsNone).ThenBy(unit => !unit.Key.IsCurrency)
            .Select(unit => (unit.Key, unit.OrderBy(line => line.Kind == LineKind.Flag).ThenByDescending(line => Math.Abs(line.ToDate.Difference ?? 0)).ToImmutableArray())),
    ];

    /// <summary>That nothing differs.</summary>
    internal static string Nothing(Variance variance) => $"All {variance.Lines.Length} lines of which something happened went as planned.";

    /// <summary>Plan, actual, difference, what of it comes from inputs, and what is unexplained, as tables print them.</summary>
    internal static string[] Cells(Model model, LineVariance row, CellVariance cell)
    {
        string Value(double? value) => Figure.Of(row.Name, row.Unit, row.Kind, value is { } number && double.IsFinite(number) ? number : null, 1);
        if (row.Unit == Units.Day) return [Date(model, cell.Plan), Date(model, cell.Actual), cell.Difference is { } days ? $"{Figure.Signed(days, "0").Trim()} days " : "", "input ", ""];
        if (row.Kind == LineKind.Flag) return [Answer(cell.Plan), Answer(cell.Actual), "", "", ""];
        return row.IsInput ? [Value(cell.Plan), Value(cell.Actual), Value(cell.Difference), "input ", ""] : [Value(cell.Plan), Value(cell.Actual), Value(cell.Difference), Value(cell.FromInputs), Value(cell.Unexplained)];
    }

    static string Answer(double truth) => ValueText.OfFlag(truth) + " ";

    static string Date(Model model, double day) => ValueText.Of(model, day, Units.Day) + " ";
}
