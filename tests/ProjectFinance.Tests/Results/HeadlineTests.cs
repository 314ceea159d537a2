using NodaTime;
using ProjectFinance.Results;
using ProjectFinance.Tests.Oracle;

namespace ProjectFinance.Tests.Results;

/// <summary>The headline of a run against the same questions asked of the independent re-implementation in decimal.</summary>
public class HeadlineTests
{
    // A cent, which the library calls nothing.
    const decimal Cent = 0.01m;

    public static TheoryData<string> Cases => [.. OracleScenarios.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Loan_InEveryScenario_IsDrawnAndRepaidAsTheSlowVersionSays(string name)
    {
        var oracle = OracleScenarios.All[name];
        var (ends, lines) = (Ends(oracle), ProjectFinance.Tests.Oracle.Oracle.Run(oracle));
        var balance = lines["Project loan / Closing balance"].Select(value => value!.Value).ToList();
        var draws = lines["Project loan / Draw"].Select(value => value!.Value).ToList();

        var (deal, run) = OracleLaidOut.Of(oracle);
        var loan = Assert.Single(Headline.Of(deal, run).Loans);

        Assert.Equal((double)draws.Sum(), loan.Drawn.Value, 3);
        Assert.Equal((double)(oracle.Commitment - draws.Sum()), loan.Undrawn.Value, 3);
        Assert.Equal(oracle.Commitment - draws.Sum() < Cent, loan.IsFullyDrawn);
        Assert.Equal(ends[draws.FindLastIndex(draw => draw >= Cent)], loan.DrawnBy);
        Assert.Equal((double)balance.Max(), loan.Largest.Value, 3);
        Assert.Equal(ends[balance.FindIndex(value => balance.Max() - value < Cent)], loan.Largest.On);
        Assert.Equal((double)balance[^1], loan.Outstanding.Value, 3);
        Assert.Equal((double)balance[ends.IndexOf(oracle.InstalmentDates[^1])], loan.OutstandingAtMaturity.Value, 3);
        Assert.Equal(balance[^1] >= Cent ? null : ends[balance.FindLastIndex(value => value >= Cent) + 1], loan.RepaidBy);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Ratios_InEveryScenario_AreTheLowestOfTheSlowVersion(string name)
    {
        var oracle = OracleScenarios.All[name];
        var (ends, lines) = (Ends(oracle), ProjectFinance.Tests.Oracle.Oracle.Run(oracle));

        var (deal, run) = OracleLaidOut.Of(oracle);
        var headline = Headline.Of(deal, run);

        Same(lines["Ratios / DSCR"], headline.LowestDscr);
        Same(lines["Ratios / LLCR"], headline.LowestLlcr);
        Same(lines["Ratios / PLCR"], headline.LowestPlcr);
        Assert.Equal((double)lines["Ratios / Gearing"].Max()!.Value, headline.HighestGearing!.Value, 9);
        Assert.Equal((double)lines["Ratios / Reserve tail"][0]!.Value, headline.ReserveTail!.Value, 9);

        void Same(decimal?[] expected, ValueOn? actual)
        {
            var lowest = expected.Min();
            Assert.Equal(lowest is null, actual is null);
            if (lowest is null) return;
            Assert.Equal((double)lowest.Value, actual!.Value, 9);
            Assert.Equal(lowest.Value, expected[ends.IndexOf(actual.On)]!.Value, 9);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Breaches_InEveryScenario_AreThoseOfTheSlowVersion(string name)
    {
        var oracle = OracleScenarios.All[name];
        var (ends, lines) = (Ends(oracle), ProjectFinance.Tests.Oracle.Oracle.Run(oracle));
        var expected = new Dictionary<string, List<LocalDate>>
        {
            // The longstops are those the oracle's deal is written with.
            ["Mechanical Completion not reached by 1997-07-31"] = [.. ends.Where(end => end >= new LocalDate(1997, 7, 31) && !(oracle.MechanicalCompletion <= end))],
            ["Completion not reached by 1997-11-30"] = [.. ends.Where(end => end >= new LocalDate(1997, 11, 30) && !(oracle.Completion <= end))],
            ["Proceeds Account below its minimum balance"] = Beyond("Proceeds Account / Shortfall of minimum balance"),
            ["Proceeds Account: payments overdue"] = [.. ends.Where((_, t) => OracleNames.Obligations.Sum(owed => lines[$"{owed} overdue"][t]!.Value) > Cent)],
        };

        var (deal, run) = OracleLaidOut.Of(oracle);
        var headline = Headline.Of(deal, run);
        // The oracle's contributions are paid as agreed.
        foreach (var contribution in deal.Deal.Contributions) expected.Add($"{contribution.Name} missed", []);

        Assert.Equal(expected.Count, headline.BreachesTested);
        Assert.Equal(expected.Where(e => e.Value.Count > 0).Select(e => e.Key).Order(StringComparer.Ordinal), headline.Breaches.Select(b => b.Title).Order(StringComparer.Ordinal));
        Assert.All(headline.Breaches, breach =>
        {
            var held = expected[breach.Title];
            Assert.Equal((held[0], held[^1], held.Count, held[^1] == ends[^1]), (breach.First, breach.Last, breach.Columns, breach.IsContinuing));
        });

        List<LocalDate> Beyond(string line) => [.. ends.Where((_, t) => lines[line][t]!.Value > Cent)];
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Distributions_InEveryScenario_AreThoseOfTheSlowVersion(string name)
    {
        var oracle = OracleScenarios.All[name];
        var (ends, lines) = (Ends(oracle), ProjectFinance.Tests.Oracle.Oracle.Run(oracle));
        var expected = lines["Proceeds Account / Distribution"].Select(value => value!.Value).ToList();

        var (deal, run) = OracleLaidOut.Of(oracle);
        var distributed = Assert.Single(Headline.Of(deal, run).Distributions);

        Assert.Equal((double)expected.Sum(), distributed.Total.Value, 3);
        Assert.Equal(expected.FindIndex(value => value > 0) is var first and >= 0 ? ends[first] : null, distributed.First);
    }

    [Fact]
    public void Checks_OfAGoodRun_HaveNoFailure()
    {
        var (deal, run) = OracleLaidOut.Of(OracleScenarios.OnTime);

        var headline = Headline.Of(deal, run);

        Assert.NotEmpty(headline.Checks);
        Assert.Empty(headline.FailedChecks);
    }

    [Fact]
    public void Headline_OfAnotherDealsRun_IsRefused()
    {
        var (deal, _) = OracleLaidOut.Of(OracleScenarios.OnTime);
        var (_, run) = OracleLaidOut.Of(OracleScenarios.OnTime);

        Assert.Throws<ArgumentException>(() => Headline.Of(deal, run));
    }

    static List<LocalDate> Ends(OracleCase oracle) => [oracle.Closing, .. oracle.ColumnEnds];
}
