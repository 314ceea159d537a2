using System.Collections.Immutable;
using ProjectFinance.Evaluation;

namespace ProjectFinance.Scenarios;

/// <summary>An output of a model with the program of its derivatives by everything it depends on.</summary>
sealed class DifferentiatedOutput
{
    readonly Program program;

    /// <summary>Compiles the derivatives of an output.</summary>
    /// <exception cref="InvalidInputException">The model has no such output, it is a condition, it depends on no input, or an input has no usual value; every problem at once.</exception>
    internal DifferentiatedOutput(Model model, ChosenOutput output)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(output);
        (Model, Output) = (model, output);
        if (output.LineIn(model) is { Kind: LineKind.Flag } flag)
            throw InvalidInputException.Of($"Output '{output}'", $"'{flag.Name}' holds or does not hold; it has no derivative", "name a line of numbers, such as the headroom of a covenant");
        var formula = output.Find(model);
        Inputs = model.InputsOf([formula]);
        if (Inputs.IsEmpty) throw InvalidInputException.Of($"Output '{output}'", "it depends on no input", "name a line that prices, rates or terms of the deal can change");
        Planned = [.. Gather.Each(Inputs, (input, _) => Usable(input))];
        program = model.CompileGradient(formula, Inputs);
    }

    internal Model Model { get; }

    internal ChosenOutput Output { get; }

    internal ImmutableArray<InputCell> Inputs { get; }

    /// <summary>The usual values, [input].</summary>
    internal ImmutableArray<double> Planned { get; }

    /// <summary>The value and the derivatives as planned.</summary>
    /// <exception cref="InvalidInputException">The output does not apply, or is not a number.</exception>
    internal double[] AtPlan()
    {
        var values = program.Evaluate(Planned.AsSpan());
        return double.IsFinite(values[0]) ? values
            : throw InvalidInputException.Of($"Output '{Output}'", double.IsNaN(values[0]) ? "it is not a number as planned" : "it does not apply in this deal as planned", "name an output that has a value, such as a ratio while debt is owed");
    }

    /// <summary>The output in several scenarios at once.</summary>
    /// <param name="changes">For each scenario the inputs, by number, that differ from plan.</param>
    internal double[] Values(IReadOnlyList<IEnumerable<(int Input, double Value)>> changes)
    {
        double[][] rows = [.. Planned.Select(planned => Enumerable.Repeat(planned, changes.Count).ToArray())];
        for (int s = 0; s < changes.Count; s++)
            foreach (var (input, value) in changes[s]) rows[input][s] = value;
        var outputs = new double[1][];
        outputs[0] = new double[changes.Count];
        Model.Compile([Output.Find(Model)], Inputs).Evaluate(rows, outputs);
        return outputs[0];
    }

    static double Usable(InputCell input) => input.Problem(input.Value) is { } problem ? throw new InvalidInputException(problem) : input.Value;
}
