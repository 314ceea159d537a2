using NodaTime;
using static ProjectFinance.Tests.Oracle.OracleNames;

namespace ProjectFinance.Tests.Oracle;

/// <summary>What must hold in every course of the deal, whatever the figures; and that the four courses differ as their names say.</summary>
public class OracleScenarioTests
{
    // Sums of some thirty cells of at most a hundred million, each good to decimal's 28 digits.
    const int Digits = 12;

    public static TheoryData<string> Names => [.. OracleScenarios.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Cash_EveryScenario_IsConserved(string name)
    {
        var lines = Oracle.Run(OracleScenarios.All[name]);

        var paid = Obligations.Sum(obligation => Sum(lines, $"{obligation} paid"));
        var kept = lines[$"{A} / Closing balance"][^1]!.Value;
        Assert.Equal(Sum(lines, $"{A} / Receipts"), paid + Sum(lines, $"{A} / Distribution") + kept, Digits);
        Assert.All(lines[$"{A} / Closing balance"], balance => Assert.True(balance >= 0m));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Loan_EveryScenario_DrawnIsRepaidPlusOutstanding(string name)
    {
        var lines = Oracle.Run(OracleScenarios.All[name]);

        var lent = Sum(lines, $"{L} / Draw") + Sum(lines, $"{L} / Interest capitalised");
        Assert.Equal(lent, Sum(lines, $"{Principal} paid") + lines[$"{L} / Closing balance"][^1]!.Value, Digits);
        Assert.All(lines[$"{L} / Closing balance"], balance => Assert.InRange(balance!.Value, -1e-15m, 19_500_000m));
    }

    // Charges never paid stay overdue: all that ever fell due is paid or overdue at the end. Interest accrues in whole periods, so all of it falls due.
    [Theory]
    [MemberData(nameof(Names))]
    public void Obligations_EveryScenario_ArePaidOrOverdue(string name)
    {
        var lines = Oracle.Run(OracleScenarios.All[name]);

        foreach (var obligation in Obligations.Except([Interest, Principal]))
        {
            Assert.Equal(Sum(lines, obligation), Sum(lines, $"{obligation} paid") + lines[$"{obligation} overdue"][^1]!.Value, Digits);
        }

        var interest = Sum(lines, Interest) + Sum(lines, $"{L} / Default interest");
        Assert.Equal(interest, Sum(lines, $"{Interest} paid") + lines[$"{Interest} overdue"][^1]!.Value, Digits);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_BelowWhatIsAvailable_LeavesTheAccountAtItsMinimum(string name)
    {
        var lines = Oracle.Run(OracleScenarios.All[name]);
        var draws = lines[$"{L} / Draw"];

        Assert.Contains(draws, draw => draw > 0m);
        for (var t = 0; t < draws.Length; t++)
        {
            if (draws[t] > 0m && draws[t] < lines[$"{L} / Available to draw"][t])
            {
                Assert.Equal(lines[$"{A} / Minimum balance"][t]!.Value, lines[$"{A} / Closing balance"][t]!.Value, 9);
            }
        }
    }

    [Fact]
    public void OnTime_PlanHolds_LoanIsRepaidAndCashIsDistributed()
    {
        var lines = Oracle.Run(OracleScenarios.OnTime);

        Assert.Equal(0m, lines[$"{L} / Closing balance"][^1]!.Value, Digits);
        Assert.True(Sum(lines, $"{A} / Distribution") > 0m);
    }

    [Fact]
    public void NeverComplete_NothingIsDistributedAndTheFirstMarginStays()
    {
        var lines = Oracle.Run(OracleScenarios.NeverComplete);

        Assert.Equal(0m, Sum(lines, $"{A} / Distribution"));
        Assert.All(lines[$"{L} / Margin"], margin => Assert.Equal(0.0225m, margin));
    }

    [Fact]
    public void PriceCrash_PrincipalFallsOverdue()
    {
        var lines = Oracle.Run(OracleScenarios.PriceCrash);

        Assert.Contains(lines[$"{Principal} overdue"], overdue => overdue > 0m);
    }

    // 30 September and 30 November are month ends and stay so; 15 June is not one.
    [Theory]
    [InlineData("1996-09-30", 3, "1996-12-31")]
    [InlineData("1997-11-30", 3, "1998-02-28")]
    [InlineData("1997-06-15", 3, "1997-09-15")]
    [InlineData("1998-06-30", -12, "1997-06-30")]
    [InlineData("1998-02-28", -12, "1997-02-28")]
    public void PlusMonths_MonthEnd_StaysAMonthEnd(string day, int months, string expected)
    {
        var pattern = NodaTime.Text.LocalDatePattern.Iso;
        Assert.Equal(pattern.Parse(expected).Value, OracleTimeline.PlusMonths(pattern.Parse(day).Value, months));
    }

    // A year of 365 over 1997 puts a unit on every day; half of April (15 of 30 days) gets 15.
    [Fact]
    public void Spread_SpanAcrossColumns_GoesByDays()
    {
        var timeline = new OracleTimeline(new(1996, 12, 31), [new(1997, 3, 31), new(1997, 4, 15), new(1997, 12, 31)]);

        Assert.Equal([0m, 90m, 15m, 260m], timeline.Spread([(new LocalDate(1996, 12, 31), new LocalDate(1997, 12, 31), 365m)]));
        Assert.Throws<ArgumentException>(() => timeline.Spread([(new LocalDate(1997, 6, 30), new LocalDate(1998, 6, 30), 1m)]));
    }

    static decimal Sum(OracleResult lines, string name) => lines[name].Sum(cell => cell!.Value);
}
