using BenchmarkDotNet.Attributes;
using ProjectFinance.Benchmarks.Yardstick;
using ProjectFinance.Evaluation;

namespace ProjectFinance.Benchmarks;

/// <summary>
/// The yardstick deal IC-18M over many scenarios; a figure is for one scenario. Inputs are hot: the same 2,048 scenarios again and
/// again, whose 54 rows (0.9 MB) stay in a second cache of 2 MB. Every case begins with the inputs in arrays [input][scenario] and
/// ends with the outputs in arrays, except the one that says "in place".
/// </summary>
[MemoryDiagnoser]
public class SimulationBenchmarks
{
    const int Scenarios = 2_048;
    const int Wide = 1_024;
    const int InPlace = 4;

    readonly Ic18Scenarios given = new(Scenarios);
    readonly double[][] inputs;
    readonly double[][] outputs = [.. Enumerable.Range(0, 4).Select(_ => new double[Scenarios])];
    readonly Ic18Scalar scalar = new();
    readonly Ic18Vector vector = new();
    readonly Evaluator one;
    readonly Evaluator block;
    readonly Evaluator wide;
    readonly Evaluator[] filled;

    /// <summary>Compiles the program and fills the inputs.</summary>
    public SimulationBenchmarks()
    {
        inputs = given.Rows();
        var program = Ic18Model.Compile();
        (one, block, wide) = (program.CreateEvaluator(1), program.CreateEvaluator(), program.CreateEvaluator(Wide));
        filled = [.. Enumerable.Range(0, InPlace).Select(_ => program.CreateEvaluator())];
        for (int b = 0; b < InPlace; b++) Fill(filled[b], b * filled[b].Width);
    }

    /// <summary>The fused kernel written by hand.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Scenarios, Description = "By hand, fused, Vector512")]
    public void Vector() => vector.Run(given, outputs);

    /// <summary>The plain loop written by hand.</summary>
    [Benchmark(OperationsPerInvoke = Scenarios, Description = "By hand, one scenario at a time")]
    public void Scalar() => scalar.Run(given, outputs);

    /// <summary>The library, blocks of the default width, inputs copied in and outputs copied out.</summary>
    [Benchmark(OperationsPerInvoke = Scenarios, Description = "Library, blocks of 256")]
    public void Library() => Simulate(block);

    /// <summary>The library, wide blocks.</summary>
    [Benchmark(OperationsPerInvoke = Scenarios, Description = "Library, blocks of 1,024")]
    public void LibraryWide() => Simulate(wide);

    /// <summary>The library where the scenarios are generated straight into the rows of the evaluator: nothing to copy.</summary>
    [Benchmark(OperationsPerInvoke = Scenarios, Description = "Library, blocks of 256, inputs in place")]
    public void LibraryInPlace()
    {
        for (int done = 0; done < Scenarios; done += InPlace * block.Width)
            foreach (var evaluator in filled) evaluator.Run(evaluator.Width);
    }

    /// <summary>The library, one scenario after another.</summary>
    [Benchmark(OperationsPerInvoke = Scenarios, Description = "Library, one scenario at a time")]
    public void LibraryOne() => Simulate(one);

    void Simulate(Evaluator evaluator)
    {
        for (int start = 0; start < Scenarios; start += evaluator.Width)
        {
            Fill(evaluator, start);
            evaluator.Run(evaluator.Width);
            for (int o = 0; o < outputs.Length; o++) evaluator.Output(o).CopyTo(outputs[o].AsSpan(start));
        }
    }

    void Fill(Evaluator evaluator, int start)
    {
        for (int i = 0; i < inputs.Length; i++) inputs[i].AsSpan(start, evaluator.Width).CopyTo(evaluator.Input(i));
    }
}
