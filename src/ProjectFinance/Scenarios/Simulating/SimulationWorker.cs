using System.Runtime.Intrinsics;
using ProjectFinance.Evaluation;

namespace ProjectFinance.Scenarios;

/// <summary>What one thread needs to compute blocks of scenarios: an evaluator, a filler, a row for each output over a block, and tallies of its own.</summary>
sealed class SimulationWorker
{
    readonly SimulationPlan plan;
    readonly Evaluator evaluator;
    readonly IScenarioFiller filler;
    readonly double[][] rows;

    internal SimulationWorker(SimulationPlan plan, int? width)
    {
        this.plan = plan;
        evaluator = width is { } chosen ? plan.Program.CreateEvaluator(chosen) : plan.Program.CreateEvaluator();
        filler = plan.Scenarios.CreateFiller();
        rows = new double[plan.Program.OutputCount][];
        for (int o = 0; o < rows.Length; o++) rows[o] = new double[SimulationPlan.Block];
        Tallies = SimulationTallies.Empty(plan.Heading, plan.Anchors);
    }

    /// <summary>What was counted so far.</summary>
    internal SimulationTallies Tallies { get; }

    /// <summary>[output][scenario of the block] as computed last.</summary>
    internal IReadOnlyList<double[]> Rows => rows;

    /// <summary>Computes a block and counts it.</summary>
    /// <param name="first">The number of its first scenario.</param>
    /// <param name="count">How many it has.</param>
    /// <param name="cancellation">Asked between pieces of the block.</param>
    /// <exception cref="InvalidInputException">An output cannot be computed in a scenario.</exception>
    internal void Run(long first, int count, CancellationToken cancellation)
    {
        for (int done = 0; done < count; done += evaluator.Width)
        {
            cancellation.ThrowIfCancellationRequested();
            int piece = Math.Min(evaluator.Width, count - done);
            filler.Fill(first + done, piece, evaluator);
            evaluator.Run(piece);
            for (int o = 0; o < rows.Length; o++) evaluator.Output(o)[..piece].CopyTo(rows[o].AsSpan(done));
        }
        Refuse(first, count);
        for (int i = 0; i < Tallies.Figures.Length; i++) Tallies.Figures[i].Add(rows[plan.RowOf(i)].AsSpan(0, count), first);
        for (int i = 0; i < Tallies.Events.Length; i++) Tallies.Events[i].Add(rows[plan.Heading.Outputs.Length + i].AsSpan(0, count));
    }

    void Refuse(long first, int count)
    {
        for (int o = 0; o < rows.Length; o++)
        {
            int at = FirstNaN(rows[o].AsSpan(0, count));
            if (at < 0) continue;
            throw InvalidInputException.Of($"Output '{plan.NameOf(o)}'", FormattableString.Invariant($"it cannot be computed in scenario {first + at}: the result is not a number"), "the inputs must be finite numbers, and those that formulas divide by above zero");
        }
    }

    static int FirstNaN(ReadOnlySpan<double> row)
    {
        int i = 0;
        // Only what is not a number differs from itself.
        while (row.Length - i >= Vector512<double>.Count && Vector512.Create(row[i..]) is var values && Vector512.EqualsAll(values, values)) i += Vector512<double>.Count;
        for (; i < row.Length; i++)
            if (double.IsNaN(row[i])) return i;
        return -1;
    }
}
