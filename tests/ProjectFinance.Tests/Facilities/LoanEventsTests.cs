using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using ProjectFinance.Results;
using ProjectFinance.Tests.Oracle;
using static ProjectFinance.Tests.Facilities.SmallDeal;

namespace ProjectFinance.Tests.Facilities;

/// <summary>What the state of default does to a loan, advances on dates, and commitments that change.</summary>
public class LoanEventsTests
{
    static readonly LocalDate September = new(1996, 9, 30);
    static readonly LocalDate December = new(1996, 12, 31);
    static readonly LocalDate March = new(1997, 3, 31);

    static Action<Model> Flagged(string title, LocalDate from, LocalDate? until = null) =>
        model => model.Flag($"Defaults / {title}", t => t.End >= from && (until is null || t.End <= until));

    // Flagged at the end of September, what is wanted in December cannot be drawn; in March it can.
    [Fact]
    public void DrawStop_AtTheEndOfTheColumnBefore_StopsDrawing()
    {
        var run = new SmallDeal { Wanted = [(Closing, 10_000_000), (December, 1_000_000), (March, 2_000_000)], Fees = [new CommitmentFee(0.005)] }.Run(with: Flagged("Draw stop", September, September));

        Assert.Equal([(Closing, 10_000_000), (March, 2_000_000)], run.Payments($"{L} / Draw"));
        // The commitment stands: 9.5M x 0.5 % x 92/360.
        Assert.Equal(9_500_000 * 0.005 * 92 / 360, run.At($"{L} / Commitment fee paid", December), 1e-6);
    }

    // 19.5M x 2 % x 90/360 = 97,500 on top of the usual interest.
    [Fact]
    public void DefaultMargin_WhileADefaultContinues_IsOnTheWholeBalance()
    {
        var run = new SmallDeal().Run(with: Flagged("Default margin", December, December));

        Assert.Equal([(March, 97_500.0)], run.Payments($"{L} / Default interest"));
        Assert.Equal(19_500_000 * 0.099375 * 90 / 360, run.At($"{L} / Interest paid", March), 1e-6);
    }

    // Accelerated on 31 December 1997, after two instalments: 14,625,000 falls due at the end of the next column.
    [Fact]
    public void Acceleration_MakesAllPrincipalDueAtOnce()
    {
        var run = new SmallDeal().Run(with: Flagged("Accelerated", new(1997, 12, 31)));

        Assert.Equal([(new(1997, 9, 30), 2_437_500), (new(1997, 12, 31), 2_437_500), (new(1998, 3, 31), 14_625_000)], run.Payments($"{L} / Principal paid"));
    }

    [Fact]
    public void Acceleration_EndsDrawingAndTheCommitmentFee()
    {
        var run = new SmallDeal { Wanted = [(Closing, 10_000_000), (March, 1_000_000)], Fees = [new CommitmentFee(0.005)] }.Run(with: Flagged("Accelerated", September));

        Assert.Equal([(Closing, 10_000_000.0)], run.Payments($"{L} / Draw"));
        Assert.Equal([(September, Math.Round(9_500_000 * 0.005 * 81 / 360, 2))], run.Payments($"{L} / Commitment fee paid"));
        Assert.Equal([(December, 10_000_000.0)], run.Payments($"{L} / Principal paid"));
    }

    [Fact]
    public void Acceleration_NotPaid_StaysOverdueAndIsChargedOnce()
    {
        var run = new SmallDeal { Costs = [("1996-07-11/1996-09-30", 19_500_000)], PaidIn = [(September, 1_000_000)] }.Run(with: Flagged("Accelerated", September));

        Assert.Equal([(December, 19_500_000.0)], run.Payments($"{L} / Principal scheduled"));
        Assert.True(run.At($"{L} / Principal overdue", Maturity) > 18_000_000);
    }

