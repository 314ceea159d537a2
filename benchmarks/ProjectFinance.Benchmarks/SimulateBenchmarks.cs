using System.Reflection;
using BenchmarkDotNet.Attributes;
using ProjectFinance.Deals;
using ProjectFinance.Evaluation;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Benchmarks;

/// <summary>
/// The reference deal in a million scenarios of four correlated factors, on one thread: the program of the usual outputs, breaches and defaults by itself, with its scenarios drawn, and the simulation as a whole,
/// which compiles that program first and counts its results. One operation is one scenario.
/// </summary>
[MemoryDiagnoser]
public class SimulateBenchmarks
{
    const int Paths = 1 << 20;

    readonly LaidOutDeal deal = DealLayout.Lay(Deal.Parse(Resource("illinois-creek-1996-07.json")));
    readonly ScenarioTerms terms = ScenarioTerms.Parse(Resource("scenarios-1996.json"));
    readonly DrawnScenarios drawn;
    readonly Evaluator evaluator;

    public SimulateBenchmarks()
    {
        Formula[] outputs = [.. Figures(), .. Firsts()];
        drawn = new DrawnScenarios(deal.Model, terms, needed: deal.Model.InputsOf(outputs));
        evaluator = deal.Model.Compile(outputs, drawn.Inputs).CreateEvaluator(tier: EvaluationTier.Code);
        drawn.CreateFiller().Fill(0, evaluator.Width, evaluator);
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
        var filler = drawn.CreateFiller();
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

    /// <summary>What a simulation gives without a choice.</summary>
    IEnumerable<Formula> Figures() => deal.Simulate(terms, new() { Paths = 1 }).Outputs.Select(output => ChosenOutput.Parse(output.Name).Find(deal.Model));

    /// <summary>The first period of every breach and default, and of any.</summary>
    IEnumerable<Formula> Firsts()
    {
        foreach (var section in deal.Model.Lines.Where(line => line.Kind == LineKind.Flag && line.Section is "Breaches" or "Defaults").GroupBy(line => line.Section))
        {
            var firsts = section.Select(line => deal.Model.Periods.Reverse().Aggregate((Formula)double.PositiveInfinity, (first, t) => Formula.When(line[t] > 0, t.Index, first))).ToList();
            foreach (var first in firsts.Prepend(firsts.Aggregate(Formula.Min))) yield return first;
        }
    }

    static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource '{name}' is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
