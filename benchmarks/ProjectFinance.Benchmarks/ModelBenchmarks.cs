using BenchmarkDotNet.Attributes;
using ProjectFinance.Benchmarks.Yardstick;
using ProjectFinance.Evaluation;

namespace ProjectFinance.Benchmarks;

/// <summary>What it takes before the first number: a deal written as lines, its formulas laid out as a graph, the graph compiled to a program, the program made machine code.</summary>
[MemoryDiagnoser]
public class ModelBenchmarks
{
    readonly Evaluation.Program compiled = Ic18Model.Compile();
    readonly LongDeal long240 = new();

    /// <summary>Lays out the lines of the yardstick deal and compiles them.</summary>
    [Benchmark(Description = "IC-18M: lay out and compile")]
    public Evaluation.Program Compile() => Ic18Model.Compile();

    /// <summary>Makes the memory in which one thread evaluates blocks of the default width.</summary>
    [Benchmark(Description = "IC-18M: make an evaluator for blocks of 256")]
    public Evaluator MakeEvaluator() => compiled.CreateEvaluator();

    /// <summary>Writes the long deal's lines and every cell's formula, and looks for circular references: the graph of 241,647 nodes.</summary>
    [Benchmark(Description = "Long deal: lay out")]
    public Model LayOutLong()
    {
        var model = new LongDeal().Model;
        model.Complete();
        return model;
    }

    /// <summary>Makes the program of the long deal, 144,805 operations, of its graph.</summary>
    [Benchmark(Description = "Long deal: compile", Baseline = true)]
    public Evaluation.Program CompileLong() => long240.Model.Compile(long240.Outputs, long240.Varying);

    /// <summary>Makes the program and the machine code.</summary>
    [Benchmark(Description = "Long deal: compile to machine code")]
    public Evaluator GenerateLong() => long240.Model.Compile(long240.Outputs, long240.Varying).CreateEvaluator(tier: EvaluationTier.Code);
}
