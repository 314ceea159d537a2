using System.Collections.Immutable;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>Prints the lines that differ between two runs, by unit, the largest difference first.</summary>
sealed class ComparedLinesText
{
    const int MostOfAUnit = 12;
    const int Few = 3;
    const int Label = 35;
    const int Day = 11;
    const int Cell = 15;

    readonly DealComparison comparison;

    ComparedLinesText(DealComparison comparison) => this.comparison = comparison;

    /// <summary>The lines that differ: of those a lender reads the largest by unit, or all.</summary>
    internal static IEnumerable<TextLine> Lines(DealComparison comparison, bool all)
    {
        var differ = comparison.Lines.Where(line => line.Differs).ToList();
        var read = all ? null : Read(comparison.First).Union(Read(comparison.Second));
        return new ComparedLinesText(comparison).Tables([.. differ.Where(line => read is null || read.Contains(line.Name))], differ.Count, all ? int.MaxValue : MostOfAUnit)
            .Concat(Only("first", comparison.OnlyInFirst, all)).Concat(Only("second", comparison.OnlyInSecond, all));
    }

    /// <summary>Every line of the comparison, whether it differs or not.</summary>
    internal static IEnumerable<TextLine> Chosen(DealComparison comparison) => new ComparedLinesText(comparison).Tables(comparison.Lines, comparison.Lines.Length, int.MaxValue)
        .Concat(Only("first", comparison.OnlyInFirst, all: true)).Concat(Only("second", comparison.OnlyInSecond, all: true));

    IEnumerable<TextLine> Tables(ImmutableArray<ComparedLine> lines, int differ, int most)
    {
        int told = 0;
        foreach (var unit in lines.GroupBy(line => line.Unit).OrderBy(unit => unit.Key.IsNone).ThenBy(unit => !unit.Key.IsCurrency))
        {
            var rows = unit.OrderBy(line => line.Kind == LineKind.Flag).ThenByDescending(line => Math.Abs(line.Largest?.Difference ?? 0)).Take(most).ToList();
            told += rows.Count;
            foreach (var line in Table(unit.Key, rows)) yield return line;
        }
        if (told < differ) yield return new(told == 0 ? $"{differ} lines that only help to compute others differ." : $"{differ - told} more lines differ.", Emphasis.Note);
        if (differ == 0) yield return new("No line that both have differs.");
        else if (told > 0)
            foreach (var note in Prose.Wrap("From: the first common column end on which the line differs. Largest: the largest difference and when; flows are what flowed since the common column end before, In all on the whole timelines. Differences are the second less the first."))
                yield return new(note, Emphasis.Note);
    }

    IEnumerable<TextLine> Table(Unit unit, IReadOnlyList<ComparedLine> rows)
    {
        yield return new("".PadRight(Label + Day) + "Largest".PadRight(Day) + "First ".PadLeft(Cell) + "Second ".PadLeft(Cell) + "Difference ".PadLeft(Cell) + "In all ".PadLeft(Cell).TrimEnd(), Emphasis.Heading);
        yield return new($"Lines, {unit}".PadRight(Label) + "From".PadRight(Day) + "on", Emphasis.Heading);
        yield return new(new string('-', Prose.Width));
        foreach (var row in rows)
        {
            var labels = Prose.Wrap(row.Name, Label - 1, 2);
            foreach (var label in labels.SkipLast(1)) yield return new(label);
            yield return new((labels[^1].PadRight(Label) + Cells(row)).TrimEnd());
        }
        yield return new("");
    }

    string Cells(ComparedLine row)
    {
        var line = comparison.First.Run.Model.Find(row.Name);
        string Value(double? value) => Figure.Of(line, value is { } number && double.IsFinite(number) ? number : null, 1).PadLeft(Cell);
        if (!row.Differs) return "the same";
        var total = row.Total is { } all ? Value(all.Difference) : "";
        if (row.Largest is not { } largest) return new string(' ', 2 * Day + 3 * Cell) + total;
        var difference = line.Kind == LineKind.Flag ? new string(' ', Cell) : Value(largest.Difference);
        return $"{row.From?.Iso()} {largest.On.Iso()} {Value(largest.First)}{Value(largest.Second)}{difference}{total}";
    }

    /// <summary>The names of the lines in a run's statement.</summary>
    static ImmutableHashSet<string> Read(ComparedRun side) =>
        [.. StatementRows.Of(side.Deal, Statement.Of(side.Run)).SelectMany(section => section.Rows).Select(row => row.Values?.Line.Name).OfType<string>()];

    static IEnumerable<TextLine> Only(string which, ImmutableArray<Line> lines, bool all)
    {
        if (lines.IsEmpty) return [];
        var told = lines.GroupBy(line => line.Section).SelectMany(section => all || section.Count() <= Few ? section.Select(line => line.Name) : [$"{section.Key} ({section.Count()} lines)"]);
        return Prose.Wrap($"Only in the {which}: {string.Join("; ", told)}.", Prose.Width, 4).Select(line => new TextLine(line)).Prepend(new(""));
    }
}
