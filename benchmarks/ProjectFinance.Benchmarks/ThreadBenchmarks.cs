using BenchmarkDotNet.Attributes;
using ProjectFinance.Benchmarks.Yardstick;
using ProjectFinance.Evaluation;

namespace ProjectFinance.Benchmarks;

/// <summary>The yardstick deal IC-18M on several threads, each with an evaluator of its own; a figure is for one scenario, starting the threads among it.</summary>
[MemoryDiagnoser]
public class ThreadBenchmarks
{
    const int Blocks = 4_000;
    const int Width = 256;

    readonly Evaluator[] evaluators;

    /// <summary>Compiles the program and fills the inputs.</summary>
    public ThreadBenchmarks()
    {
        var (program, inputs) = (Ic18Model.Compile(), new Ic18Scenarios(Width).Rows());
        evaluators = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => program.CreateEvaluator(Width, EvaluationTier.Code))];
        foreach (var evaluator in evaluators)
            for (int i = 0; i < inputs.Length; i++) inputs[i].CopyTo(evaluator.Input(i));
    }

    /// <summary>A million scenarios on one thread.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Blocks * Width, Description = "One thread")]
    public void One() => Run(1);

    /// <summary>A million scenarios on two threads.</summary>
    [Benchmark(OperationsPerInvoke = Blocks * Width, Description = "Two threads")]
    public void Two() => Run(2);

    void Run(int threads)
    {
        int blocks = Blocks / threads;
        Thread[] workers = [.. Enumerable.Range(0, threads).Select(t => new Thread(() =>
        {
            for (int b = 0; b < blocks; b++) evaluators[t % evaluators.Length].Run(Width);
        }))];
        foreach (var worker in workers) worker.Start();
        foreach (var worker in workers) worker.Join();
    }
}
