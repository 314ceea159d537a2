using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using ProjectFinance.Benchmarks.Yardstick;
using ProjectFinance.Deals;
using ProjectFinance.Evaluation;

namespace ProjectFinance.Benchmarks;

/// <summary>
/// One output and all its derivatives against the output alone: the value of distributions of the yardstick deal IC-18M (54 inputs) and of the long deal (481 inputs), the lowest
/// DSCR of the reference deal (325 inputs). A figure is for one scenario. Inputs are in the rows of the evaluator beforehand; blocks are as wide as suits each program.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class GradientBenchmarks
{
    const int Wide = 256;
    const int Narrow = 64;
    const int Narrowest = 32;

    readonly Evaluator yardstick;
    readonly Evaluator yardstickGradient;
    readonly Evaluator longDeal;
    readonly Evaluator longDealGradient;
    readonly Evaluator reference;
    readonly Evaluator referenceGradient;

    public GradientBenchmarks()
    {
        var (model, outputs, varying) = Ic18Model.Write();
        var scenarios = new Ic18Scenarios(Wide).Rows();
        (yardstick, yardstickGradient) = (Filled(model.Compile([outputs[2]], varying), scenarios, Wide), Filled(model.CompileGradient(outputs[2], varying), scenarios, Narrow));

        var deal = new LongDeal();
        var longScenarios = deal.Rows(Wide);
        longDeal = Filled(deal.Model.Compile([deal.Outputs[2]], deal.Varying), longScenarios, Wide);
        longDealGradient = Filled(deal.Model.CompileGradient(deal.Outputs[2], deal.Varying), longScenarios, Narrowest);

        var july = DealLayout.Lay(Deal.Parse(Seeds.Read("illinois-creek-1996-07.json")), Market.Parse(Seeds.Read("market-1996-2001.json"))).Model;
        var lowest = ChosenOutput.Parse("lowest Ratios / DSCR").Find(july);
        var inputs = july.InputsOf([lowest]);
        double[][] planned = [.. inputs.Select(input => Enumerable.Repeat(input.Value, Wide).ToArray())];
        (reference, referenceGradient) = (Filled(july.Compile([lowest], inputs), planned, Wide), Filled(july.CompileGradient(lowest, inputs), planned, Narrow));
    }

    [BenchmarkCategory("IC-18M"), Benchmark(Baseline = true, OperationsPerInvoke = Wide, Description = "IC-18M, value")]
    public void Yardstick() => yardstick.Run(Wide);

    [BenchmarkCategory("IC-18M"), Benchmark(OperationsPerInvoke = Narrow, Description = "IC-18M, value and gradient")]
    public void YardstickGradient() => yardstickGradient.Run(Narrow);

    [BenchmarkCategory("Long deal"), Benchmark(Baseline = true, OperationsPerInvoke = Wide, Description = "Long deal, value")]
    public void Long() => longDeal.Run(Wide);

    [BenchmarkCategory("Long deal"), Benchmark(OperationsPerInvoke = Narrowest, Description = "Long deal, value and gradient")]
    public void LongGradient() => longDealGradient.Run(Narrowest);

    [BenchmarkCategory("Reference deal"), Benchmark(Baseline = true, OperationsPerInvoke = Wide, Description = "Reference deal, value")]
    public void Reference() => reference.Run(Wide);

    [BenchmarkCategory("Reference deal"), Benchmark(OperationsPerInvoke = Narrow, Description = "Reference deal, value and gradient")]
    public void ReferenceGradient() => referenceGradient.Run(Narrow);

    static Evaluator Filled(Evaluation.Program program, double[][] scenarios, int width)
    {
        var evaluator = program.CreateEvaluator(width, EvaluationTier.Code);
        for (int i = 0; i < scenarios.Length; i++) scenarios[i].AsSpan(0, width).CopyTo(evaluator.Input(i));
        return evaluator;
    }
}
