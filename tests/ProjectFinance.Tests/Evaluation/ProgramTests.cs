using ProjectFinance.Evaluation;
using ProjectFinance.Tests.Modelling;
using Compiled = ProjectFinance.Evaluation.Program;

namespace ProjectFinance.Tests.Evaluation;

/// <summary>Programs of random expressions against a slow interpreter, in every block width and however the inputs are supplied.</summary>
public class ProgramTests
{
    static readonly int[] Widths = [1, 3, 8, 17, 64, 256];

    static Model NewModel() => Small.Days(RandomGraph.InputCount);

    // Quarters from -2 to 2, whole numbers now and then.
    static double[][] Scenarios(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, RandomGraph.InputCount).Select(_ => random.Next(-8, 9) / (random.Next(5) == 0 ? 1.0 : 4.0)).ToArray())];
    }

    static double[][] Rows(double[][] scenarios) => [.. Enumerable.Range(0, RandomGraph.InputCount).Select(i => scenarios.Select(s => s[i]).ToArray())];

    static long[][] Evaluate(Compiled program, double[][] scenarios, int width)
    {
        var outputs = Enumerable.Range(0, program.OutputCount).Select(_ => new double[scenarios.Length]).ToArray();
        program.Evaluate(Rows(scenarios), outputs, width);
        return [.. outputs.Select(row => row.Select(BitConverter.DoubleToInt64Bits).ToArray())];
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void RandomExpression_InEveryWidth_HasTheValuesOfTheSlowInterpreter(int seed)
    {
        var (graph, model) = (new RandomGraph(seed), NewModel());
        var inputs = model.Supplied("Inputs");
        var program = model.Compile(graph.Write(model, inputs), inputs.Inputs);
        var scenarios = Scenarios(37, seed);
        var expected = scenarios.Select(graph.Compute).ToArray();

        var first = Evaluate(program, scenarios, Widths[0]);

        for (int o = 0; o < program.OutputCount; o++)
            for (int k = 0; k < scenarios.Length; k++)
                // Equal as numbers: where folding drops "+ 0" the sign of a zero may be lost.
                Assert.True(expected[k][o].Equals(BitConverter.Int64BitsToDouble(first[o][k])), $"output {o}, scenario {k}: {BitConverter.Int64BitsToDouble(first[o][k]):R}, expected {expected[k][o]:R}");
        Assert.All(Widths, width => Assert.Equal(first, Evaluate(program, scenarios, width)));
    }

    [Fact]
    public void EveryCount_InEveryWidth_HasTheSameBits()
    {
        var (graph, model) = (new RandomGraph(4711), NewModel());
        var inputs = model.Supplied("Inputs");
        var program = model.Compile(graph.Write(model, inputs), inputs.Inputs);
        var scenarios = Scenarios(300, 4711);
        var alone = scenarios.Select(s => program.Evaluate(s).Select(BitConverter.DoubleToInt64Bits).ToArray()).ToArray();

        for (int count = 1; count <= 300; count++)
            foreach (int width in Widths)
            {
                var block = Evaluate(program, scenarios[..count], width);
                for (int k = 0; k < count; k++)
                    for (int o = 0; o < program.OutputCount; o++)
                        if (block[o][k] != alone[k][o]) Assert.Fail($"count {count}, width {width}: scenario {k}, output {o} differs");
            }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void InputsBuiltIn_AndInputsThatVary_GiveTheSame(int seed)
    {
        var graph = new RandomGraph(seed);
        var scenario = Scenarios(1, seed + 1000)[0];
        var expected = graph.Compute(scenario);

        for (int mask = 0; mask < 1 << RandomGraph.InputCount; mask += 3)
        {
            var model = NewModel();
            var inputs = model.Input("Inputs", Unit.None, t => scenario[t.Index]);
            int[] varying = [.. Enumerable.Range(0, RandomGraph.InputCount).Where(i => (mask >> i & 1) != 0)];
            var program = model.Compile(graph.Write(model, inputs), varying.Select(i => inputs.Inputs[i]));

            Assert.Equal(expected, program.Evaluate([.. varying.Select(i => scenario[i])]));
        }
    }

    [Fact]
    public void Outputs_ThatAreConstantsInputsOrRepeated_AreGiven()
    {
        var model = NewModel();
        var inputs = model.Supplied("Inputs");
        var twice = model.Line("Twice", Unit.None, t => 2 * inputs[t]);
        var known = model.Line("Known", Unit.None, t => t.Index + 0.5);
        Formula[] outputs = [7, inputs[1], twice[1], known[3], inputs[1], twice[1], 7, twice[0], double.PositiveInfinity];
        var program = model.Compile(outputs, [inputs.Inputs[1], inputs.Inputs[0]]);

        Assert.Equal([7, 5, 10, 3.5, 5, 10, 7, 6, double.PositiveInfinity], program.Evaluate([5, 3]));
        Assert.Equal(9, program.OutputCount);
        double[][] rows = [.. outputs.Select(_ => new double[3])];
        program.Evaluate([[5, 50, 500], [3, 30, 300]], rows, width: 8);
        Assert.Equal([[7, 7, 7], [5, 50, 500], [10, 100, 1000], [3.5, 3.5, 3.5], [5, 50, 500], [10, 100, 1000], [7, 7, 7], [6, 60, 600]], rows[..8]);
    }

    [Fact]
    public void Program_WithoutOutputsOrScenarios_DoesNothing()
    {
        var model = NewModel();
        var inputs = model.Supplied("Inputs");

        Assert.Empty(model.Compile([]).Evaluate([]));
        model.Compile([2 * inputs[0]], [inputs.Inputs[0]]).Evaluate([[]], [[]]);
    }

    [Fact]
    public void Program_NotGivenWhatItNeeds_IsRefused()
    {
        var model = NewModel();
        var inputs = model.Supplied("Inputs");
        var other = NewModel().Supplied("Inputs");
        var program = model.Compile([2 * inputs[0]], [inputs.Inputs[0]]);

        Assert.Throws<ArgumentException>(() => program.Evaluate([]));
        Assert.Throws<ArgumentException>(() => program.Evaluate([[1], [2]], [[0]]));
        Assert.Throws<ArgumentException>(() => program.Evaluate([[1]], [[0], [0]]));
        Assert.Throws<ArgumentException>(() => program.Evaluate([[1, 2]], [[0]]));
        Assert.Throws<ArgumentException>(() => model.Compile([inputs[0]], [inputs.Inputs[0], inputs.Inputs[0]]));
        Assert.Throws<ArgumentException>(() => model.Compile([inputs[0]], [other.Inputs[0]]));
        Assert.Throws<InvalidOperationException>(() => model.Compile([other[0]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => program.CreateEvaluator(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => program.CreateEvaluator(4).Run(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => program.CreateEvaluator(4).Run(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => program.CreateEvaluator(4).Input(1));
    }

    [Fact]
    public void InputsWithoutAValue_AreAllReportedAtOnce()
    {
        var model = NewModel();
        var (price, libor) = (model.Supplied("Price"), model.Supplied("LIBOR"));

        var problems = Assert.Throws<InvalidInputException>(() => model.Compile([price[1] + libor[2], price[1] + libor[3]], [libor.Inputs[3]])).Problems;

        Assert.Equal(["Input 'Price'", "Input 'LIBOR'"], problems.Select(p => p.Subject));
        Assert.Contains("2001-01-02", problems[0].Fact, StringComparison.Ordinal);
    }

    [Fact]
    public void InputsThatNothingReads_NeedNoValue()
    {
        var model = NewModel();
        int asked = 0;
        var price = model.Input("Price", Unit.None, t => { asked++; return t.Index == 0 ? 3 : throw new InvalidOperationException("never asked"); });
        model.Line("Unread", Unit.None, t => price[t]);

        Assert.Equal([6], model.Compile([2 * price[0]]).Evaluate([]));
        Assert.Equal(1, asked);
        Assert.Same(price.Inputs[0], Assert.Single(model.InputsOf([2 * price[0], 5])));
    }

    [Fact]
    public void InputsOf_FollowsCells()
    {
        var model = NewModel();
        var (price, libor) = (model.Supplied("Price"), model.Supplied("LIBOR"));
        var sum = model.Line("Sum", Unit.None, t => price[t] + libor.Previous(t, 0));

        Assert.Equal(new[] { price.Inputs[2], libor.Inputs[1] }, model.InputsOf([sum[2]]).AsEnumerable());
    }

    [Fact]
    public void WhatIsNotAskedFor_IsNotComputed()
    {
        var model = NewModel();
        var inputs = model.Supplied("Inputs");
        model.Line("Long", Unit.None, t => Enumerable.Range(1, 50).Aggregate((Formula)0, (sum, i) => sum * inputs[t] + i));
        var asked = model.Line("Asked", Unit.None, t => inputs[t] * inputs[t] + inputs[t] * inputs[t]);

        // The square once, and the sum.
        Assert.Equal(2, model.Compile([asked[1]], [inputs.Inputs[1]]).InstructionCount);
    }
}
