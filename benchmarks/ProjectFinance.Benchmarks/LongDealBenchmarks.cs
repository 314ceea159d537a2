using BenchmarkDotNet.Attributes;
using ProjectFinance.Benchmarks.Yardstick;
using ProjectFinance.Evaluation;

namespace ProjectFinance.Benchmarks;

/// <summary>Deals of several facilities in one waterfall by month, from short and small to twenty years with sixteen facilities; a figure is for one scenario.</summary>
[MemoryDiagnoser]
public class LongDealBenchmarks
{
    const int Scenarios = 256;

    Evaluator tape = null!;
    Evaluator code = null!;

    /// <summary>How many months.</summary>
    [Params(60, 240)]
    public int Months { get; set; }

    /// <summary>How many facilities; about twenty lines each.</summary>
    [Params(4, 16)]
    public int Facilities { get; set; }

    /// <summary>Compiles the program and fills the inputs.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        var deal = new LongDeal(Months, Facilities);
        var program = deal.Model.Compile(deal.Outputs, deal.Varying);
        var rows = deal.Rows(Scenarios);
        (tape, code) = (program.CreateEvaluator(Scenarios, EvaluationTier.Tape), program.CreateEvaluator(Scenarios, EvaluationTier.Code));
        foreach (var evaluator in (Evaluator[])[tape, code])
            for (int i = 0; i < rows.Length; i++) rows[i].CopyTo(evaluator.Input(i));
        Console.WriteLine($"// {deal.Model.Lines.Count} lines, {program.InstructionCount} operations");
    }

    /// <summary>On the tape.</summary>
    [Benchmark(OperationsPerInvoke = Scenarios)]
    public void Tape() => tape.Run(Scenarios);

    /// <summary>As machine code.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Scenarios, Description = "Machine code")]
    public void Code() => code.Run(Scenarios);
}
