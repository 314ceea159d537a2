using System.Collections.Immutable;
using ProjectFinance.Evaluation;
using ProjectFinance.Results;
using static ProjectFinance.Formula;

namespace ProjectFinance.Scenarios;

/// <summary>What is computed in every scenario: one program for the figures (the outputs, then the cells of the bands) and, behind them, the first dates of breaches and defaults.</summary>
sealed class SimulationPlan
{
    /// <summary>How many scenarios are counted together. Part of the result: sums are rounded within a block, and never between blocks.</summary>
    internal const int Block = 4096;

    SimulationPlan(SimulationHeading heading, Program program, IScenarios scenarios) => (Heading, Program, Scenarios, Anchors) = (heading, program, scenarios, [.. AnchorsOf(program, scenarios, heading)]);

    internal SimulationHeading Heading { get; }

    internal Program Program { get; }

    internal IScenarios Scenarios { get; }

    /// <summary>[output or cell of a band] the value in scenario 0.</summary>
    internal ImmutableArray<double> Anchors { get; }

    /// <summary>How many blocks so many scenarios come in; the last may be short.</summary>
    internal static long BlocksOf(long paths) => (paths + Block - 1) / Block;

    /// <summary>Compiles what is asked for.</summary>
    /// <param name="model">The model.</param>
    /// <param name="deal">What the deal is called.</param>
    /// <param name="scenarios">The scenarios, for the inputs that what is asked for depends on.</param>
    /// <param name="options">What is asked for.</param>
    /// <exception cref="InvalidInputException">The options, the scenarios or the model cannot be used; every problem at once.</exception>
    internal static SimulationPlan Of(Model model, string deal, Func<ImmutableArray<InputCell>, IScenarios> scenarios, SimulationOptions options)
    {
        var gather = new Gather();
        gather.Add(options.Problems());
        List<ChosenOutput> outputs = [];
        List<Line> bands = [];
        gather.Try(() => outputs = Gather.Each(options.Outputs, (text, _) => Named(model, ChosenOutput.Parse(text))));
        gather.Try(() => bands = [.. Gather.Each(options.Bands, (pattern, _) => LinePattern.Find(model, pattern)).SelectMany(lines => lines).Distinct()]);
        var events = EventsOf(model).ToList();
        // Where nothing can be asked for, what is wrong with the scenarios is told all the same.
        if (gather.HasFound) gather.Try(() => scenarios([]));
        gather.Throw();
        outputs = [.. outputs.Distinct()];
        if (outputs.Count + bands.Count + events.Count == 0) throw InvalidInputException.Of("Outputs", "nothing is asked for", "name outputs, such as lowest Ratios / DSCR, or bands");
        var heading = new SimulationHeading
        {
            Deal = deal, Engine = Engine.Version, Paths = options.Paths, Identity = options.Identity, Quantiles = [.. options.Quantiles.Distinct().Order()], Tail = options.Tail, Ends = [.. model.Periods.Select(t => t.End)],
            Outputs = [.. outputs.Select(output => (output, Line: model.Find(output.Line))).Select(one => new FigureHeading(one.output.ToString(), one.Line.Name, one.Line.Unit, one.Line.Kind))],
            Events = [.. events.Select(one => one.Heading)],
            Bands = [.. bands.Select(line => new FigureHeading(line.Name, line.Name, line.Unit, line.Kind))],
        };
        ImmutableArray<Formula> wanted = [.. outputs.Select(output => output.Find(model)), .. bands.SelectMany(line => model.Periods.Select(t => line[t])), .. events.Select(one => one.First)];
        var drawn = scenarios(model.InputsOf(wanted));
        if (drawn.Count is { } count && count < options.Paths)
            throw InvalidInputException.Of("Scenarios", FormattableString.Invariant($"there are {count}, and {options.Paths} are to be simulated"), "simulate as many as there are, or fewer");
        return new(heading, model.Compile(wanted, drawn.Inputs), drawn);
    }

    /// <summary>What a figure is called.</summary>
    internal string NameOf(int figure)
    {
        if (figure < Heading.Outputs.Length) return Heading.Outputs[figure].Name;
        var (band, period) = Math.DivRem(figure - Heading.Outputs.Length, Heading.Ends.Length);
        return $"{Heading.Bands[band].Name}@{Heading.Ends[period].Iso()}";
    }

    /// <summary>The output under its one name: with the measure that suits the line, and the end of the column that a day falls in.</summary>
    static ChosenOutput Named(Model model, ChosenOutput output)
    {
        var line = output.LineIn(model);
        return output with { Measure = output.MeasureOf(line), On = output.On is { } day ? model.Timeline.Containing(day).End : null };
    }

    static IEnumerable<double> AnchorsOf(Program program, IScenarios scenarios, SimulationHeading heading)
    {
        var evaluator = program.CreateEvaluator(1);
        scenarios.CreateFiller().Fill(0, 1, evaluator);
        evaluator.Run(1);
        return Enumerable.Range(0, program.OutputCount - heading.Events.Length).Select(figure => evaluator.Output(figure)[0]);
    }

    static IEnumerable<(EventHeading Heading, Formula First)> EventsOf(Model model) =>
        Kind(SimulatedEvent.Breach, "Any breach", Breach.LinesOf(model))
            .Concat(Kind(SimulatedEvent.Default, "Any event of default", Breach.DefaultsOf(model)))
            .Concat(model.TryFind(Modelling.Defaults.Accelerated) is { } accelerated ? [(new("Acceleration", accelerated.Name, SimulatedEvent.Acceleration), FirstOf(accelerated))] : []);

    static IEnumerable<(EventHeading, Formula)> Kind(SimulatedEvent kind, string any, IEnumerable<Line> lines)
    {
        var each = lines.Select(line => (new EventHeading(line.Name[(line.Section.Length + 3)..], line.Name, kind), First: FirstOf(line))).ToList();
        return each.Count == 0 ? [] : each.Prepend((new EventHeading(any, "", kind), each.Select(one => one.First).Aggregate(Min)));
    }

    /// <summary>The number of the first period in which a line is not zero; positive infinity for none.</summary>
    static Formula FirstOf(Line line)
    {
        // From the first period on, so that no condition is kept until the last one is known.
        Formula never = double.PositiveInfinity, first = never;
        foreach (var t in line.Model.Periods) first = Min(first, When(Holds(line, t), t.Index, never));
        return first;
    }

    static Condition Holds(Line line, Period t) => line.Kind == LineKind.Flag ? new Flag(line)[t] : line[t] > 0 | line[t] < 0;
}
