using ProjectFinance.Evaluation;
using ProjectFinance.Modelling;

namespace ProjectFinance.Tests.Evaluation;

/// <summary>A tape against the graph it was made of, walked node by node in plain arithmetic: random graphs hold every pair of operations.</summary>
public class TapeTests
{
    const int Inputs = 3;
    const int Scenarios = 37;

    static readonly Op[] Numeric = [Op.Add, Op.Subtract, Op.Multiply, Op.Divide, Op.Min, Op.Max, Op.Floor, Op.Choose];
    static readonly Op[] Logical = [Op.Greater, Op.GreaterOrEqual, Op.And, Op.Or, Op.Not];

    [Fact]
    public void Tape_OfRandomGraphs_GivesTheBitsOfAPlainWalkForEveryWidth()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var (graph, outputs) = RandomGraph(random);
            var inputs = Enumerable.Range(0, Inputs).Select(_ => Enumerable.Range(0, Scenarios).Select(_ => random.NextDouble() * 4 - 2).ToArray()).ToArray();
            var tape = new Tape(graph, outputs, Inputs);
            foreach (int width in (int[])[1, 3, 8, Scenarios, 256])
            {
                var evaluator = new ProjectFinance.Evaluation.Program(tape, []).CreateEvaluator(width);
                for (int start = 0; start < Scenarios; start += width) AssertBlock(graph, outputs, inputs, evaluator, start);
            }
        }
    }

    [Fact]
    public void GeneratedCode_OfRandomGraphs_GivesTheBitsOfAPlainWalkForEveryWidth()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var (graph, outputs) = RandomGraph(random);
            var inputs = Enumerable.Range(0, Inputs).Select(_ => Enumerable.Range(0, Scenarios).Select(_ => random.NextDouble() * 4 - 2).ToArray()).ToArray();
            var program = new ProjectFinance.Evaluation.Program(new Tape(graph, outputs, Inputs), []);
            foreach (int width in (int[])[3, 16, Scenarios, 200])
            {
                var evaluator = program.CreateEvaluator(width, EvaluationTier.Code);
                Assert.Equal(CodeGeneration.IsPossible, evaluator.IsGenerated);
                for (int start = 0; start < Scenarios; start += width) AssertBlock(graph, outputs, inputs, evaluator, start);
            }
        }
    }

    [Fact]
    public void Tape_ValueReadOnce_IsComputedByItsReadersInstruction()
    {
        var graph = new Graph();
        int a = graph.Input(0, Sign.Unknown), b = graph.Input(1, Sign.Unknown);
        int once = graph.Operation(Op.Add, a, b), twice = graph.Operation(Op.Subtract, b, once), output = graph.Operation(Op.Multiply, twice, twice);

        var tape = new Tape(graph, [output], 2);

        Assert.Equal(3, tape.Operations);
        Assert.Equal([(Op.Add, Op.Subtract), (Op.Multiply, null)], tape.Code.Select(x => (x.First, x.Second)));
    }

    static void AssertBlock(Graph graph, int[] outputs, double[][] inputs, Evaluator evaluator, int start)
    {
        int count = Math.Min(evaluator.Width, Scenarios - start);
        for (int i = 0; i < Inputs; i++) inputs[i].AsSpan(start, count).CopyTo(evaluator.Input(i));
        evaluator.Run(count);
        for (int s = 0; s < count; s++)
        {
            var values = Walk(graph, [.. inputs.Select(row => row[start + s])]);
            for (int o = 0; o < outputs.Length; o++)
                Assert.Equal(BitConverter.DoubleToInt64Bits(values[outputs[o]]), BitConverter.DoubleToInt64Bits(evaluator.Output(o)[s]));
        }
    }

    static (Graph Graph, int[] Outputs) RandomGraph(Random random)
    {
        var graph = new Graph();
        List<int> numbers = [.. Enumerable.Range(0, Inputs).Select(i => graph.Input(i, Sign.Unknown)), .. ((double[])[0, 0.5, -3]).Select(graph.Constant)];
        List<int> truths = [graph.Operation(Op.Greater, numbers[0], numbers[1])];
        // The newest values most often, so that many are read once and by the next operation.
        int Pick(List<int> from) => random.Next(3) > 0 ? from[^1] : from[random.Next(from.Count)];
        for (int i = 0; i < 60; i++)
        {
            if (random.Next(4) == 0)
            {
                var op = Logical[random.Next(Logical.Length)];
                var operands = op is Op.Greater or Op.GreaterOrEqual ? numbers : truths;
                int truth = op == Op.Not ? graph.Operation(op, Pick(truths)) : graph.Operation(op, Pick(operands), Pick(operands));
                if (graph[truth].IsTruth) truths.Add(truth);
                continue;
            }
            numbers.Add(Numeric[random.Next(Numeric.Length)] switch
            {
                Op.Choose => graph.Operation(Op.Choose, Pick(truths), Pick(numbers), Pick(numbers)),
                Op.Floor => graph.Operation(Op.Floor, Pick(numbers)),
                Op.Divide => graph.Operation(Op.Divide, Pick(numbers), graph.Operation(Op.Max, Pick(numbers), graph.Constant(1.25))),
                // Halved, so that products do not grow without end.
                Op.Multiply => graph.Operation(Op.Multiply, graph.Operation(Op.Min, graph.Constant(0.5), Pick(numbers)), Pick(numbers)),
                var op => graph.Operation(op, Pick(numbers), Pick(numbers)),
            });
        }
        return (graph, [numbers[^1], numbers[^2], numbers[random.Next(numbers.Count)]]);
    }

    static double[] Walk(Graph graph, double[] inputs)
    {
        var v = new double[graph.Count];
        for (int i = 0; i < v.Length; i++)
        {
            var n = graph[i];
            v[i] = n.Op switch
            {
                Op.Constant => n.Constant,
                Op.Input => inputs[n.A],
                Op.Add => v[n.A] + v[n.B],
                Op.Subtract => v[n.A] - v[n.B],
                Op.Multiply => v[n.A] * v[n.B],
                Op.Divide => v[n.A] / v[n.B],
                // A tie gives the second operand, which tells -0 from 0.
                Op.Min => v[n.A] < v[n.B] ? v[n.A] : v[n.B],
                Op.Max => v[n.A] > v[n.B] ? v[n.A] : v[n.B],
                Op.Floor => Math.Floor(v[n.A]),
                Op.Greater => v[n.A] > v[n.B] ? 1 : 0,
                Op.GreaterOrEqual => v[n.A] >= v[n.B] ? 1 : 0,
                Op.And => v[n.A] != 0 && v[n.B] != 0 ? 1 : 0,
                Op.Or => v[n.A] != 0 || v[n.B] != 0 ? 1 : 0,
                Op.Not => v[n.A] == 0 ? 1 : 0,
                Op.Choose => v[n.A] != 0 ? v[n.B] : v[n.C],
                _ => throw new InvalidOperationException($"{n.Op} is not an operation of a flat graph."),
            };
        }
        return v;
    }
}
