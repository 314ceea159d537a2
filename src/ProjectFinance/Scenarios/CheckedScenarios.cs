using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using ProjectFinance.Evaluation;

namespace ProjectFinance.Scenarios;

/// <summary>
/// Scenarios of somebody else's making, each value looked at before anything is computed of it. Minima, maxima and conditions lose sight of what is not a number, so results may
/// look sound that are not.
/// </summary>
sealed class CheckedScenarios : IScenarios
{
    readonly IScenarios scenarios;

    CheckedScenarios(IScenarios scenarios) => this.scenarios = scenarios;

    /// <inheritdoc/>
    public ImmutableArray<InputCell> Inputs => scenarios.Inputs;

    /// <inheritdoc/>
    public long? Count => scenarios.Count;

    /// <summary>The scenarios, checked where they are not known to be good.</summary>
    internal static IScenarios Of(IScenarios scenarios) => scenarios is GivenScenarios or DrawnScenarios ? scenarios : new CheckedScenarios(scenarios);

    /// <inheritdoc/>
    public IScenarioFiller CreateFiller() => new Filler(scenarios.CreateFiller(), Inputs);

    sealed class Filler(IScenarioFiller filler, ImmutableArray<InputCell> inputs) : IScenarioFiller
    {
        public void Fill(long first, int count, Evaluator evaluator)
        {
            filler.Fill(first, count, evaluator);
            int until = count;
            Problem? wrong = null;
            foreach (var (i, input) in inputs.Index())
                if (FirstWrong(input, evaluator.Input(i)[..until]) is var at and >= 0) (until, wrong) = (at, input.Problem(evaluator.Input(i)[at]));
            if (wrong is not null) throw new InvalidInputException(wrong with { Where = FormattableString.Invariant($"scenario {first + until}") });
        }

        static int FirstWrong(InputCell input, ReadOnlySpan<double> row)
        {
            var (above, below) = (Vector512.Create(input.IsPositive ? 0 : double.NegativeInfinity), Vector512.Create(double.PositiveInfinity));
            int i = 0;
            while (row.Length - i >= Vector512<double>.Count && Vector512.Create(row[i..]) is var values && Vector512.GreaterThanAll(values, above) && Vector512.LessThanAll(values, below)) i += Vector512<double>.Count;
            for (; i < row.Length; i++)
                if (input.Problem(row[i]) is not null) return i;
            return -1;
        }
    }
}
