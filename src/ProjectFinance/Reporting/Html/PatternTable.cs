using System.Globalization;
using System.Text;
using ProjectFinance.Modelling;

namespace ProjectFinance.Reporting;

/// <summary>
/// The patterns of formulas for the script of the page, each once. What a formula refers to is told by line and distance in columns, so that the columns of a line mostly share one pattern, and
/// sums up to a column of one more term share what they begin with.
/// </summary>
sealed class PatternTable
{
    readonly Run run;
    readonly FormulaPatterns patterns;
    readonly Numbered<string> texts;
    readonly Numbered<string> all = new();
    readonly StringBuilder text = new();
    readonly Dictionary<int, (int Line, int Column)> places = [];
    readonly Dictionary<(Node Sum, Unit Unit), (int Pattern, int Column)> sums = [];

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

    internal int Of(Line line, Period t) => line.IsInput ? line.IsSuppliedIn(t) ? Supplied : None : Of(patterns.Of(line, t), line, t, t.Index);

    int Of(FormulaPattern pattern, Line line, Period t, int column)
    {
        // Places first: the pattern of a sum may be written on the way.
        var places = new (int Line, int Column)[pattern.References.Count];
        for (int i = 0; i < places.Length; i++) places[i] = Place(pattern.References[i], line, t);
        text.Clear().Append('[').Append(CultureInfo.InvariantCulture, $"{texts[pattern.Words]}");
        foreach (var place in places) text.Append(CultureInfo.InvariantCulture, $",{place.Line},{(IsParameter(place.Line) ? 0 : place.Column - column)}");
        return all[text.Append(']').ToString()];
    }

    (int Line, int Column) Place(Node node, Line line, Period t)
    {
        if (node.Op == Op.Cell) return (node.A, node.B);
        if (node.Op == Op.Input) return places[node.A];
        // A constant in a sum is written in the unit of the line.
        if (!sums.TryGetValue((node, line.Unit), out var sum))
        {
            var pattern = patterns.Of(line, t, node);
            int column = pattern.References.Select(part => Place(part, line, t)).LastOrDefault(place => !IsParameter(place.Line)).Column;
            sums[(node, line.Unit)] = sum = (Of(pattern, line, t, column), column);
        }
        return (-1 - run.Model.Parameters.Count - sum.Pattern, sum.Column);
    }

    bool IsParameter(int line) => line < 0 && line >= -run.Model.Parameters.Count;
}
