using ProjectFinance.Reporting;
using ProjectFinance.Results;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Tests.Scenarios;

public sealed class SimulationTests
{
    static readonly string Whole = SimulatedDeal.Json();

    [Fact]
    public void Simulation_OfADeal_CountsWhatSingleRunsShow()
    {
        const int paths = 300;
        var deal = SimulatedDeal.Lay();
        var runner = new Runner(deal.Model);
        var gold = SimulatedDeal.Gold(deal).ToList();
        // The first column has no sales: nothing depends on its price.
        var runs = Enumerable.Range(0, paths).Select(s => runner.Run(gold.Index().Where(cell => runner.Inputs.Contains(cell.Item)).ToDictionary(cell => cell.Item, cell => SimulatedDeal.Price(s, cell.Index)))).ToList();
        var headlines = runs.ConvertAll(run => Headline.Of(deal, run));

        var result = deal.Simulate(SimulatedDeal.Scenarios(deal), SimulatedDeal.Options with { Paths = paths });

        Assert.Equal(["lowest Ratios / DSCR", "lowest Ratios / LLCR", "Project loan / Closing balance@2002-09-30", "total Proceeds Account / Distribution"], result.Outputs.Select(output => output.Name));
        Assert.Equal(headlines.Min(headline => headline.LowestDscr!.Value), result["lowest Ratios / DSCR"].Lowest!.Value);
        Assert.Equal(headlines.Max(headline => headline.Loans[0].OutstandingAtMaturity.Value), result["Project loan / Closing balance@2002-09-30"].Highest!.Value, 1e-6);
        Assert.Equal(1, result["total Proceeds Account / Distribution"].Mean!.Value / headlines.Average(headline => headline.Distributions[0].Total.Value), 1e-12);
        foreach (var happens in result.Events.Where(happens => happens.Line.Length > 0))
        {
            var breaches = runs.Select(run => Breach.Of(run, run.Model.Find(happens.Line))).OfType<Breach>().ToList();
            Assert.Equal(breaches.Count, happens.Count);
            Assert.Equal(breaches.GroupBy(breach => breach.First).OrderBy(day => day.Key).Select(day => new FirstOn(day.Key, day.Count())), happens.First);
            double p = (double)breaches.Count / paths;
            Assert.Equal((p, Math.Sqrt(p * (1 - p) / paths)), (happens.Probability, happens.StandardError));
        }
        Assert.Equal(headlines.Count(headline => !headline.Breaches.IsEmpty), result.Events.Single(happens => happens.Name == "Any breach").Count);
        var dscr = result.Bands[0];
        foreach (var (t, period) in dscr.Periods.Index())
        {
            var values = runs.Select(run => run.Values(dscr.Line)[t]).Where(double.IsFinite).ToList();
            Assert.Equal((period.End, values.Count, paths - values.Count), (deal.Model.Periods[t].End, period.Statistics.Count, period.Statistics.NotApplicable));
            if (values.Count > 0) Assert.Equal(values.Max(), period.Statistics.Highest!.Value);
        }
        // The comparison says something only if some of it happens in some scenarios.
        Assert.Contains(result.Events, happens => happens.Count > 0 && happens.Count < paths);
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(3, 8)]
    [InlineData(1, 1)]
    [InlineData(5, 1000)]
    [InlineData(1, 4096)]
    [InlineData(64, 7)]
    public void Result_WhateverThreadsAndWidths_IsTheSameBytes(int threads, int? width) => Assert.Equal(Whole, SimulatedDeal.Json(options => options with { Threads = threads, Width = width }));

    [Fact]
    public void Result_OfMorePaths_DependsOnlyOnThem() => Assert.NotEqual(Whole, SimulatedDeal.Json(options => options with { Paths = options.Paths + 1 }));

