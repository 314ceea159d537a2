using ProjectFinance.Excel.Formulas;
using ProjectFinance.Excel.Layout;

namespace ProjectFinance.Excel.Solving;

/// <summary>
/// Lays out how lines whose formula refers to itself are solved, without a circular reference: trial values from zero, and for each the cells that depend on it as they
/// would be; Newton's step leads from one trial to the next. Where such a cell is itself solved, it is solved inside the trial, which is then made twice to see the slope.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="trees">The formulas of its lines.</param>
/// <param name="rows">Every row; new ones are added.</param>
sealed class SolvingRows(Model model, LineTrees trees, List<BookRow> rows)
{
    /// <summary>Steps taken where the formula has kinks, as the library does.</summary>
    const int StepsWithKinks = 4;

    /// <summary>How much larger the second of two trials is: a power of two, so that it adds no rounding.</summary>
    const double Ahead = 1.0 / 64;

    /// <summary>Lines solved inside one another more deeply than this would take a sheet nobody reads.</summary>
    const int Deepest = 3;

    readonly Dependents dependents = new(model);
    readonly List<BookRow> made = [];

    /// <summary>The rows that solve a line, from top to bottom, the last of which holds the solution; none where no cell of the line depends on itself.</summary>
    /// <exception cref="InvalidInputException">Too many lines are solved inside one another.</exception>
    internal List<BookRow> Of(Line line)
    {
        made.Clear();
        var whole = new Surroundings([], (_, _, _) => null, "");
        if (dependents.Of(new(line.Number, 0), whole.Known).Count > 0) Solve(new(line.Number, 0), whole, 1);
        dependents.Done(line);
        return [.. made];
    }

    BookRow Solve(CellKey key, Surroundings around, int depth)
    {
        var line = model.Lines[key.Line];
        if (depth > Deepest) throw InvalidInputException.Of($"Line '{line.Name}'", FormattableString.Invariant($"it is solved inside more than {Deepest} others"), "a workbook can hold three lines that are solved inside one another", "export");
        var reached = dependents.Of(key, around.Known);
        bool isNested = reached.Any(other => other != key && model.Lines[other.Line].Role == LineRole.Solved);
        var trial = Add($"{line.Name}: trial 1{around.Where}", line.Unit, _ => Tree.Zero);
        for (int step = 1; ; step++)
        {
            var at = FormattableString.Invariant($" at trial {step}{around.Where}");
            var (value, slope, isAffine) = isNested ? Twice(key, trial, reached, around, at, depth) : Once(key, trial, reached, around, at);
            bool isLast = isAffine || step == StepsWithKinks;
            var from = trial;
            trial = Add(isLast ? $"{line.Name}: solution{around.Where}" : FormattableString.Invariant($"{line.Name}: trial {step + 1}{around.Where}"), line.Unit, t => Step(from.Cell(t), value.Cell(t), slope.Cell(t)));
            if (isLast) return trial;
        }
    }

    /// <summary>A trial with the slope of every cell.</summary>
    (BookRow Value, BookRow Slope, bool IsAffine) Once(CellKey key, BookRow trial, SortedSet<CellKey> reached, Surroundings around, string at)
    {
        var values = new Dictionary<CellKey, BookRow>();
        var slopes = new Dictionary<int, BookRow>();
        foreach (var other in reached.Where(other => other != key))
        {
            values.Add(other, Add($"{NameOf(other)}{at}", model.Lines[other.Line].Unit, null));
            slopes.Add(values[other].Id, Add($"{NameOf(other)}: change for each unit{at}", Unit.None, null));
        }
        var readers = Readers(key, trial, values, around);
        var slope = new Slope(cells => cells.Row == trial.Id ? Tree.One : slopes.TryGetValue(cells.Row, out var own) ? own.Cell(cells.From) : null);
        var value = Add($"{NameOf(key)}: its formula{at}", model.Lines[key.Line].Unit, null);
        var change = Add($"{NameOf(key)}: its formula, change for each unit{at}", Unit.None, null);
        slopes.Add(value.Id, change);
        bool isAffine = true;
        foreach (var (other, row) in values.Append(new(key, value)))
        {
            row.Trees = [.. model.Periods.Select(t => Root(readers[t.Index], other, t))];
            slopes[row.Id].Trees = [.. row.Trees.Select(slope.Of)];
            isAffine &= row.Trees.All(slope.IsAffine);
        }
        return (value, change, isAffine);
    }

