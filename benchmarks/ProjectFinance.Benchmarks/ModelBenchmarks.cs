using BenchmarkDotNet.Attributes;
using ProjectFinance.Benchmarks.Yardstick;

namespace ProjectFinance.Benchmarks;

/// <summary>What it takes before the first number: the yardstick deal laid out as lines and compiled to a program.</summary>
[MemoryDiagnoser]
public class ModelBenchmarks
{
    readonly Evaluation.Program compiled = Ic18Model.Compile();

    /// <summary>Lays out the lines and compiles them.</summary>
    [Benchmark(Description = "Lay out and compile")]
    public Evaluation.Program Compile() => Ic18Model.Compile();

    /// <summary>Makes the memory in which one thread evaluates blocks of the default width.</summary>
    [Benchmark(Description = "Make an evaluator for blocks of 256")]
    public Evaluation.Evaluator MakeEvaluator() => compiled.CreateEvaluator();
}
