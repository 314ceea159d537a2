using System.Globalization;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Reporting;
using ProjectFinance.Results;
using ProjectFinance.Tests.Oracle;

namespace ProjectFinance.Tests.Reporting;

public class StatementTextTests
{
    public static TheoryData<string, ReportingStep, bool> EveryWay
    {
        get
        {
            var ways = new TheoryData<string, ReportingStep, bool>();
            foreach (var name in OracleScenarios.All.Keys)
            foreach (var by in Enum.GetValues<ReportingStep>())
            {
                ways.Add(name, by, false);
                ways.Add(name, by, true);
            }
            return ways;
        }
    }

    // What is accepted here is how figures are laid out; what they are is compared with the slow version elsewhere.
    [Fact]
    public void Statement_OfASmallDeal_IsLaidOutAsAccepted()
    {
        var deal = DealLayout.Lay(SmallDeal.Terms);

        Snapshot.Match(StatementText.Write(deal, new Runner(deal.Model).Run()));
    }

    [Theory]
    [MemberData(nameof(EveryWay))]
    public void Line_InEveryScenarioAndStep_IsAtMost120Wide(string name, ReportingStep by, bool all)
    {
        var (deal, run) = OracleLaidOut.Of(OracleScenarios.All[name]);

        var lines = StatementText.Lines(deal, run, new() { By = by, All = all });

        Assert.All(lines, line => Assert.True(line.Text.Length <= 120, line.Text));
        Assert.All(lines, line => Assert.Equal(line.Text.TrimEnd(), line.Text));
        Assert.All(lines, line => Assert.DoesNotContain(line.Text, char.IsControl));
    }

    [Fact]
    public void Line_OfADealWithLongNamesAndLargeAmounts_IsAtMost120Wide()
    {
        var long_ = string.Join(' ', Enumerable.Repeat("exceedingly", 20));
        var terms = OracleDeal.Terms(OracleScenarios.NeverComplete);
        var deal = DealLayout.Lay(terms with
        {
            Name = $"{long_} {new string('x', 300)}\n\u001b[31m",
            Facilities = [terms.Facilities[0] with { Commitment = 19_500_000_000_000 * Units.Usd }],
            Lines = [new() { Name = $"Sponsor / {long_}", Unit = Units.Usd, Amount = new ProjectFinance.Amounts.StatedAmount(-12_345_678_901_234 * Units.Usd) }],
        }, OracleDeal.Market(OracleScenarios.NeverComplete));

        var lines = StatementText.Lines(deal, new Runner(deal.Model).Run());

        Assert.All(lines, line => Assert.True(line.Text.Length <= 120, line.Text));
        Assert.All(lines, line => Assert.DoesNotContain(line.Text, char.IsControl));
    }

    [Theory]
    [InlineData(ReportingStep.Year)]
    [InlineData(ReportingStep.Quarter)]
    public void Pages_OfPeriods_ShowEveryPeriodOnceAndTheTotalLast(ReportingStep by)
    {
        var (_, run) = OracleLaidOut.Of(OracleScenarios.OnTime);
        var statement = Statement.Of(run, by);

        var text = StatementText.Write(run, new() { By = by, Lines = ["Project / Production"] });
        var cells = text.Split('\n').Where(line => line.Contains("Production", StringComparison.Ordinal)).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => word is "Production," or "oz")).ToList();

        var row = statement[run.Model.Find("Project / Production")];
        Assert.Equal(row.Values.Append(row.Total).Select(value => value is 0 ? "-" : value!.Value.ToString("#,##0", CultureInfo.InvariantCulture)), cells);
        Assert.All(statement.Periods, period => Assert.Contains(period.Label, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Money_TooWideForOnePage_IsInThousandsAndSaysSo()
    {
        var (_, run) = OracleLaidOut.Of(OracleScenarios.OnTime);

        var narrow = StatementText.Write(run, new() { Lines = ["Project loan / Establishment fee"] });
        var wide = StatementText.Write(run, new() { By = ReportingStep.Quarter, Lines = ["Project loan / Closing balance", "Project loan / Establishment fee"] });

        // 8-K 1996-07-11, Item 5(a): USD 292,500, which is 293 thousand.
        Assert.Contains("Project loan, USD  ", narrow, StringComparison.Ordinal);
        Assert.Contains(" 292,500 ", narrow, StringComparison.Ordinal);
        Assert.Contains("Project loan, USD thousands", wide, StringComparison.Ordinal);
        Assert.Contains(" 293 ", wide, StringComparison.Ordinal);
    }

    [Fact]
    public void Schedule_DateThatIsNoBusinessDay_HasAFootnote()
    {
        var (deal, run) = OracleLaidOut.Of(OracleScenarios.OnTime);

        var text = StatementText.Write(deal, run);

        // Easter Monday 1997 is 31 March; Modified Following goes back to the Thursday before Good Friday.
        Assert.Contains("1997-03-31 i*", text, StringComparison.Ordinal);
        Assert.Contains("1997-03-31 on 1997-03-27", text, StringComparison.Ordinal);
        Assert.Contains("1997-09-30 ip ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckThatIsNotZero_IsSaidAtTheTop()
    {
        var oracle = OracleScenarios.OnTime;
        var deal = DealLayout.Lay(OracleDeal.Terms(oracle), OracleDeal.Market(oracle));
        deal.Model.Check("Checks / Of one's own", Units.Usd, t => t.End == new LocalDate(1998, 3, 31) ? 2.5 * Units.Usd : 0);

        var lines = StatementText.Lines(deal, new Runner(deal.Model).Run());

        var warning = Assert.Single(lines, line => line.Text.Contains("Checks / Of one's own: off by 2.5000 on 1998-03-31", StringComparison.Ordinal));
        Assert.Equal(Emphasis.Warning, warning.Emphasis);
    }

    [Fact]
    public void Milestone_NeverReached_IsSaidToBeLate()
    {
        var (deal, run) = OracleLaidOut.Of(OracleScenarios.NeverComplete);

        var text = StatementText.Write(deal, run);

        Assert.Matches(@"Completion +never +1997-11-30 +late", text);
    }

    [Fact]
    public void AsOf_Given_StandsInTheHeading()
    {
        var deal = DealLayout.Lay(Deal.Parse(Results.ShortLoan.Json), asOf: new LocalDate(2001, 2, 3));

        Assert.Contains("as known on 2001-02-03", StatementText.Write(deal, new Runner(deal.Model).Run()), StringComparison.Ordinal);
    }
}
