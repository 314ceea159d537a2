using BenchmarkDotNet.Attributes;
using ProjectFinance.Deals;
using ProjectFinance.Evaluation;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Benchmarks;

/// <summary>
/// The reference deal in a million scenarios of four correlated factors, on one thread: the program that a simulation runs, for the usual outputs, breaches and defaults, by itself; with its scenarios drawn; and the
/// simulation as a whole, which compiles that program first and counts its results. One operation is one scenario.
/// </summary>
[MemoryDiagnoser]
public class SimulateBenchmarks
{
    const int Paths = 1 << 20;

    readonly LaidOutDeal deal = DealLayout.Lay(Deal.Parse(Seeds.Read("illinois-creek-1996-07.json")));
    readonly ScenarioTerms terms = ScenarioTerms.Parse(Seeds.Read("scenarios-1996.json"));
    readonly SimulationPlan plan;
    readonly Evaluator evaluator;

    public SimulateBenchmarks()
    {
        var usual = deal.Simulate(terms, new() { Paths = 1 }).Outputs.Select(output => output.Name);
        plan = SimulationPlan.Of(deal.Model, deal.Deal.Name, needed => new DrawnScenarios(deal.Model, terms, needed: needed), new() { Paths = Paths, Outputs = [.. usual] });
        evaluator = plan.Program.CreateEvaluator(tier: EvaluationTier.Code);
        plan.Scenarios.CreateFiller().Fill(0, evaluator.Width, evaluator);
    }

    [Benchmark(Description = "Evaluation alone, inputs hot", Baseline = true, OperationsPerInvoke = Paths)]
    public double Evaluate()
    {
        for (int first = 0; first < Paths; first += evaluator.Width) evaluator.Run(evaluator.Width);
        return evaluator.Output(0)[0];
    }

    [Benchmark(Description = "Evaluation and drawing", OperationsPerInvoke = Paths)]
    public double DrawAndEvaluate()
    {
        var filler = plan.Scenarios.CreateFiller();
        for (int first = 0; first < Paths; first += evaluator.Width)
        {
            filler.Fill(first, evaluator.Width, evaluator);
            evaluator.Run(evaluator.Width);
        }
        return evaluator.Output(0)[0];
    }

    [Benchmark(Description = "Simulation", OperationsPerInvoke = Paths)]
    public SimulationResult Simulate() => deal.Simulate(terms, new() { Paths = Paths });

    [Benchmark(Description = "Simulation with a band", OperationsPerInvoke = Paths)]
    public SimulationResult SimulateBand() => deal.Simulate(terms, new() { Paths = Paths, Bands = ["Ratios / DSCR"] });

    [Benchmark(Description = "Simulation of 4,096, compilation with it")]
    public SimulationResult SimulateFew() => deal.Simulate(terms, new() { Paths = 4096 });
}
