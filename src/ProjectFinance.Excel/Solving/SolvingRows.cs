using System.Collections.Immutable;
using ProjectFinance.Evaluation;
using ProjectFinance.Excel.Formulas;
using ProjectFinance.Excel.Layout;
using ProjectFinance.Modelling;

namespace ProjectFinance.Excel.Solving;

/// <summary>
/// Lays out how a line whose formula refers to itself is solved, without a circular reference: trial values from zero, and for each the cells that depend on it as they
/// would be, with how much they change for each unit of it; Newton's step leads from one trial to the next.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="trees">The formulas of its lines.</param>
/// <param name="rows">Every row; new ones are added.</param>
sealed class SolvingRows(Model model, LineTrees trees, List<BookRow> rows)
{
    /// <summary>Steps taken where the formula has kinks, as the library does.</summary>
    const int StepsWithKinks = 4;

    readonly HashSet<int> solved = [];

    /// <summary>The rows that solve a line, from top to bottom, the last of which holds the solution; none where no cell of the line depends on itself.</summary>
    internal List<BookRow> Of(Line line)
    {
        var dependents = Dependents(line);
        solved.Add(line.Number);
        if (dependents.Count == 0) return [];
        var made = new List<BookRow>();
        var trial = Add(made, $"{line.Name}: trial 1", line.Unit, _ => Tree.Zero);
        for (int step = 1; ; step++)
        {
            var (value, slope, isAffine) = At(line, trial, step, dependents, made);
            bool isLast = isAffine || step == StepsWithKinks;
            var from = trial;
            trial = Add(made, isLast ? $"{line.Name}: solution" : FormattableString.Invariant($"{line.Name}: trial {step + 1}"), line.Unit, t => Step(from.Cell(t), value.Cell(t), slope.Cell(t)));
            if (isLast) return made;
        }
    }

    /// <summary>The cells that depend on the line's own, by line and distance, in any period.</summary>
    SortedSet<(int Line, int Distance)> Dependents(Line line)
    {
        var found = new SortedSet<(int, int)>();
        foreach (var t in model.Periods)
        {
            int root = line.Root(t.Index);
            var between = Dependence.On(model, line.CellNode(t.Index), root, node => model.Graph[node] is { Op: Op.Cell } cell && solved.Contains(cell.A));
            if (!between.Contains(root)) continue;
            foreach (int node in between)
                if (model.Graph[node] is { Op: Op.Cell } cell) found.Add((cell.A, cell.B - t.Index));
        }
        return found;
    }

    (BookRow Value, BookRow Slope, bool IsAffine) At(Line line, BookRow trial, int step, SortedSet<(int Line, int Distance)> dependents, List<BookRow> made)
    {
        var at = FormattableString.Invariant($"at trial {step}");
        var values = new Dictionary<(int, int), BookRow>();
        var slopes = new Dictionary<int, BookRow>();
        foreach (var key in dependents)
        {
            var dependent = model.Lines[key.Line];
            var ahead = key.Distance == 0 ? "" : FormattableString.Invariant($", {key.Distance:+0;-0} columns");
            var row = values[key] = Add(made, $"{dependent.Name}{ahead} {at}", dependent.Unit, null);
            slopes[row.Id] = Add(made, $"{dependent.Name}{ahead}: change for each unit {at}", Unit.None, null);
        }
        var readers = model.Periods.Select(t => trees.Reader((other, period) =>
            other == line.Number && period == t.Index ? trial.Cell(t.Index) : values.TryGetValue((other, period - t.Index), out var own) ? own.Cell(t.Index) : null)).ToList();
        var slope = new Slope(cells => cells.Row == trial.Id ? Tree.One : slopes.TryGetValue(cells.Row, out var own) ? own.Cell(cells.From) : null);
        bool isAffine = true;
        foreach (var (key, row) in values) isAffine &= Write(row, slopes[row.Id], t => t + key.Item2 is var period && period >= 0 && period < model.Periods.Count ? readers[t].Read(model.Lines[key.Item1].Root(period)) : Tree.Zero, slope);
        var value = Add(made, $"{line.Name}: its formula {at}", line.Unit, null);
        var change = Add(made, $"{line.Name}: its formula, change for each unit {at}", Unit.None, null);
        isAffine &= Write(value, change, t => readers[t].Read(line.Root(t)), slope);
        return (value, change, isAffine);
    }

    bool Write(BookRow row, BookRow slopeRow, Func<int, Tree> formula, Slope slope)
    {
        row.Trees = [.. Enumerable.Range(0, model.Periods.Count).Select(formula)];
        slopeRow.Trees = [.. row.Trees.Select(slope.Of)];
        return row.Trees.All(slope.IsAffine);
    }

    // x + (f - x) / (1 - f'); where the slope is one, x + (f - x).
    static Tree Step(Tree x, Tree f, Tree slope)
    {
        var steepness = Sums.Of((1, Tree.One), (-1, slope));
        var isZero = new Apply(Function.And, [new Apply(Function.GreaterOrEqual, [steepness, Tree.Zero]), new Apply(Function.GreaterOrEqual, [Tree.Zero, steepness])]);
        return Sums.Of((1, x), (1, new Apply(Function.Divide, [Sums.Of((1, f), (-1, x)), new Apply(Function.Choose, [isZero, Tree.One, steepness])])));
    }

    BookRow Add(List<BookRow> made, string name, Unit unit, Func<int, Tree>? formula)
    {
        var row = new BookRow { Id = rows.Count, Kind = RowKind.Solving, Name = name, Unit = unit };
        if (formula is not null) row.Trees = [.. Enumerable.Range(0, model.Periods.Count).Select(formula)];
        rows.Add(row);
        made.Add(row);
        return row;
    }
}
