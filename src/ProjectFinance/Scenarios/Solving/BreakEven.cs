using System.Collections.Immutable;
using ProjectFinance.Evaluation;
using ProjectFinance.Results;

namespace ProjectFinance.Scenarios;

/// <summary>
/// Finds the number at which conditions on a model begin or end to hold, when the number moves some of its inputs: "which gold price keeps the lowest DSCR at 1.20 or
/// more?". The range is looked at throughout first, so that several answers, none, and jumps are told apart; then each stretch over which something changes is narrowed.
/// </summary>
public sealed class BreakEven
{
    readonly Model model;
    readonly SolveOptions options;
    readonly TargetMargins condition;
    readonly Lazy<Runner> runner;

    /// <summary>Prepares the question; nothing is looked for yet.</summary>
    /// <param name="model">The model.</param>
    /// <param name="vary">The inputs, as people name them: a series of the market, an input line, one of its cells as LINE@DATE, or a single number.</param>
    /// <param name="targets">What is to hold: one condition, or several together.</param>
    /// <param name="options">How to look. The default is what <see cref="SolveOptions"/> say.</param>
    /// <exception cref="InvalidInputException">An output or the input does not exist, they have nothing to do with each other, or the range cannot be used; every problem at once.</exception>
    public BreakEven(Model model, string vary, IEnumerable<Target> targets, SolveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(vary);
        ArgumentNullException.ThrowIfNull(targets);
        (this.model, this.options) = (model, options ?? new());
        var gather = new Gather();
        TargetMargins? read = null;
        gather.Try(() => InputGroup.Find(model, vary));
        gather.Try(() => read = TargetMargins.Of(model, [.. targets]));
        gather.Throw();
        condition = read!;
        Varied = VariationChoice.Of(model, vary, condition.Outputs, this.options);
        runner = new(() => new Runner(model));
    }

    /// <summary>What is varied, and over which numbers.</summary>
    public Variation Varied { get; }

    /// <summary>The conditions.</summary>
    public ImmutableArray<Target> Targets => condition.Targets;

    /// <summary>Looks for the answer where every other input has its usual value.</summary>
    /// <exception cref="InvalidInputException">An output cannot be computed somewhere in the range.</exception>
    public Solution Solve()
    {
        var grid = Grid.Of(Varied, options.Parts ?? 1024);
        var lanes = new UsualLanes(model.Compile(condition.Outputs, Varied.Inputs), Varied, condition);
        var margins = new double[grid.Length];
        lanes.Margins(grid.AsSpan(), margins);
        var cells = Changes(grid, margins);
        var brackets = cells.ToArray();
        long evaluations = grid.Length + BracketSearch.Narrow(brackets, Grid.Tolerance(Varied, options.Tolerance), Varied.Step > 0, lanes.Margins);
        // A value that is taken and left again at once is crossed twice at one number.
        var crossings = brackets.Select((bracket, i) => CrossingOf.Bracket(bracket, cells[i], Varied, condition)).DistinctBy(crossing => crossing.Value);
        return Certified([.. crossings.Concat(condition.IsExact && cells.Count == 0 ? Touched(grid, margins) : [])], grid, margins, evaluations);
    }

    /// <summary>Looks for the answer in each of many scenarios; what a scenario says of the inputs varied is what a factor or an addition moves, and what a level replaces.</summary>
    /// <param name="scenarios">The scenarios.</param>
    /// <param name="count">How many, from the first. The default is all there are.</param>
    /// <param name="first">The number of the first. The default is 0.</param>
    /// <param name="width">Scenarios in a block, which changes no bit of the result. The default is 256.</param>
    /// <exception cref="InvalidInputException">There is no end to the scenarios and no count is given, or an output cannot be computed in one of them.</exception>
    public ScenarioSolutions Solve(IScenarios scenarios, int? count = null, long first = 0, int width = Evaluator.DefaultWidth)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        long wanted = count ?? scenarios.Count - first ?? throw InvalidInputException.Of("Scenarios", "there is no end to them", "say how many to look at");
        if (wanted < 1 || first < 0 || first + wanted > (scenarios.Count ?? long.MaxValue)) throw InvalidInputException.Of("Scenarios", FormattableString.Invariant($"{wanted} are asked for, from number {first}"), $"there are {scenarios.Count?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "any number"}, from number 0; ask for at least one");
        return ScenarioSearch.Run(model, Varied, condition, options, CheckedScenarios.Of(scenarios), first, checked((int)wanted), width);
    }

    static List<Bracket> Changes(ImmutableArray<double> grid, double[] margins)
    {
        var found = new List<Bracket>();
        for (int i = 1; i < grid.Length; i++)
            if (margins[i - 1] >= 0 != margins[i] >= 0) found.Add(new(grid[i - 1], grid[i], margins[i - 1], margins[i]));
        return found;
    }

    // A value that is only touched changes no sign; it is found where a number looked at happens to meet it.
    IEnumerable<Crossing> Touched(ImmutableArray<double> grid, double[] margins) =>
        from i in Enumerable.Range(0, grid.Length)
        where margins[i] == 0
        select new Crossing(Varied.NumberAt(grid[i]), Varied.NumberAt(grid[i]), false, false, 0);

    Solution Certified(ImmutableArray<Crossing> crossings, ImmutableArray<double> grid, double[] margins, long evaluations)
    {
        var answer = CrossingOf.Preferred(crossings, options.Prefer, Varied.Usual);
        double closest = Varied.NumberAt(grid[Array.IndexOf(margins, condition.IsExact ? margins.MinBy(Math.Abs) : margins.Max())]);
        var run = answer is null ? null : runner.Value.Run(Varied.Changes(answer.Value));
        return new()
        {
            Targets = Targets, Varied = Varied, Answer = answer, Crossings = crossings,
            Outcome = answer is null ? condition.IsExact || margins[0] < 0 ? SolveOutcome.NeverHolds : SolveOutcome.HoldsThroughout : answer.IsJump ? SolveOutcome.Jump : SolveOutcome.Found,
            Usually = condition.In(runner.Value.Run()),
            AtAnswer = run is null ? [] : condition.In(run),
            AtNeighbour = answer is null ? [] : condition.In(runner.Value.Run(Varied.Changes(answer.Neighbour))),
            ChecksPassed = run?.Passed ?? true,
            HoldsAtFrom = !condition.IsExact && margins[0] >= 0, HoldsAtTo = !condition.IsExact && margins[^1] >= 0,
            Closest = closest, AtClosest = condition.In(runner.Value.Run(Varied.Changes(closest))),
            Scanned = grid.Length, Evaluations = evaluations,
        };
    }
}
