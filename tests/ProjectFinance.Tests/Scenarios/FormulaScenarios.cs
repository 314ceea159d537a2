using System.Collections.Immutable;
using ProjectFinance.Evaluation;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>Scenarios whose numbers are a function of the scenario and the input.</summary>
sealed class FormulaScenarios(IEnumerable<InputCell> inputs, Func<long, int, double> value, long? count = null) : IScenarios
{
    public ImmutableArray<InputCell> Inputs { get; } = [.. inputs];

    public long? Count { get; } = count;

    public IScenarioFiller CreateFiller() => new Filler(Inputs.Length, value);

    /// <summary>A number from 0 to 1, the same for the same scenario and input: SplitMix64 (Steele, Lea, Flood, 2014).</summary>
    public static double Uniform(long scenario, int input)
    {
        ulong z = (ulong)scenario * 0x9E3779B97F4A7C15UL + (ulong)input * 0xD1B54A32D192ED03UL + 1;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    sealed class Filler(int inputs, Func<long, int, double> value) : IScenarioFiller
    {
        public void Fill(long first, int count, Evaluator evaluator)
        {
            for (int i = 0; i < inputs; i++)
            for (int s = 0; s < count; s++) evaluator.Input(i)[s] = value(first + s, i);
        }
    }
}
