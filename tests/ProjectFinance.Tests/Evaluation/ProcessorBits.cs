using System.Globalization;
using ProjectFinance.Benchmarks.Yardstick;
using ProjectFinance.Evaluation;
using ProjectFinance.Randomness;
using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Scenarios;

namespace ProjectFinance.Tests.Evaluation;

/// <summary>A hash of the bits of every kind of random number, of scenarios drawn from them, and of a deal evaluated in both tiers.</summary>
static class ProcessorBits
{
    const int Count = 4_099;

    internal static string Hash()
    {
        double[] even = new double[Count], odd = new double[Count], sobol = new double[Count];
        ulong hash = 14695981039346656037;
        new PhiloxUniforms(Randomness.Seeds.First).Fill(uint.MaxValue - 1_000L, 4, even, odd);
        new SobolUniforms(Randomness.Seeds.First, 50).Fill(1_003, 49, sobol);
        Add(even, odd, sobol);
        InverseNormal.Apply(even);
        InverseNormal.Apply(sobol);
        new GammaQuantile(4, 15).Apply(odd);
        Add(even, odd, sobol);
        Exponential.Apply(even);
        Logarithm.Apply(odd);
        CumulativeNormal.Apply(sobol);
        Add(even, odd, sobol);
        Add([.. new[] { 0.0, -0.0, -1.0, 1e-310, 1e300, -745.0, double.NaN, double.PositiveInfinity }.SelectMany(x => new[] { Exponential.Of(x), Logarithm.Of(x), InverseNormal.Of(x), CumulativeNormal.Of(x) })]);
        Add(DrawnScenariosTests.Bits(Sampling.PseudoRandom));
        Add(DrawnScenariosTests.Bits(Sampling.Sobol));
        Add(Evaluated(EvaluationTier.Tape));
        Add(Evaluated(EvaluationTier.Code));
        return hash.ToString("x16", CultureInfo.InvariantCulture);

        void Add(params double[][] rows)
        {
            foreach (double x in rows.SelectMany(row => row)) hash = (hash ^ BitConverter.DoubleToUInt64Bits(x)) * 1099511628211;
        }
    }

    static double[][] Evaluated(EvaluationTier tier)
    {
        var evaluator = Ic18Model.Compile().CreateEvaluator(100, tier);
        foreach (var (i, row) in new Ic18Scenarios(100).Rows().Index()) row.CopyTo(evaluator.Input(i));
        evaluator.Run(100);
        return [.. Enumerable.Range(0, 4).Select(o => evaluator.Output(o).ToArray())];
    }
}
