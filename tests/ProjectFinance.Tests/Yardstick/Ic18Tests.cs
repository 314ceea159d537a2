using ProjectFinance.Benchmarks.Yardstick;
using ProjectFinance.Evaluation;

namespace ProjectFinance.Tests.Yardstick;

/// <summary>The yardstick deal IC-18M three times: by the library, by a plain loop and by a fused loop in vectors.</summary>
public class Ic18Tests
{
    const int Outputs = 4;

    // From the yardstick's definition, where programs in C++ and numpy agree on them: minimum DSCR, shortfall, value, final balance.
    static readonly double[] SumsOf10Thousand = [2.883180947966489e+03, 3.027485890049815e+09, 2.575309348621790e+10, 1.030084944240851e+09];
    static readonly double[] SumsOfAMillion = [2.882542515233409e+05, 3.034335684888871e+11, 2.575037777925622e+12, 1.033176495225640e+11];

    // As the definition asks: sums added up in another order differ by less.
    const double Relative = 1e-9;

    public static TheoryData<string> Kernels => [.. Runs.Keys];

    static Dictionary<string, Action<Ic18Scenarios, double[][]>> Runs
    {
        get
        {
            var program = Ic18Model.Compile();
            var (scalar, vector) = (new Ic18Scalar(), new Ic18Vector());
            return new()
            {
                ["library"] = (given, outputs) => program.Evaluate(given.Rows(), outputs),
                ["library, machine code"] = (given, outputs) => Blocks(program.CreateEvaluator(tier: EvaluationTier.Code), given.Rows(), outputs),
                ["scalar loop"] = scalar.Run,
                ["vector loop"] = vector.Run,
            };
        }
    }

    static void Blocks(Evaluator evaluator, double[][] inputs, double[][] outputs)
    {
        for (int start = 0; start < outputs[0].Length; start += evaluator.Width)
        {
            int count = Math.Min(evaluator.Width, outputs[0].Length - start);
            for (int i = 0; i < inputs.Length; i++) inputs[i].AsSpan(start, count).CopyTo(evaluator.Input(i));
            evaluator.Run(count);
            for (int o = 0; o < outputs.Length; o++) evaluator.Output(o)[..count].CopyTo(outputs[o].AsSpan(start));
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Sums_Of10ThousandScenarios_AreThePublishedOnes(string kernel) => AssertSums(SumsOf10Thousand, Sums(Runs[kernel], 10_000, 10_000));

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Sums_OfAMillionScenarios_AreThePublishedOnes(string kernel) => AssertSums(SumsOfAMillion, Sums(Runs[kernel], 1_000_000, 40_000));

    [Theory]
    [InlineData(10_000)]
    [InlineData(1_003)]
    public void Library_BlocksOfAnyWidth_GiveTheBitsOfTheScalarLoop(int scenarios)
    {
        var given = new Ic18Scenarios(scenarios);
        var program = Ic18Model.Compile();
        var expected = New(scenarios);
        new Ic18Scalar().Run(given, expected);

        foreach (int width in (int[])[1, 3, 8, 100, 256, 1_024])
        {
            var outputs = New(scenarios);
            program.Evaluate(given.Rows(), outputs, width);
            for (int o = 0; o < Outputs; o++) Assert.Equal(Bits(expected[o]), Bits(outputs[o]));
        }
    }

    [Fact]
    public void VectorLoop_EveryScenario_GivesTheBitsOfTheScalarLoop()
    {
        var given = new Ic18Scenarios(10_000);
        double[][] expected = New(10_000), outputs = New(10_000);
        new Ic18Scalar().Run(given, expected);

        new Ic18Vector().Run(given, outputs);

        for (int o = 0; o < Outputs; o++) Assert.Equal(Bits(expected[o]), Bits(outputs[o]));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(256, 256)]
    [InlineData(256, 201)]
    [InlineData(1_024, 1_024)]
    public void Evaluator_RunningABlock_AllocatesNothing(int width, int scenarios)
    {
        var given = new Ic18Scenarios(width).Rows();
        var evaluator = Ic18Model.Compile().CreateEvaluator(width);
        for (int i = 0; i < given.Length; i++) given[i].CopyTo(evaluator.Input(i));
        evaluator.Run(scenarios);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int repeat = 0; repeat < 100; repeat++) evaluator.Run(scenarios);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    static double[] Sums(Action<Ic18Scenarios, double[][]> run, int scenarios, int part)
    {
        var sums = new double[Outputs];
        var outputs = New(part);
        for (int first = 0; first < scenarios; first += part)
        {
            run(new Ic18Scenarios(part, first), outputs);
            for (int o = 0; o < Outputs; o++) sums[o] += outputs[o].Sum();
        }
        return sums;
    }

    static void AssertSums(double[] expected, double[] actual)
    {
        for (int o = 0; o < Outputs; o++) Assert.InRange(actual[o] / expected[o], 1 - Relative, 1 + Relative);
    }

    static double[][] New(int scenarios) => [.. Enumerable.Range(0, Outputs).Select(_ => new double[scenarios])];

    static long[] Bits(double[] values) => [.. values.Select(BitConverter.DoubleToInt64Bits)];
}
