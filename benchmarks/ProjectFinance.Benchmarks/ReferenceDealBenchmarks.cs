using BenchmarkDotNet.Attributes;
using ProjectFinance.Deals;
using ProjectFinance.Results;

namespace ProjectFinance.Benchmarks;

/// <summary>The reference deal, from its term sheet to the values of every line.</summary>
[MemoryDiagnoser]
public class ReferenceDealBenchmarks
{
    readonly string termSheet = Seeds.Read("illinois-creek-1996-07.json");
    readonly Deal deal;
    readonly Market market = Market.Parse(Seeds.Read("market-1996-2001.json"));
    readonly LaidOutDeal laidOut;
    readonly Runner runner;
    readonly Dictionary<InputCell, double> lateCompletion;

    public ReferenceDealBenchmarks()
    {
        deal = Deal.Parse(termSheet);
        laidOut = DealLayout.Lay(deal, market);
        runner = new Runner(laidOut.Model);
        lateCompletion = new() { [laidOut.Model.FindMilestone("Completion").Date!.Input] = 700 };
    }

    [Benchmark(Description = "Read the term sheet")]
    public Deal Read() => Deal.Parse(termSheet);

    [Benchmark(Description = "Lay out and compile")]
    public Runner LayOutAndCompile() => new(DealLayout.Lay(deal, market).Model);

    [Benchmark(Description = "One run, every line", Baseline = true)]
    public Run OneRun() => runner.Run();

    [Benchmark(Description = "One run, Completion moved")]
    public Run OneRunWithAChange() => runner.Run(lateCompletion);
}
