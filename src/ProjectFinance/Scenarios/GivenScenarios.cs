using System.Collections.Immutable;
using ProjectFinance.Evaluation;

namespace ProjectFinance.Scenarios;

/// <summary>Scenarios whose numbers are given one by one: read from a file, or made by another program.</summary>
public sealed class GivenScenarios : IScenarios
{
    readonly double[][] values;

    /// <summary>Takes the numbers as they are; they must not change afterwards.</summary>
    /// <param name="inputs">The inputs that vary.</param>
    /// <param name="values">[input][scenario], in the order of the inputs; all of one length.</param>
    /// <exception cref="InvalidInputException">There is not one row of numbers an input, the rows differ in length, or a number is not one that its input may have; of each input the first.</exception>
    public GivenScenarios(IEnumerable<InputCell> inputs, IEnumerable<double[]> values)
    {
        (Inputs, this.values) = ([.. inputs], [.. values]);
        if (this.values.Length != Inputs.Length)
            throw InvalidInputException.Of("Scenarios", $"there are {this.values.Length} rows of numbers for {Inputs.Length} inputs", "give one row of numbers for each input");
        Count = this.values.Length == 0 ? 0 : this.values[0].Length;
        for (int i = 1; i < this.values.Length; i++)
            if (this.values[i].Length != Count) throw InvalidInputException.Of("Scenarios", $"the row of '{Inputs[i]}' has {this.values[i].Length} numbers, the first has {Count}", "give every input one number a scenario");
        List<Problem> wrong = [.. Inputs.Zip(this.values, FirstProblem).OfType<Problem>()];
        if (wrong.Count > 0) throw new InvalidInputException(wrong);
    }

    /// <inheritdoc/>
    public ImmutableArray<InputCell> Inputs { get; }

    /// <inheritdoc/>
    public long? Count { get; }

    /// <inheritdoc/>
    public IScenarioFiller CreateFiller() => new Filler(values);

    static Problem? FirstProblem(InputCell input, double[] row) =>
        Array.FindIndex(row, value => input.Problem(value) is not null) is var scenario and >= 0 ? input.Problem(row[scenario])! with { Where = FormattableString.Invariant($"scenario {scenario}") } : null;

    sealed class Filler(double[][] values) : IScenarioFiller
    {
        public void Fill(long first, int count, Evaluator evaluator)
        {
            for (int i = 0; i < values.Length; i++) values[i].AsSpan((int)first, count).CopyTo(evaluator.Input(i));
        }
    }
}
