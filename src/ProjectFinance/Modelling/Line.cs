using System.Collections.Immutable;
using ProjectFinance.Modelling;
using ProjectFinance.Time;

namespace ProjectFinance;

/// <summary>
/// A named row of a model: a unit, a source and one formula valid in every period. Reading <c>line[period]</c> inside another
/// line's formula refers to the cell; nothing is computed until a program is made of the model.
/// </summary>
public sealed class Line
{
    readonly int?[] roots;
    readonly bool[] writing;
    readonly Dictionary<int, InputCell> actuals = [];
    Func<Period, Formula>? formula;

    internal Line(Model model, int number, LineHeading heading, LineRole role, Func<Period, Formula>? formula)
    {
        (Model, Number, Role, this.formula) = (model, number, role, formula);
        (Name, Unit, Kind, Source) = (heading.Name, heading.Unit, heading.Kind, heading.Source);
        roots = new int?[model.Timeline.Count];
        writing = new bool[model.Timeline.Count];
    }

    /// <summary>The model the line stands in.</summary>
    public Model Model { get; }

    /// <summary>Section and title, as people ask for it: "Project loan / Interest".</summary>
    public string Name { get; }

    /// <summary>The part of the name before the first " / ": "Project loan".</summary>
    public string Section => Name.Split(" / ", 2)[0];

    /// <summary>What the line's values are counted in; a plain number for rates, ratios and flags.</summary>
    public Unit Unit { get; }

    /// <summary>How periods come together in quarters and years.</summary>
    public LineKind Kind { get; }

    /// <summary>The clause or reason the line comes from: "8-K 1996-07-11, Item 5(a)". Empty where none was given.</summary>
    public string Source { get; }

    /// <summary>Whether the scenario supplies the line's values.</summary>
    public bool IsInput => Role == LineRole.Input;

    /// <summary>For an input line, its cells in the order of the periods, to be named as varying; empty otherwise.</summary>
    public ImmutableArray<InputCell> Inputs { get; internal set; } = [];

    internal int Number { get; }

    internal LineRole Role { get; }

    /// <summary>For an input line, in which periods the scenario supplies a value; null for all.</summary>
    internal Func<Period, bool>? IsSupplied { get; init; }

    /// <summary>The cell in a period.</summary>
    public Formula this[Period period] => this[period.Index];

    /// <summary>The cell in the period with a number, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such period on the timeline.</exception>
    public Formula this[int period] => Kind == LineKind.Flag
        ? Formula.When(new Condition(Model.Graph, CellNode(period)), 1, 0)
        : new(Model.Graph, CellNode(period), Unit);

    /// <summary>What really happened in a period, which stands in the place of the formula; null where the cell is computed, or supplied as planned.</summary>
    public InputCell? Actual(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return IsInput ? Inputs[period.Index] is { IsActual: true } supplied ? supplied : null : actuals.GetValueOrDefault(period.Index);
    }

    /// <summary>Gives a declared line its formula.</summary>
    /// <exception cref="InvalidOperationException">The line has a formula already.</exception>
    public void Is(Func<Period, Formula> theFormula)
    {
        if (formula is not null) throw new InvalidOperationException($"Line '{Name}' has a formula already; a line has one formula, valid in every period.");
        formula = theFormula;
    }

    /// <summary>The cell of the period before, or a given amount in the first period.</summary>
    public Formula Previous(Period period, Formula atStart) => period.IsFirst ? atStart : this[period.Index - 1];

    /// <summary>The cell of the period after, or a given amount in the last period.</summary>
    public Formula Next(Period period, Formula atEnd) => period.Index == roots.Length - 1 ? atEnd : this[period.Index + 1];

    /// <summary>The sum of the cells from one period number to another, both included; zero when the first is after the last.</summary>
    public Formula Sum(int first, int last)
    {
        Formula sum = 0 * Unit;
        for (int i = first; i <= last; i++) sum += this[i];
        return sum;
    }

    /// <summary>The line's name.</summary>
    public override string ToString() => Name;

    /// <summary>Whether the scenario supplies an input line's value in a period.</summary>
    internal bool IsSuppliedIn(Period period) => IsSupplied is null || IsSupplied(period);

    internal int CellNode(int period)
    {
        if ((uint)period >= (uint)roots.Length)
            throw new ArgumentOutOfRangeException(nameof(period), period, $"Line '{Name}' has periods 0 to {roots.Length - 1}.");
        if (Role != LineRole.Input) return Model.Graph.Cell(Number, period, Sign.Unknown);
        return IsSuppliedIn(Model.Periods[period])
            ? Model.Graph.Input(Inputs[period].Slot, Inputs[period].IsPositive ? Sign.Positive : Sign.Unknown)
            : Model.Graph.Constant(0);
    }

    /// <summary>Takes what happened in the place of the formula.</summary>
    /// <exception cref="InvalidOperationException">The cell's formula has been written, and others that refer to it may have been too.</exception>
    internal void Lock(int period, InputCell actual)
    {
        if (roots[period] is not null) throw new InvalidOperationException($"Line '{Name}' has been evaluated already; lock what happened before that.");
        actuals.Add(period, actual);
    }

    /// <summary>The node behind a cell: what happened, where it is known, else the formula.</summary>
    internal int Root(int period)
    {
        int written = FormulaRoot(period);
        if (!actuals.TryGetValue(period, out var actual)) return written;
        int known = Model.Graph.Input(actual.Slot, Sign.Unknown);
        // A flag holds truth values, and an input is a number.
        return Kind == LineKind.Flag ? Model.Graph.Operation(Op.Greater, known, Model.Graph.Constant(0)) : known;
    }

    /// <summary>The node of the formula of a cell, whether it is used or not; written when first asked for.</summary>
    internal int FormulaRoot(int period)
    {
        if (roots[period] is { } known) return known;
        if (formula is null)
            throw InvalidInputException.Of($"Line '{Name}'", "it was declared but never given a formula", "call Is(...) once before the model is evaluated");
        if (writing[period])
            throw InvalidInputException.Of($"Line '{Name}'", $"its formula asks for its own text in the period ending {Model.Timeline[period].End.Iso()}", "refer to cells, line[period]");
        writing[period] = true;
        try
        {
            var written = formula(Model.Timeline[period]);
            if (written.ExactUnit is { } unit && unit != Unit)
                throw InvalidInputException.Of($"Line '{Name}'", $"its formula is counted in {unit}", $"the line is counted in {Unit}", $"period ending {Model.Timeline[period].End.Iso()}");
            int root = written.NodeIn(Model.Graph);
            roots[period] = root;
            return root;
        }
        finally
        {
            writing[period] = false;
        }
    }
}

/// <summary>What a line is called and counted in.</summary>
readonly record struct LineHeading(string Name, Unit Unit, LineKind Kind, string Source);

/// <summary>Where a line's values come from.</summary>
enum LineRole : byte
{
    /// <summary>A formula on other cells.</summary>
    Computed,

    /// <summary>A formula that may refer to the cell itself; the value solves value = formula.</summary>
    Solved,

    /// <summary>The scenario.</summary>
    Input,
}