    /// <summary>Two trials close to one another, and the slope between them.</summary>
    (BookRow Value, BookRow Slope, bool IsAffine) Twice(CellKey key, BookRow trial, SortedSet<CellKey> reached, Surroundings around, string at, int depth)
    {
        var line = model.Lines[key.Line];
        var value = Inside(key, trial, reached, around, at, depth);
        var next = Add($"{line.Name}: a little more than the trial{at}", line.Unit, t => Sums.Of((1, trial.Cell(t)), (Ahead, Tree.One)));
        var ahead = Inside(key, next, reached, around, $" a little more than{at}", depth);
        var slope = Add($"{line.Name}: its formula, change for each unit{at}", Unit.None, t => Products.Scaled(1 / Ahead, Sums.Of((1, ahead.Cell(t)), (-1, value.Cell(t)))));
        return (value, slope, false);
    }

    BookRow Inside(CellKey key, BookRow trial, SortedSet<CellKey> reached, Surroundings around, string at, int depth)
    {
        var values = reached.Where(other => other != key).ToDictionary(other => other, other => Add($"{NameOf(other)}{at}", model.Lines[other.Line].Unit, null));
        var readers = Readers(key, trial, values, around);
        var known = around.Known.Add(key);
        foreach (var (other, row) in values)
        {
            if (model.Lines[other.Line].Role == LineRole.Solved && dependents.Of(other, known).Count > 0)
            {
                var inner = Solve(other, new Surroundings(known, (line, period, t) => Elsewhere(key, trial, values, around, line, period, t), $",{at}"), depth + 1);
                row.Trees = [.. model.Periods.Select(Tree (t) => inner.Cell(t.Index))];
                known = known.Add(other);
            }
            else row.Trees = [.. model.Periods.Select(t => Root(readers[t.Index], other, t))];
        }
        return Add($"{NameOf(key)}: its formula{at}", model.Lines[key.Line].Unit, t => Root(readers[t], key, model.Periods[t]));
    }

    List<TreeReader> Readers(CellKey key, BookRow trial, Dictionary<CellKey, BookRow> values, Surroundings around) =>
        [.. model.Periods.Select(t => trees.Reader((line, period) => Elsewhere(key, trial, values, around, line, period, t.Index)))];

    static Tree? Elsewhere(CellKey key, BookRow trial, Dictionary<CellKey, BookRow> values, Surroundings around, int line, int period, int t)
    {
        var asked = new CellKey(line, period - t);
        return asked == key ? trial.Cell(t) : values.TryGetValue(asked, out var own) ? own.Cell(t) : around.Elsewhere(line, period, t);
    }

    Tree Root(TreeReader reader, CellKey key, Period t) =>
        t.Index + key.Distance is var period && period >= 0 && period < model.Periods.Count ? reader.Read(model.Lines[key.Line].Root(period)) : Tree.Zero;

    string NameOf(CellKey key) => key.Distance == 0 ? model.Lines[key.Line].Name : FormattableString.Invariant($"{model.Lines[key.Line].Name}, {key.Distance:+0;-0} columns");

    // x + (f - x) / (1 - f'); where the slope is one, x + (f - x).
    static Tree Step(Tree x, Tree f, Tree slope)
    {
        var steepness = Sums.Of((1, Tree.One), (-1, slope));
        var isZero = new Apply(Function.And, [new Apply(Function.GreaterOrEqual, [steepness, Tree.Zero]), new Apply(Function.GreaterOrEqual, [Tree.Zero, steepness])]);
        return Sums.Of((1, x), (1, new Apply(Function.Divide, [Sums.Of((1, f), (-1, x)), new Apply(Function.Choose, [isZero, Tree.One, steepness])])));
    }

    BookRow Add(string name, Unit unit, Func<int, Tree>? formula)
    {
        var row = new BookRow { Id = rows.Count, Kind = RowKind.Solving, Name = name, Unit = unit };
        if (formula is not null) row.Trees = [.. Enumerable.Range(0, model.Periods.Count).Select(formula)];
        rows.Add(row);
        made.Add(row);
        return row;
    }
}
