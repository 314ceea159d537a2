using System.Runtime.ExceptionServices;

namespace ProjectFinance.Scenarios;

/// <summary>Deals the blocks of a shard out to threads and adds up what they count.</summary>
sealed class SimulationRun
{
    readonly SimulationPlan plan;
    readonly SimulationOptions options;
    readonly RawOutput? raw;
    readonly CancellationToken cancellation;
    readonly long end;
    readonly SimulationTallies total;
    readonly Lock gate = new();
    long next;
    long done;
    (long Block, Exception Failure)? failed;

    internal SimulationRun(SimulationPlan plan, SimulationOptions options, RawOutput? raw, CancellationToken cancellation)
    {
        (this.plan, this.options, this.raw, this.cancellation) = (plan, options, raw, cancellation);
        (next, end) = options.Shard.BlocksOf(SimulationPlan.BlocksOf(plan.Heading.Paths));
        total = SimulationTallies.Empty(plan.Heading, plan.Anchors);
    }

    /// <summary>Computes everything.</summary>
    /// <exception cref="InvalidInputException">An output cannot be computed in a scenario; the first is named.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal SimulationTallies Run()
    {
        int threads = (int)Math.Max(1, Math.Min(options.Threads, end - next));
        var others = Enumerable.Range(1, threads - 1).Select(i => new Thread(Work) { IsBackground = true, Name = $"Simulation {i}" }).ToList();
        others.ForEach(thread => thread.Start());
        Work();
        others.ForEach(thread => thread.Join());
        if (failed is { } worst) ExceptionDispatchInfo.Throw(worst.Failure);
        return total;
    }

    void Work()
    {
        long block = -1;
        try
        {
            var worker = new SimulationWorker(plan, options.Width, options.Shard.ScenariosOf(plan.Heading.Paths));
            while ((block = Next()) >= 0)
            {
                long first = block * SimulationPlan.Block;
                int count = (int)Math.Min(SimulationPlan.Block, plan.Heading.Paths - first);
                worker.Run(first, count, cancellation);
                raw?.Write(worker.Rows, first, count);
                Report(count);
            }
            lock (gate) total.Add(worker.Tallies);
        }
        catch (Exception failure)
        {
            Fail(block, failure);
        }
    }

    // Blocks are taken in order, and one that was taken is finished: so the failure with the lowest number is found whoever computes it.
    long Next()
    {
        lock (gate) return failed is null && next < end ? next++ : -1;
    }

    void Report(int count)
    {
        lock (gate)
        {
            done += count;
            options.Progress?.Report(new(done, options.Shard.ScenariosOf(plan.Heading.Paths)));
        }
    }

    void Fail(long block, Exception failure)
    {
        long rank = failure is OperationCanceledException ? long.MaxValue : block;
        lock (gate)
            if (failed is null || rank < failed.Value.Block) failed = (rank, failure);
    }
}
