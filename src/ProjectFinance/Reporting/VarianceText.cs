using System.Collections.Immutable;
using ProjectFinance.Deals;
using ProjectFinance.Results;
using ProjectFinance.Time;

namespace ProjectFinance.Reporting;

/// <summary>Prints what happened against the plan, for people: by unit, the largest difference first; no line is wider than 120 characters.</summary>
public static class VarianceText
{
    const int MostOfAUnit = 12;
    const int Label = 39;
    const int Day = 11;
    const int Cell = 14;

    /// <summary>The table as text that ends with a line feed.</summary>
    /// <param name="deal">The deal, laid out with what happened.</param>
    /// <param name="variance">What happened against the plan.</param>
    /// <param name="all">Whether every line is shown with every column, and not only the largest to date. The default is false.</param>
    public static string Write(LaidOutDeal deal, Variance variance, bool all = false) => string.Concat(Lines(deal, variance, all).Select(line => line.Text + "\n"));

    /// <summary>What <see cref="Write"/> writes, line by line, for a terminal that can show headings.</summary>
    /// <inheritdoc cref="Write"/>
    public static ImmutableArray<TextLine> Lines(LaidOutDeal deal, Variance variance, bool all = false)
    {
        ArgumentNullException.ThrowIfNull(deal);
        ArgumentNullException.ThrowIfNull(variance);
        var lines = variance.Lines.Where(line => all || line.Columns.Any(column => ComparedNumber.AreApart(column.Plan, column.Actual, line.Unit))).ToList();
        int told = 0;
        var text = new List<TextLine> { new($"Actual against plan, to {variance.To.Iso()}", Emphasis.Heading), new("") };
        foreach (var unit in lines.GroupBy(line => line.Unit).OrderBy(unit => unit.Key.IsNone).ThenBy(unit => !unit.Key.IsCurrency))
        {
            var rows = unit.OrderBy(line => line.Kind == LineKind.Flag).ThenByDescending(line => Math.Abs(line.ToDate.Difference ?? 0)).Take(all ? int.MaxValue : MostOfAUnit).ToList();
            told += rows.Count;
            text.AddRange(Table(deal.Model, unit.Key, rows, all));
        }
        if (lines.Count == 0) text.Add(new($"All {variance.Lines.Length} lines of which something happened went as planned."));
        if (lines.Count > told) text.Add(new($"{lines.Count - told} more lines differ.", Emphasis.Note));
        if (told > 0)
            text.AddRange(Prose.Wrap("Flows are summed to date, everything else is as in its last column. From inputs: what the line's formula gives on what happened around it, less the plan. Unexplained: what happened, less what the formula gives. "
                + "Largest in: the column with the largest difference.").Select(line => new TextLine(line, Emphasis.Note)));
        return [.. text];
    }

    static IEnumerable<TextLine> Table(Model model, Unit unit, IReadOnlyList<LineVariance> rows, bool all)
    {
        yield return new("".PadRight(Label) + "Largest".PadRight(Day) + new string(' ', 3 * Cell) + "From ".PadLeft(Cell).TrimEnd(), Emphasis.Heading);
        yield return new($"Lines, {unit}".PadRight(Label) + "in".PadRight(Day) + Right("Plan ", "Actual ", "Difference ", "inputs ", "Unexplained ").TrimEnd(), Emphasis.Heading);
        yield return new(new string('-', Prose.Width));
        foreach (var row in rows)
        {
            var labels = Prose.Wrap(row.Name, Label - 1, 2);
            foreach (var label in labels.SkipLast(1)) yield return new(label);
            yield return new((labels[^1].PadRight(Label) + row.Largest.On.Iso().PadRight(Day) + Cells(model, row, row.ToDate)).TrimEnd());
            if (all && row.Columns.Length > 1)
                foreach (var column in row.Columns) yield return new(("".PadRight(Label) + column.On.Iso().PadRight(Day) + Cells(model, row, column)).TrimEnd(), Emphasis.Note);
        }
        yield return new("");
    }

    static string Cells(Model model, LineVariance row, CellVariance cell)
    {
        string Value(double? value) => Figure.Of(row.Name, row.Unit, row.Kind, value is { } number && double.IsFinite(number) ? number : null, 1);
        if (row.Unit == Units.Day) return Right(Date(model, cell.Plan), Date(model, cell.Actual), cell.Difference is { } days ? $"{Figure.Signed(days, "0").Trim()} days " : "", "input ", "");
        if (row.Kind == LineKind.Flag) return Right(Answer(cell.Plan), Answer(cell.Actual), "", "", "");
        return row.IsInput ? Right(Value(cell.Plan), Value(cell.Actual), Value(cell.Difference), "input ", "") : Right(Value(cell.Plan), Value(cell.Actual), Value(cell.Difference), Value(cell.FromInputs), Value(cell.Unexplained));
    }

    static string Answer(double truth) => ValueText.OfFlag(truth) + " ";

    static string Date(Model model, double day) => ValueText.Of(model, day, Units.Day) + " ";

    static string Right(params string[] cells) => string.Concat(cells.Select(cell => cell.PadLeft(Cell)));
}
