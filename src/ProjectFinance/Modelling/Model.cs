using System.Collections.Immutable;
using ProjectFinance.Modelling;
using ProjectFinance.Time;

namespace ProjectFinance;

/// <summary>
/// A deal laid out as named lines on a timeline, in an order a reader can follow. Lines are written with ordinary C# formulas;
/// lines of one's own stand beside those of the library and are treated alike.
/// </summary>
public sealed class Model
{
    readonly List<Line> lines = [];
    readonly Dictionary<string, Line> byName = new(StringComparer.Ordinal);
    readonly HashSet<string> names = new(StringComparer.Ordinal);
    readonly List<InputCell> inputs = [];
    readonly List<Parameter> parameters = [];
    readonly List<Milestone> milestones = [];
    readonly List<Obligation> obligations = [];
    bool complete;

    /// <summary>Begins a model with no lines.</summary>
    /// <param name="timeline">The columns of the model.</param>
    /// <param name="market">Where inputs such as prices take their usual values from. The default is a market that knows nothing.</param>
    public Model(Timeline timeline, Market? market = null)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        (Timeline, Market) = (timeline, market ?? Market.Empty);
    }

    /// <summary>The columns.</summary>
    public Timeline Timeline { get; }

    /// <summary>The rates and prices that inputs take their usual values from.</summary>
    public Market Market { get; }

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<Period> Periods => Timeline.Periods;

    /// <summary>Every line, in the order written.</summary>
    public IReadOnlyList<Line> Lines => lines;

    /// <summary>Every single number that scenarios may change, in the order written.</summary>
    public IReadOnlyList<Parameter> Parameters => parameters;

    /// <summary>Every milestone, in the order written.</summary>
    public IReadOnlyList<Milestone> Milestones => milestones;

    /// <summary>Everything owed, in the order written.</summary>
    public IReadOnlyList<Obligation> Obligations => obligations;

    /// <summary>Everything a scenario may supply: the parameters, and the cells of the input lines.</summary>
    public IReadOnlyList<InputCell> Inputs => inputs;

    internal Graph Graph { get; } = new();

    /// <summary>Writes a line.</summary>
    /// <param name="name">Section and title, unique in the model: "Project loan / Interest".</param>
    /// <param name="unit">What its values are counted in.</param>
    /// <param name="formula">The one formula, asked once for each period.</param>
    /// <param name="kind">How periods come together. The default is <see cref="LineKind.Flow"/>.</param>
    /// <param name="source">The clause or reason it comes from.</param>
    /// <exception cref="InvalidInputException">A line of that name exists, or the kind is <see cref="LineKind.Flag"/>, which only <see cref="Flag"/> writes.</exception>
    public Line Line(string name, Unit unit, Func<Period, Formula> formula, LineKind kind = LineKind.Flow, string source = "") =>
        Add(new(name, unit, kind, source), LineRole.Computed, formula);

    /// <summary>Announces a line whose formula follows later with <see cref="ProjectFinance.Line.Is"/>, so that others can refer to it.</summary>
    /// <inheritdoc cref="Line"/>
    public Line Declare(string name, Unit unit, LineKind kind = LineKind.Flow, string source = "") =>
        Add(new(name, unit, kind, source), LineRole.Computed, null);

    /// <summary>
    /// Writes a line whose formula may refer, through other lines, to the cell itself: a draw that must also fund the interest it causes.
    /// The value solves value = formula by Newton's method on the formula's own derivative; a check line carries the residual.
    /// </summary>
    /// <remarks>
    /// Exact in one step where the formula is affine, and in as many more as it has kinks (minima, maxima, conditions) between the
    /// first guess, zero, and the solution, up to four.
    /// </remarks>
    /// <inheritdoc cref="Line"/>
    public Line Unknown(string name, Unit unit, Func<Period, Formula> formula, LineKind kind = LineKind.Flow, string source = "")
    {
        var line = Unknown(name, unit, kind, source);
        line.Is(formula);
        return line;
    }

    /// <summary>Announces a line as <see cref="Unknown(string, Unit, Func{Period, Formula}, LineKind, string)"/> writes it, whose formula follows later.</summary>
    /// <inheritdoc cref="Unknown(string, Unit, Func{Period, Formula}, LineKind, string)"/>
    public Line Unknown(string name, Unit unit, LineKind kind = LineKind.Flow, string source = "")
    {
        var line = Add(new(name, unit, kind, source), LineRole.Solved, null);
        Check($"Checks / {name} solves its formula", unit, t => new Formula(Graph, line.Root(t.Index), unit) - line[t]);
        return line;
    }

    /// <summary>Writes a line that must be zero in every period.</summary>
    /// <inheritdoc cref="Line"/>
    public Line Check(string name, Unit unit, Func<Period, Formula> formula, string source = "") => Line(name, unit, formula, LineKind.Check, source);

    /// <summary>Writes a row of conditions.</summary>
    /// <inheritdoc cref="Line"/>
    public Flag Flag(string name, Func<Period, Condition> condition, string source = "") =>
        new(Place(new(name, Unit.None, LineKind.Flag, source), LineRole.Computed, t => Formula.OfTruth(condition(t), Graph)));

    /// <summary>Writes a line whose values the scenario supplies.</summary>
    /// <param name="name">The name, unique in the model.</param>
    /// <param name="unit">What its values are counted in.</param>
    /// <param name="values">The usual value in a period, asked only where a formula reads the cell; null where there is none.</param>
    /// <param name="source">Where the usual values come from.</param>
    /// <param name="positive">Whether every value is above zero, so that it may be divided by; runs refuse other values, programs rely on it. The default is false.</param>
    /// <param name="kind">How periods come together. The default is <see cref="LineKind.Level"/>, as for rates and prices.</param>
    /// <param name="when">In which periods there is a value to supply, such as those in which a rate is fixed; the line is zero in the others. The default is all.</param>
    /// <param name="observes">What of the market a value in a period stands for. The default is nothing.</param>
    public Line Input(
        string name, Unit unit, Func<Period, double?> values, string source = "", bool positive = false, LineKind kind = LineKind.Level, Func<Period, bool>? when = null,
        Func<Period, Observation?>? observes = null)
    {
        var line = Add(new(name, unit, kind, source), LineRole.Input, null, when);
        line.Inputs = [.. Periods.Select(t => NewInput(new InputCell(name, t, unit, source) { Usual = () => values(t), IsPositive = positive, Observes = () => observes?.Invoke(t) }))];
        line.Is(t => line[t]);
        return line;
    }

    /// <summary>Writes a single number that scenarios may change.</summary>
    /// <param name="name">The name, unique in the model: "Project loan / Commitment".</param>
    /// <param name="value">Its usual value, with its unit.</param>
    /// <param name="source">Where the value comes from.</param>
    /// <param name="positive">Whether it is above zero in every scenario, so that it may be divided by. The default is false.</param>
    public Parameter Parameter(string name, Quantity value, string source = "", bool positive = false)
    {
        Reserve(name, null);
        var cell = NewInput(new InputCell(name, null, value.Unit, source) { Usual = () => value.Value, IsPositive = positive });
        var parameter = new Parameter(Graph, cell, positive ? Sign.Positive : Sign.Unknown);
        parameters.Add(parameter);
        return parameter;
    }

    /// <summary>
    /// Locks a cell to what really happened: its formula stays as written, to be explained and compared, but everything that refers to the cell takes the actual. The cell becomes an input that nothing
    /// moves by itself.
    /// </summary>
    /// <param name="line">A line of the model, computed, solved or supplied; a check cannot be locked.</param>
    /// <param name="period">The period.</param>
    /// <param name="value">What happened, in the line's unit; 1 for a condition that held, 0 for one that did not.</param>
    /// <param name="source">Where it is known from: "bank statement 1997-03". The default is empty.</param>
    /// <returns>The input that the cell has become.</returns>
    /// <exception cref="InvalidInputException">The line is a check, has no value to supply in the period, the value is not one that it may have, or the cell is locked already.</exception>
    /// <exception cref="InvalidOperationException">The line's formula has been evaluated already.</exception>
    public InputCell Lock(Line line, Period period, double value, string source = "")
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(period);
        if (line.Model != this) throw new ArgumentException($"Line '{line.Name}' belongs to another model.", nameof(line));
        InputCell cell = (line.IsInput ? line.Inputs[period.Index] : new(line.Name, period, line.Unit, source)) with { Usual = () => value };
        var wrong = line.Kind == LineKind.Check ? "it is a check, which is computed and never happens"
            : line.Actual(period) is not null ? "it is locked already"
            : line.IsInput && !line.IsSuppliedIn(period) ? "it has no value in that column" : null;
        if (wrong is not null) throw InvalidInputException.Of($"Actual of '{line.Name}'", wrong, "lock each cell of a flow, a balance, a condition or an input once", $"{period}");
        if (cell.Problem(value) is { } problem) throw new InvalidInputException(problem);
        if (line.IsInput) return Known(cell, source);
        var known = NewInput(cell with { IsActual = true });
        line.Lock(period.Index, known);
        return known;
    }

    /// <summary>Marks an input as known: its usual value is what happened.</summary>
    internal InputCell Known(InputCell cell, string source)
    {
        return Restate(cell with { IsActual = true, Source = source, Observes = () => cell.Observed is { } seen ? seen with { LooksUp = null } : null });
    }

    /// <summary>Says something else of an input than when it was written.</summary>
    internal InputCell Restate(InputCell cell)
    {
        inputs[cell.Slot] = cell;
        if (cell.Period is { } period && byName[cell.Name] is var line) line.Inputs = line.Inputs.SetItem(period.Index, cell);
        else if (cell.Period is null) parameters.Find(parameter => parameter.Input.Slot == cell.Slot)!.Input = cell;
        return cell;
    }

    /// <summary>Writes a milestone: an event the contract turns on, whose date may differ by scenario.</summary>
    /// <param name="name">The event: "Completion".</param>
    /// <param name="expected">When it is reached; null for never.</param>
    /// <param name="source">The clause that defines it.</param>
    /// <param name="longstop">The last day by which it is agreed to be reached; explanations name it. The default is none.</param>
    public Milestone Milestone(string name, NodaTime.LocalDate? expected, string source = "", NodaTime.LocalDate? longstop = null)
    {
        var milestone = new Milestone(this, name, expected, source) { Longstop = longstop };
        milestones.Add(milestone);
        return milestone;
    }

    /// <summary>Announces a milestone that is reached when a test first holds, so that scenarios may differ; <see cref="ProjectFinance.Milestone.ReachedWhen"/> gives the test.</summary>
    /// <param name="name">The event: "Completion".</param>
    /// <param name="source">The clause that defines it.</param>
    /// <param name="longstop">The last day by which it is agreed to be reached; explanations name it. The default is none.</param>
    public Milestone MilestoneByTest(string name, string source = "", NodaTime.LocalDate? longstop = null)
    {
        var milestone = new Milestone(this, name, source) { Longstop = longstop };
        milestones.Add(milestone);
        return milestone;
    }

    /// <summary>Writes something owed, as the lines "NAME due", "NAME paid" and "NAME overdue".</summary>
    /// <param name="name">What is owed: "Project loan / Interest".</param>
    /// <param name="unit">What it is paid in.</param>
    /// <param name="charge">What newly falls due in a period. Not negative.</param>
    /// <param name="source">The clause it comes from.</param>
    public Obligation Obligation(string name, Unit unit, Func<Period, Formula> charge, string source = "")
    {
        var obligation = new Obligation(this, name, unit, charge, source);
        obligations.Add(obligation);
        return obligation;
    }

    /// <summary>The line with a name.</summary>
    /// <exception cref="InvalidInputException">There is none; the message names the nearest.</exception>
    public Line Find(string name) => TryFind(name)
        ?? throw InvalidInputException.Of($"Line '{name}'", "the model has no line of that name", Nearest.Hint(name, lines.Select(l => l.Name)));

    /// <summary>The line with a name, or null.</summary>
    public Line? TryFind(string name) => byName.GetValueOrDefault(name);

    /// <summary>The milestone with a name.</summary>
    /// <exception cref="InvalidInputException">There is none; the message names the nearest.</exception>
    public Milestone FindMilestone(string name) => milestones.Find(m => m.Name == name)
        ?? throw InvalidInputException.Of($"Milestone '{name}'", "the model has no milestone of that name", Nearest.Hint(name, milestones.Select(m => m.Name)));

    /// <summary>Writes every cell's formula and looks for circular references; further calls do nothing unless lines were added.</summary>
    /// <exception cref="InvalidInputException">Every problem in every line's formula, and every circular reference, at once.</exception>
    public void Complete()
    {
        if (complete) return;
        var problems = new List<(Problem Problem, Line At)>();
        // A formula may itself write lines, such as the price it is the first to ask for.
        for (int done = 0, upTo = lines.Count; done < upTo; done = upTo, upTo = lines.Count)
            foreach (var period in Periods)
            foreach (var line in lines[done..upTo])
            {
                try { line.Root(period.Index); }
                catch (InvalidInputException found) { problems.AddRange(found.Problems.Select(p => (p.Where.Length > 0 ? p : p with { Where = $"line '{line.Name}', period ending {period.End.Iso()}" }, line))); }
            }
        if (problems.Count > 0) throw new InvalidInputException(Merged(problems));
        var loops = Circularity.Find(this).ToList();
        if (loops.Count > 0) throw new InvalidInputException(loops);
        complete = true;
    }

    // The same mistake in forty periods is one mistake; in two lines it is two, unless it is about a line they both read.
    static ImmutableArray<Problem> Merged(List<(Problem Problem, Line At)> problems) =>
        [.. problems.GroupBy(p => (p.Problem.Subject, p.Problem.Fact, p.Problem.Allowed, p.Problem.Subject.StartsWith("Line '", StringComparison.Ordinal) ? null : p.At)).Select(g => g.First().Problem)];

    InputCell NewInput(InputCell cell)
    {
        var numbered = cell with { Slot = inputs.Count };
        inputs.Add(numbered);
        return numbered;
    }

    Line Add(LineHeading heading, LineRole role, Func<Period, Formula>? formula, Func<Period, bool>? when = null) => heading.Kind != LineKind.Flag
        ? Place(heading, role, formula, when)
        : throw InvalidInputException.Of($"Line '{heading.Name}'", "it holds numbers and cannot be a flag", "write conditions with Model.Flag, numbers as a flow or a level");

    Line Place(LineHeading heading, LineRole role, Func<Period, Formula>? formula, Func<Period, bool>? when = null)
    {
        var line = new Line(this, lines.Count, heading, role, formula) { IsSupplied = when };
        Reserve(heading.Name, line);
        lines.Add(line);
        complete = false;
        return line;
    }

    void Reserve(string name, Line? line)
    {
        if (string.IsNullOrWhiteSpace(name)) throw InvalidInputException.Of("Line", "it has no name", "give a section and a title: 'Project loan / Interest'");
        if (!names.Add(name))
            throw InvalidInputException.Of($"Line '{name}'", "the model has a line or parameter of that name already", "names are unique in a model");
        if (line is not null) byName.Add(name, line);
    }
}