    // 10M at closing and 5M in December, whatever is needed; the fee ends with the last advance.
    [Fact]
    public void Advances_AreDrawnOnTheirDates_AndTheFeeEndsWithTheLast()
    {
        var run = new SmallDeal
        {
            Fees = [new CommitmentFee(0.005)],
            Terms = loan => loan with { Draws = new Advances([new(Closing, 10_000_000 * Units.Usd), new(new(1996, 12, 15), 5_000_000 * Units.Usd)]) },
        }.Run();

        Assert.Equal([(Closing, 10_000_000), (new(1996, 12, 15), 5_000_000)], run.Payments($"{L} / Draw"));
        // 81 days to September, 76 more to 15 December.
        Assert.Equal([(September, Math.Round(9_500_000 * 0.005 * 81 / 360, 2)), (December, Math.Round(9_500_000 * 0.005 * 76 / 360, 2))], run.Payments($"{L} / Commitment fee paid"));
        Assert.Equal(0, run.At($"{L} / Available to draw", December));
    }

    [Fact]
    public void Advances_BeyondTheCommitment_TakeWhatIsLeft()
    {
        var run = new SmallDeal { Terms = loan => loan with { Draws = new Advances([new(Closing, 15_000_000 * Units.Usd), new(September, 6_000_000 * Units.Usd)]) } }.Run();

        Assert.Equal([(Closing, 15_000_000), (September, 4_500_000)], run.Payments($"{L} / Draw"));
    }

    // 9.5M drawn. 46 days to 15 November with 10M undrawn, 46 with 11M; then 11M may be drawn.
    [Fact]
    public void Commitment_ThatRisesOnADate_MayBeDrawnAndBearsItsFeeFromThen()
    {
        var november = new LocalDate(1996, 11, 15);
        var run = new SmallDeal
        {
            Wanted = [(Closing, 9_500_000), (December, 12_000_000)], Fees = [new CommitmentFee(0.005)],
            Terms = loan => loan with { Commitment = loan.Commitment.Then(new OnDate(november), 20_500_000 * Units.Usd) },
        }.Run();

        Assert.Equal(21_000_000 * 0.005 * 46 / 360, run.At($"{L} / Commitment fee paid", December), 1e-6);
        Assert.Equal(11_000_000, run.At($"{L} / Draw", December), 1e-6);
        // Seen from 30 September: 10M x 46 days and 11M x 46.
        Assert.Equal(21_000_000 * 0.005 * 46 / 360, run.At($"{L} / Fees for the next 3 months", September), 1e-6);
    }

    [Fact]
    public void Commitment_ThatFallsBelowTheBalance_LeavesNothingToDrawAndNoFee()
    {
        var run = new SmallDeal
        {
            Wanted = [(Closing, 9_500_000), (December, 1_000_000)], Fees = [new CommitmentFee(0.005)],
            Terms = loan => loan with { Commitment = loan.Commitment.Then(new OnDate(September), 9_000_000 * Units.Usd) },
        }.Run();

        Assert.Equal([(Closing, 9_500_000.0)], run.Payments($"{L} / Draw"));
        Assert.Equal([(September, 11_250.0)], run.Payments($"{L} / Commitment fee paid"));
    }

    // The margin, availability and the commitment follow a milestone that turns on the account, which the draw fills by what interest is to come: no circle.
    [Theory]
    [InlineData(MarginChange.OnTheDay)]
    [InlineData(MarginChange.NextInterestPeriod)]
    public void MilestoneByTest_ThatTurnsOnTheDraw_IsNoCircle(MarginChange change)
    {
        var terms = OracleDeal.Terms(OracleScenarios.OnTime);
        var loan = terms.Facilities[0];
        var test = new Compared(new LineAmount("Proceeds Account / Closing balance"), Relation.AtLeast, new StatedAmount(2_500_000 * Units.Usd));
        var deal = terms with
        {
            Milestones = [.. terms.Milestones.Select(milestone => milestone with { Expected = null, Test = test })],
            Facilities = [loan with { Interest = loan.Interest with { MarginChange = change }, Commitment = loan.Commitment.Then(new OnMilestone("Completion"), loan.Commitment.Initial) }],
        };

        var run = deal.Run(OracleDeal.Market(OracleScenarios.OnTime));

        Assert.All(run.Checks, check => Assert.True(check.Passed, $"{check.Name} is off by {check.Largest} in {check.At}"));
        Assert.Contains(run.Values("Project loan / Margin").ToArray(), margin => margin < (double)OracleScenarios.OnTime.InitialMargin);
    }
}