    [Fact]
    public void Options_ThatCannotBe_AreAllReported()
    {
        var found = Assert.Throws<InvalidInputException>(() => SimulatedDeal.Json(options => options with
        {
            Paths = 0, Threads = 0, Shard = new(3, 3), Quantiles = [0.5m, 1.5m], Tail = 0, RawFolder = "no such folder", Outputs = ["lowest Ratios / DSC", "total Nothing"], Bands = ["Rations / *"],
        }));

        Assert.Equal(9, found.Problems.Length);
        Assert.Contains("Paths: there are 0 scenarios; simulate at least 1", found.Message, StringComparison.Ordinal);
        Assert.Contains("Threads: there are 0; use from 1 to 1,024", found.Message, StringComparison.Ordinal);
        Assert.Contains("Shard '3/3': there is no part 3 of 3; shards count from 0: 0/3 to 2/3", found.Message, StringComparison.Ordinal);
        Assert.Contains("Quantiles: 1.5 is not a part of a whole; give fractions from 0 to 1: 5 % is 0.05", found.Message, StringComparison.Ordinal);
        Assert.Contains("Line 'Ratios / DSC': the model has no line of that name; did you mean 'Ratios / DSCR'", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scenarios_ThatDoNotFit_AreToldTogetherWithOutputsThatDoNot()
    {
        var terms = ScenarioTerms.Parse("""{"name":"x","factors":[{"name":"ore","targets":["silver"],"process":{"geometricBrownian":{"volatility":"10%"}}}]}""");
        var found = Assert.Throws<InvalidInputException>(() => SimulatedDeal.Lay().Simulate(terms, new() { Paths = 10, Outputs = ["lowest Ratios / DSC"] }));
        Assert.Equal(["Line 'Ratios / DSC'", "Factor 'ore'"], found.Problems.Select(problem => problem.Subject));
    }

    [Fact]
    public void Scenarios_FewerThanPaths_AreRefused()
    {
        var deal = SimulatedDeal.Lay();
        var gold = SimulatedDeal.Gold(deal).ToList();

        var found = Assert.Throws<InvalidInputException>(() => deal.Simulate(new FormulaScenarios(gold, SimulatedDeal.Price, 99), new() { Paths = 100 }));

        Assert.Equal("Scenarios: there are 99, and 100 are to be simulated; simulate as many as there are, or fewer", found.Message);
    }

    [Fact]
    public void Model_WithoutOutputs_IsRefused()
    {
        var found = Assert.Throws<InvalidInputException>(() => OneNumber.Simulate(10, _ => 1, options => options with { Outputs = [] }));

        Assert.Equal("Outputs: nothing is asked for; name outputs, such as lowest Ratios / DSCR, or bands", found.Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Progress_OfAShard_RisesToAllOfIt(int threads)
    {
        var told = new Told();

        SimulatedDeal.Part(1, 2, options => options with { Progress = told, Threads = threads });

        // Six blocks in two shards of three, the last block short.
        Assert.Equal(3, told.Reports.Count);
        Assert.Equal(told.Reports.Order(), told.Reports);
        Assert.All(told.Reports, report => Assert.InRange(report, 1, 22_222 - 3 * 4096));
        Assert.Equal(22_222 - 3 * 4096, told.Reports[^1]);
        Assert.Equal(22_222 - 3 * 4096, told.Of);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Simulation_ThatIsCancelled_Stops(int threads)
    {
        using var source = new CancellationTokenSource();
        var told = new Told { After = report => { if (report >= 8192) source.Cancel(); } };
        var deal = SimulatedDeal.Lay();

        Assert.ThrowsAny<OperationCanceledException>(() => deal.Simulate(SimulatedDeal.Scenarios(deal), SimulatedDeal.Options with { Paths = 1_000_000_000_000, Progress = told, Threads = threads }, source.Token));
        Assert.InRange(told.Reports[^1], 8192, 20 * 4096);
    }

    [Fact]
    public void Memory_OfALongSimulation_IsThatOfAShortOne()
    {
        Allocated(3 * 4096);
        long little = Allocated(3 * 4096), much = Allocated(60 * 4096);

        // Twenty times the scenarios; a power of two more among their values costs a page of 32 KB each.
        Assert.InRange(much - little, -200_000, 400_000);

        static long Allocated(long paths)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            OneNumber.Simulate(paths, s => 1 + FormulaScenarios.Uniform(s, 0));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    sealed class Told : IProgress<SimulationProgress>
    {
        public List<long> Reports { get; } = [];

        public Action<long> After { get; init; } = _ => { };

        public long Of { get; private set; }

        public void Report(SimulationProgress value)
        {
            Reports.Add(value.Done);
            Of = value.Of;
            After(value.Done);
        }
    }
}
