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
        var units = VarianceRows.Of(variance, all);
        int shown = all ? int.MaxValue : MostOfAUnit, more = units.Sum(unit => Math.Max(0, unit.Lines.Length - shown));
        var text = new List<TextLine> { new($"Actual against plan, to {variance.To.Iso()}", Emphasis.Heading), new("") };
        foreach (var (unit, lines) in units) text.AddRange(Table(deal.Model, unit, lines.Take(shown), all));
        if (units.IsEmpty) text.Add(new(VarianceRows.Nothing(variance)));
        if (more > 0) text.Add(new($"{more} more lines differ.", Emphasis.Note));
        if (!units.IsEmpty) text.AddRange(Prose.Wrap(VarianceRows.Legend).Select(line => new TextLine(line, Emphasis.Note)));
        return [.. text];
    }

    static IEnumerable<TextLine> Table(Model model, Unit unit, IEnumerable<LineVariance> rows, bool all)
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

    static string Cells(Model model, LineVariance row, CellVariance cell) => Right(VarianceRows.Cells(model, row, cell));

    static string Right(params string[] cells) => string.Concat(cells.Select(cell => cell.PadLeft(Cell)));
}
