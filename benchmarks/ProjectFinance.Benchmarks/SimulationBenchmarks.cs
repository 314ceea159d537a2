using BenchmarkDotNet.Attributes;
using ProjectFinance.Benchmarks.Yardstick;
using ProjectFinance.Evaluation;

namespace ProjectFinance.Benchmarks;

/// <summary>
/// The yardstick deal IC-18M over many scenarios; a figure is for one scenario. Inputs are hot: the same 512 scenarios again and again, which stay in the
/// second cache. "In place" means that the rows of the evaluators are filled already, as a simulation that generates its scenarios there does; the C++ version
/// reads its scenarios in place too. The others begin with the inputs in arrays [input][scenario] and end with the outputs in arrays.
/// </summary>
[MemoryDiagnoser]
public class SimulationBenchmarks
{
    const int Scenarios = 512;

    readonly Ic18Scenarios given = new(Scenarios);
    readonly double[][] inputs;
    readonly double[][] outputs = [.. Enumerable.Range(0, 4).Select(_ => new double[Scenarios])];
    readonly Ic18Scalar scalar = new();
    readonly Ic18Vector vector = new();
    readonly Evaluator one;
    readonly Evaluator block;
    readonly Evaluator[] tape;
    readonly Evaluator[] code;

    /// <summary>Compiles the program and fills the inputs.</summary>
    public SimulationBenchmarks()
    {
        inputs = given.Rows();
        var program = Ic18Model.Compile();
        one = program.CreateEvaluator(1);
        block = program.CreateEvaluator(tier: EvaluationTier.Code);
        (tape, code) = (Filled(program, EvaluationTier.Tape), Filled(program, EvaluationTier.Code));
    }

    /// <summary>The fused kernel written by hand.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Scenarios, Description = "C# by hand, fused, Vector512")]
    public void Vector() => vector.Run(given, outputs);

    /// <summary>The fastest C++ version, where one was built.</summary>
    [Benchmark(OperationsPerInvoke = Scenarios, Description = "C++ by hand, AVX-512, in place"), BenchmarkCategory(Ic18Native.Category)]
    public double Native() => Ic18Native.Run(Scenarios);

    /// <summary>The plain loop written by hand.</summary>
    [Benchmark(OperationsPerInvoke = Scenarios, Description = "C# by hand, one scenario at a time")]
    public void Scalar() => scalar.Run(given, outputs);

    /// <summary>The library, machine code.</summary>
    [Benchmark(OperationsPerInvoke = Scenarios, Description = "Library, machine code, in place")]
    public void Code() => Run(code);

    /// <summary>The library, machine code, inputs copied in and outputs copied out.</summary>
    [Benchmark(OperationsPerInvoke = Scenarios, Description = "Library, machine code, copied")]
    public void CodeCopied() => Simulate(block);

    /// <summary>The library, tape.</summary>
    [Benchmark(OperationsPerInvoke = Scenarios, Description = "Library, tape, in place")]
    public void Tape() => Run(tape);

    /// <summary>The library, one scenario after another.</summary>
    [Benchmark(OperationsPerInvoke = Scenarios, Description = "Library, one scenario at a time")]
    public void LibraryOne() => Simulate(one);

    static void Run(Evaluator[] evaluators)
    {
        foreach (var evaluator in evaluators) evaluator.Run(evaluator.Width);
    }

    Evaluator[] Filled(Evaluation.Program program, EvaluationTier tier)
    {
        Evaluator[] evaluators = [.. Enumerable.Range(0, Scenarios / program.CreateEvaluator().Width).Select(_ => program.CreateEvaluator(tier: tier))];
        foreach (var (i, evaluator) in evaluators.Index()) Fill(evaluator, i * evaluator.Width);
        return evaluators;
    }

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
