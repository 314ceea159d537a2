using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using ProjectFinance.Evaluation;

namespace ProjectFinance.Scenarios;

/// <summary>What one thread needs to compute blocks of scenarios: an evaluator, a filler, a row for each figure over a block, and tallies of its own.</summary>
sealed class SimulationWorker
{
    readonly SimulationPlan plan;
    readonly Evaluator evaluator;
    readonly IScenarioFiller filler;
    readonly double[][] rows;

    readonly ImmutableArray<(int Output, EventTally Tally)> events;

    /// <summary>Makes ready to compute.</summary>
    /// <param name="plan">What to compute.</param>
    /// <param name="width">How many scenarios at a time; null for as many as suits the processor.</param>
    /// <param name="scenarios">How many will come, about.</param>
    internal SimulationWorker(SimulationPlan plan, int? width, long scenarios)
    {
        this.plan = plan;
        evaluator = width is { } chosen ? plan.Program.CreateEvaluator(chosen) : plan.Program.CreateEvaluator();
        filler = plan.Scenarios.CreateFiller();
        evaluator.Expect(scenarios);
        var tallies = SimulationTallies.Empty(plan.Heading, plan.Anchors);
        rows = new double[tallies.Figures.Length][];
        for (int i = 0; i < rows.Length; i++) rows[i] = new double[SimulationPlan.Block];
        // Most breaches cannot happen in any scenario, and many happen together: what the program knows to be one number is counted once.
        var alike = tallies.Events.Select((tally, i) => (Output: rows.Length + i, Tally: tally)).GroupBy(one => plan.Program.RowOf(one.Output)).ToDictionary(group => group.Key, group => group.First());
        events = [.. alike.Values];
        Tallies = tallies with { Events = [.. tallies.Events.Select((_, i) => alike[plan.Program.RowOf(rows.Length + i)].Tally)] };
    }

    /// <summary>What was counted so far.</summary>
    internal SimulationTallies Tallies { get; }

    /// <summary>[figure][scenario of the block] as computed last.</summary>
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
            for (int i = 0; i < rows.Length; i++) evaluator.Output(i)[..piece].CopyTo(rows[i].AsSpan(done));
            foreach (var (output, tally) in events) tally.Add(evaluator.Output(output)[..piece]);
        }
        Refuse(first, count);
        for (int i = 0; i < rows.Length; i++) Tallies.Figures[i].Add(rows[i].AsSpan(0, count), first);
    }

    void Refuse(long first, int count)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            int at = FirstNaN(rows[i].AsSpan(0, count));
            if (at < 0) continue;
            throw InvalidInputException.Of($"Output '{plan.NameOf(i)}'", FormattableString.Invariant($"it cannot be computed in scenario {first + at}: the result is not a number"), "the inputs must be finite numbers, and those that formulas divide by above zero");
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
