using BenchmarkDotNet.Attributes;
using ProjectFinance.Deals;
using ProjectFinance.Excel;
using ProjectFinance.Results;

namespace ProjectFinance.Benchmarks;

/// <summary>The reference deal as a workbook, against laying it out and running it.</summary>
[MemoryDiagnoser]
public class WorkbookBenchmarks
{
    readonly Deal deal = Deal.Parse(Seeds.Read("illinois-creek-1996-07.json"));
    readonly Market market = Market.Parse(Seeds.Read("market-1996-2001.json"));
    readonly Run run;

    public WorkbookBenchmarks() => run = deal.Run(market);

    [Benchmark(Description = "Lay out and run", Baseline = true)]
    public Run LayOutAndRun() => deal.Run(market);

    [Benchmark(Description = "Write the workbook of the run")]
    public byte[] Write() => DealWorkbook.Write(run, deal.Name);
}
