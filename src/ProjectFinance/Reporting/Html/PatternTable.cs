using System.Globalization;
using System.Text;
using ProjectFinance.Modelling;

namespace ProjectFinance.Reporting;

/// <summary>
/// The patterns of formulas for the script of the page, each once. What a formula refers to is told by line and distance in columns, so that the columns of a line mostly share one pattern. Sums that
/// stand apart are rows too: a running sum is one row of one pattern, itself of the column before and one term more.
/// </summary>
sealed class PatternTable
{
    readonly Run run;
    readonly FormulaPatterns patterns;
    readonly Numbered<string> texts;
    readonly Numbered<string> all = new();
    readonly StringBuilder text = new();
    readonly Dictionary<int, (int Line, int Column)> places = [];
    readonly Dictionary<(Node Sum, Unit Unit), (int Row, int Column)> sums = [];
    readonly List<int[]> rows = [];
    readonly Dictionary<int, int> after = [];

    internal PatternTable(Run run, FormulaPatterns patterns, Numbered<string> texts)
    {
        (this.run, this.patterns, this.texts) = (run, patterns, texts);
        foreach (var line in run.Model.Lines)
        {
            foreach (var (t, input) in line.Inputs.Index()) places[input.Slot] = (line.Number, t);
            // What happened stands in the cell itself.
            foreach (var t in run.Model.Periods)
                if (line.Actual(t) is { } actual) places[actual.Slot] = (line.Number, t.Index);
        }
        // Single numbers count down from -1, below them sums.
        foreach (var (i, parameter) in run.Model.Parameters.Index()) places.Add(parameter.Input.Slot, (-1 - i, 0));
        (Supplied, None) = (all["\"supplied\""], all["\"none\""]);
    }

    /// <summary>In place of a pattern: the cell is supplied.</summary>
    internal int Supplied { get; }

    /// <summary>In place of a pattern: nothing supplies the cell in this column.</summary>
    internal int None { get; }

    /// <summary>Each pattern as JSON.</summary>
    internal IReadOnlyList<string> All => all.All;

    /// <summary>[sum][column] the pattern of a sum that stands apart.</summary>
    internal IReadOnlyList<int[]> Sums => rows;

    /// <summary>Below the parameters: in the pattern of a sum, the same sum; below that each sum.</summary>
    int Itself => -1 - run.Model.Parameters.Count;

    internal int Of(Line line, Period t)
    {
        if (line.IsInput) return line.IsSuppliedIn(t) ? Supplied : None;
        var pattern = patterns.Of(line, t);
        return Written(pattern.Words, Places(pattern, line, t), t.Index);
    }

    (int Line, int Column)[] Places(FormulaPattern pattern, Line line, Period t) => [.. pattern.References.Select(node => Place(node, line, t))];

    (int Line, int Column) Place(Node node, Line line, Period t)
    {
        if (node.Op == Op.Cell) return (node.A, node.B);
        if (node.Op == Op.Input) return places[node.A];
        // A constant in a sum is written in the unit of the line.
        if (!sums.TryGetValue((node, line.Unit), out var sum)) sums[(node, line.Unit)] = sum = Put(patterns.Of(line, t, node), line, t);
        return (Itself - 1 - sum.Row, sum.Column);
    }

    /// <summary>Gives a sum a place, in the column of what it ends with.</summary>
    (int Row, int Column) Put(FormulaPattern pattern, Line line, Period t)
    {
        var places = Places(pattern, line, t);
        int column = places.LastOrDefault(place => !IsParameter(place.Line)).Column;
        int row = Row(places is [{ Line: var first }, ..] && first < Itself ? Itself - 1 - first : null, column);
        rows[row][column] = Written(pattern.Words, [.. places.Select(place => place.Line == Itself - 1 - row ? (Itself, place.Column) : place)], column);
        return (row, column);
    }

    /// <summary>The row of what a sum begins with, where it is free in this column; else the row that comes after that one.</summary>
    int Row(int? begun, int column)
    {
        if (begun is { } row && rows[row][column] == None) return row;
        if (begun is { } before && after.TryGetValue(before, out int next) && rows[next][column] == None) return next;
        var fresh = new int[run.Model.Periods.Count];
        Array.Fill(fresh, None);
        rows.Add(fresh);
        if (begun is { } known) after[known] = rows.Count - 1;
        return rows.Count - 1;
    }

    int Written(string words, (int Line, int Column)[] places, int column)
    {
        text.Clear().Append('[').Append(CultureInfo.InvariantCulture, $"{texts[words]}");
        foreach (var place in places) text.Append(CultureInfo.InvariantCulture, $",{place.Line},{(IsParameter(place.Line) ? 0 : place.Column - column)}");
        return all[text.Append(']').ToString()];
    }

    bool IsParameter(int line) => line < 0 && line > Itself;
}
