using System.Collections.Frozen;
using System.Collections.Immutable;
using ProjectFinance.Evaluation;

namespace ProjectFinance.Results;

/// <summary>
/// A model compiled once so that every line can be computed for any values of its inputs: for the plan, for a changed price, for a later
/// Completion. Immutable; any number of threads may use one runner.
/// </summary>
public sealed class Runner
{
    readonly Program program;
    readonly ImmutableArray<double> usual;
    readonly ImmutableArray<Line> lines;
    readonly FrozenDictionary<int, int> rows;

    /// <summary>Compiles a model.</summary>
    /// <exception cref="InvalidInputException">The model has problems or misses input values; every one at once.</exception>
    public Runner(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = model;
        model.Complete();
        lines = [.. model.Lines];
        var cells = lines.SelectMany(line => model.Periods.Select(t => line[t])).ToList();
        var inputs = model.InputsOf(cells);
        usual = [.. Gather.Each(inputs, (input, _) => Usable(input))];
        rows = inputs.Index().ToFrozenDictionary(x => x.Item.Slot, x => x.Index);
        program = model.Compile(cells, inputs);
    }

    /// <summary>The model.</summary>
    public Model Model { get; }

    /// <summary>What may be changed from run to run: every input that a line depends on.</summary>
    public ImmutableArray<InputCell> Inputs => program.Inputs;

    /// <summary>How many operations a run takes.</summary>
    public int InstructionCount => program.InstructionCount;

    /// <summary>Computes every line.</summary>
    /// <param name="changes">Inputs that differ from their usual values. The default is none.</param>
    /// <exception cref="InvalidInputException">A changed input is not one of <see cref="Inputs"/>, or a line cannot be computed; every problem at once.</exception>
    public Run Run(IReadOnlyDictionary<InputCell, double>? changes = null)
    {
        double[] inputs = [.. usual];
        if (changes is not null) Change(inputs, changes);
        var values = program.Evaluate(inputs);
        Refuse(values);
        return new Run(Model, values, Inputs, [.. inputs]);
    }

    static double Usable(InputCell input) => input.Problem(input.Value) is { } problem ? throw new InvalidInputException(problem) : input.Value;

    void Change(double[] inputs, IReadOnlyDictionary<InputCell, double> changes)
    {
        var gather = new Gather();
        foreach (var (input, value) in changes)
        {
            if (input.Problem(value) is { } problem) gather.Add([problem]);
            if (rows.TryGetValue(input.Slot, out int row) && Inputs[row] == input) inputs[row] = value;
            else gather.Add([new($"Input '{input}'", "no line of the model depends on it", "change one of the inputs that Runner.Inputs lists")]);
        }
        gather.Throw();
    }

    void Refuse(double[] values)
    {
        if (!Array.Exists(values, double.IsNaN)) return;
        int periods = Model.Periods.Count;
        throw new InvalidInputException(values.Index().Where(v => double.IsNaN(v.Item)).Take(20).Select(v => new Problem(
            $"Line '{lines[v.Index / periods].Name}'", "it cannot be computed: the result is not a number", "the inputs must be finite numbers", $"period {Model.Periods[v.Index % periods]}")));
    }
}
