using System.Globalization;
using BenchmarkDotNet.Attributes;
using NodaTime;
using ProjectFinance.Results;

namespace ProjectFinance.Benchmarks;

/// <summary>The reference deal with a year and a half of history, and what of a change of the market makes the difference, beside laying it out and running it once.</summary>
[MemoryDiagnoser]
public class ActualsBenchmarks
{
    static readonly LocalDate To = new(1997, 12, 31);
    static readonly ChosenOutput Interest = ChosenOutput.Parse("total Project loan / Interest paid");

    readonly Deal deal = Deal.Parse(Seeds.Read("illinois-creek-1996-07.json"));
    readonly Market market = Market.Parse(Seeds.Read("market-1996-2001.json"));
    readonly Actuals history;
    readonly ComparedRun planned, known;

    /// <summary>Takes a run's own figures as what happened.</summary>
    public ActualsBenchmarks()
    {
        var run = deal.Run(market);
        history = new([.. run.Model.Lines.Where(line => line.Kind == LineKind.Flow).SelectMany(line => run.Model.Periods.Where(t => t.End <= To && run[line, t] != 0)
            .Select(t => new Actual(t.End, line.Name, run[line, t].ToString("R", CultureInfo.InvariantCulture))))]) { To = To };
        (planned, known) = (ComparedRun.Of(deal), ComparedRun.Of(deal, market));
    }

    [Benchmark(Baseline = true, Description = "Laid out and run")]
    public Run Plan() => deal.Run(market);

    [Benchmark(Description = "With every flow of six quarters locked")]
    public Run Locked() => deal.Run(market, actuals: history);

    [Benchmark(Description = "What each of three series of the market makes of the interest")]
    public Attribution Attribute() => Attribution.Between(planned, known, Interest);
}
