using BenchmarkDotNet.Attributes;
using ProjectFinance.Deals;
using ProjectFinance.Reporting;
using ProjectFinance.Results;

namespace ProjectFinance.Benchmarks;

/// <summary>The page of a run of the reference deal, against laying the deal out and running it.</summary>
[MemoryDiagnoser]
public class PageBenchmarks
{
    readonly Deal deal = Deal.Parse(Seeds.Read("illinois-creek-1996-07.json"));
    readonly Market market = Market.Parse(Seeds.Read("market-1996-2001.json"));
    readonly LaidOutDeal laidOut;
    readonly Run run;

    public PageBenchmarks()
    {
        laidOut = DealLayout.Lay(deal, market);
        run = new Runner(laidOut.Model).Run();
    }

    [Benchmark(Description = "Lay out and run", Baseline = true)]
    public Run LayOutAndRun() => new Runner(DealLayout.Lay(deal, market).Model).Run();

    [Benchmark(Description = "The page")]
    public string Page() => RunHtml.Write(laidOut, run);

    [Benchmark(Description = "The same as JSON")]
    public string Json() => RunJson.Write(laidOut, run);
}
