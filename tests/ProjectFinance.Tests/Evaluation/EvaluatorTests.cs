using ProjectFinance.Evaluation;
using ProjectFinance.Tests.Modelling;
using Compiled = ProjectFinance.Evaluation.Program;

namespace ProjectFinance.Tests.Evaluation;

/// <summary>Evaluators: memory that one thread uses again and again.</summary>
public class EvaluatorTests
{
    static Compiled ProgramOf(int seed)
    {
        var (graph, model) = (new RandomGraph(seed, 200), Small.Days(RandomGraph.InputCount));
        var inputs = model.Supplied("Inputs");
        return model.Compile(graph.Write(model, inputs), inputs.Inputs);
    }

    static void Fill(Evaluator evaluator, int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < RandomGraph.InputCount; i++)
            foreach (ref double value in evaluator.Input(i)) value = random.Next(-8, 9) / 4.0;
    }

    static long[] Bits(Evaluator evaluator, Compiled program, int count) =>
        [.. Enumerable.Range(0, program.OutputCount).SelectMany(o => evaluator.Output(o)[..count].ToArray().Select(BitConverter.DoubleToInt64Bits))];

    [Fact]
    public void Run_AfterASmallerBlock_StillHasItsInputs()
    {
        var program = ProgramOf(5);
        var (used, fresh) = (program.CreateEvaluator(24), program.CreateEvaluator(24));
        Fill(used, 1);
        Fill(fresh, 1);

        foreach (int count in (int[])[3, 1, 11, 17]) used.Run(count);
        used.Run(24);
        fresh.Run(24);

        Assert.Equal(Bits(fresh, program, 24), Bits(used, program, 24));
    }

    // Whatever is left of earlier work beyond the last scenario, it stays there.
    [Fact]
    public void Run_WithRubbishInThePaddingLanes_IsUnharmed()
    {
        var program = ProgramOf(6);
        var (clean, dirty) = (program.CreateEvaluator(16), program.CreateEvaluator(16));
        Fill(clean, 2);
        Fill(dirty, 2);
        for (int i = 0; i < RandomGraph.InputCount; i++) dirty.Input(i)[11..].Fill(i % 2 == 0 ? double.NaN : double.PositiveInfinity);

        clean.Run(11);
        dirty.Run(11);

        Assert.Equal(Bits(clean, program, 11), Bits(dirty, program, 11));
    }

    [Fact]
    public void Run_Twice_GivesTheSame()
    {
        var program = ProgramOf(7);
        var evaluator = program.CreateEvaluator(40);
        Fill(evaluator, 3);
        evaluator.Run(40);
        var once = Bits(evaluator, program, 40);

        evaluator.Run(40);

        Assert.Equal(once, Bits(evaluator, program, 40));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    [InlineData(256)]
    public void Run_AllocatesNothing(int scenarios)
    {
        var program = ProgramOf(8);
        var evaluator = program.CreateEvaluator();
        Fill(evaluator, 4);
        evaluator.Run(scenarios);

        // The runtime may allocate once, as it compiles the loop anew; what Run allocates it would allocate every time.
        Assert.Equal(0, Enumerable.Range(0, 5).Min(_ => Allocated(evaluator, scenarios)));
    }

    static long Allocated(Evaluator evaluator, int scenarios)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            evaluator.Input(0).Fill(i);
            evaluator.Run(scenarios);
            _ = evaluator.Output(0)[0];
        }
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void Program_UsedByEightThreads_GivesTheSameBits()
    {
        var program = ProgramOf(9);
        long[] Compute(int seed)
        {
            var evaluator = program.CreateEvaluator(64);
            var bits = new List<long>();
            for (int round = 0; round < 50; round++)
            {
                Fill(evaluator, seed + round % 5);
                evaluator.Run(64 - round);
                bits.AddRange(Bits(evaluator, program, 64 - round));
            }
            return [.. bits];
        }
        var alone = Enumerable.Range(0, 8).Select(Compute).ToArray();
        var together = new long[8][];

        Thread[] threads = [.. Enumerable.Range(0, 8).Select(i => new Thread(() => together[i] = Compute(i)))];
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();

        Assert.Equal(alone, together);
    }

    [Fact]
    public void Run_OfManyScenarios_GoesOverToMachineCodeWithTheSameBits()
    {
        var program = ProgramOf(10);
        var evaluator = program.CreateEvaluator();
        Fill(evaluator, 5);
        evaluator.Run(256);
        var onTheTape = Bits(evaluator, program, 256);
        Assert.False(evaluator.IsGenerated);

        // Enough work to be worth compiling, and then as long as compiling takes.
        bool switched = SpinWait.SpinUntil(() => { evaluator.Run(256); return evaluator.IsGenerated || !CodeGeneration.IsPossible; }, TimeSpan.FromMinutes(2));
        evaluator.Run(256);

        Assert.True(switched);
        Assert.Equal(onTheTape, Bits(evaluator, program, 256));
    }

    // A daily model of thirteen years: every cell needs the one before, or the one after.
    [Fact]
    public void DeepModel_OfFiveThousandPeriods_CompletesAndCompiles()
    {
        var model = Small.Days(5_000);
        var start = model.Parameter("Start", 1 * Unit.None);
        var forward = model.Declare("Forward", Unit.None);
        forward.Is(t => forward.Previous(t, start) + 1);
        var backward = model.Declare("Backward", Unit.None);
        backward.Is(t => backward.Next(t, start) + forward[t] - forward.Previous(t, start));

        var values = model.Compile([forward[4_999], backward[0], forward.Sum(0, 4_999)], [start.Input]).Evaluate([10]);

        Assert.Equal([5_010, 5_010, 5_000 * 10 + 5_000.0 * 5_001 / 2], values);
    }

    [Fact]
    public void DeepModel_OfSolvedCells_CompletesAndCompiles()
    {
        var model = Small.Days(5_000);
        var start = model.Parameter("Start", 1 * Unit.None);
        var forward = model.Unknown("Forward", Unit.None);
        forward.Is(t => 0.5 * (forward.Previous(t, start) + forward[t] + 1));
        var backward = model.Unknown("Backward", Unit.None);
        backward.Is(t => 0.5 * (backward.Next(t, start) + backward[t] + 1));

        // Each solves x = (before + x + 1) / 2, so x = before + 1.
        var values = model.Compile([forward[4_999], backward[0]], [start.Input]).Evaluate([10]);

        Assert.Equal([5_010, 5_010], values);
    }
}
