using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Operations;
using ProjectFinance.Rates;
using ProjectFinance.Results;
using static ProjectFinance.Tests.Deals.Amending.AmendedDeal;

namespace ProjectFinance.Tests.Deals.Amending;

/// <summary>Each kind of change, by hand.</summary>
public class ChangeTests
{
    const double Cent = 0.005;

    static readonly Unit UsdPerOunce = Units.Usd / Units.GoldOunce;

    // 22 - 10 = 12 million are available, of 15 wanted. The fee is 0.5 % of what may still be drawn: 9.5 million over 46 days, then 12 million over 46 days.
    [Fact]
    public void Commitment_Raised_IsAvailableFromTheDateOn()
    {
        var run = Run(Terms.With(Amendment(new CommitmentChange(L, 22_000_000 * Units.Usd))));
        Assert.Equal(9_500_000, run.On($"{L} / Available to draw", new(1996, 9, 30)), Cent);
        Assert.Equal(12_000_000, run.On($"{L} / Draw", YearEnd), Cent);
        Assert.Equal(0.005 * 9_500_000 * 46 / 360, run.On($"{L} / Commitment fee", Effective), Cent);
        Assert.Equal(0.005 * 12_000_000 * 46 / 360, run.On($"{L} / Commitment fee", YearEnd), Cent);
        Assert.Contains("from 1996-11-15: First Amendment, 8-K 1996-11-12", run.Model.Find($"{L} / Available to draw").Source + run.Model.Parameters.First(p => p.Name == $"{L} / Commitment").Input.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Commitment_Cancelled_LeavesNothingToDraw()
    {
        var run = Run(Terms.With(Amendment(new CommitmentChange(L, 0 * Units.Usd))));
        Assert.Equal(0, run.On($"{L} / Draw", YearEnd), Cent);
        Assert.Equal(0, run.On($"{L} / Commitment fee", YearEnd), Cent);
    }

    // Of the 92 days of the quarter 46 lie after 15 November. Completion on 31 October: 31 days at 2.25, 15 at 1.875, 46 at 3.5. Later it no longer lowers the margin.
    [Theory]
    [InlineData(null, (2.25 * 46 + 3.5 * 46) / 92)]
    [InlineData("1996-10-31", (2.25 * 31 + 1.875 * 15 + 3.5 * 46) / 92)]
    [InlineData("1996-12-01", (2.25 * 46 + 3.5 * 46) / 92)]
    public void Margin_Raised_HoldsAfterTheDateWhateverComes(string? completion, double percent)
    {
        var loan = Terms.Facilities[0];
        var deal = Terms with
        {
            Facilities = [loan with { Interest = loan.Interest with { Margin = new Stepped<Percentage>(0.0225).Then(new OnMilestone("Completion"), 0.01875) } }],
            Milestones = [Terms.Milestones[0], new() { Name = "Completion", Expected = completion is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(completion).Value }],
        };
        var run = Run(deal.With(Amendment(new MarginAmendment(L, new(0.035)))));
        double margin = run.Model.Periods.Where(t => t.Start >= new LocalDate(1996, 9, 30) && t.End <= YearEnd).Sum(t => run[$"{L} / Margin", t] * t.Days) / 92;
        Assert.Equal(percent / 100, margin, 1e-12);
    }

    // Drawing ended on 30 September. One day of the column that ends on 15 November is open again, and 9.5 million may be drawn on it.
    [Fact]
    public void DrawPeriod_Reopened_LetsTheLoanBeDrawnAgain()
    {
        var ended = Small with { LastDraw = new(1996, 9, 30) };
        Assert.Equal(0, Run(ended.Deal()).On($"{L} / Draw", YearEnd), Cent);

        var run = Run(ended.Deal().With(Amendment(new DrawPeriodChange(L, new(1997, 3, 31)))));
        Assert.Equal(9_500_000, run.On($"{L} / Draw", YearEnd), Cent);
        Assert.Equal(0.005 * 9_500_000 * 1 / 360, run.On($"{L} / Commitment fee", Effective), Cent);
        Assert.Equal(0.005 * 9_500_000 * 46 / 360, run.On($"{L} / Commitment fee", YearEnd), Cent);
    }

    [Fact]
    public void DrawPeriod_EndedEarly_LeavesNothingToDraw() =>
        Assert.Equal(0, Run(Terms.With(Amendment(new DrawPeriodChange(L, new(1996, 11, 14))))).On($"{L} / Draw", YearEnd), Cent);

    [Fact]
    public void Milestone_ExpectedLater_IsReachedLater()
    {
        var deal = Terms with { Milestones = [new() { Name = "Mechanical Completion", Expected = new(1996, 12, 31), Longstop = new(1997, 7, 31) }, Terms.Milestones[1]] };
        var run = Run(deal.With(Amendment(new ExpectedDateChange("Mechanical Completion", new(1997, 6, 30)), new LongstopChange("Mechanical Completion", new(1997, 9, 30)))));
        Assert.Equal(0, run.On("Milestones / Mechanical Completion", YearEnd));
        Assert.Equal(1, run.On("Milestones / Mechanical Completion", new(1997, 6, 30)));
        Assert.NotNull(run.Model.TryFind("Breaches / Mechanical Completion not reached by 1997-09-30"));
        Assert.Null(run.Model.TryFind("Breaches / Mechanical Completion not reached by 1997-07-31"));
    }

    // Production has been an ounce a day since closing: 127 ounces on 15 November. The old test would be reached at 100 ounces, the new one holds from the start.
    [Fact]
    public void Milestone_GivenANewTest_IsReachedByItFromTheDateOn()
    {
        Test Produced(double ounces) => new Compared(new LineAmount("Project / Production"), Relation.AtLeast, new StatedAmount(ounces * Units.GoldOunce));
        var deal = Terms with { Milestones = [Terms.Milestones[0], new() { Name = "Completion", Test = Produced(1_000) }] };
        var run = Run(deal.With(Amendment(new MilestoneTestChange("Completion", Produced(10)))));
        Assert.Equal(0, run.On("Milestones / Completion", new(1996, 9, 30)));
        Assert.Equal(1, run.On("Milestones / Completion", YearEnd));
        Assert.Equal(0, Run(deal).On("Milestones / Completion", YearEnd));
    }

    // An ounce a day up to 15 November, two a day after: 1,507 days to the end of 2000.
    [Fact]
    public void Plan_OfProduction_HoldsForTheDaysAfterTheDate()
    {
        var run = Run(Terms.With(Amendment(new PlanChange("Project") { Production = Ounces(("1996-11-15/2000-12-31", 3_014)) })));
        Assert.Equal(81, run.On("Project / Production", new(1996, 9, 30)), 1e-9);
        Assert.Equal(46, run.On("Project / Production", Effective), 1e-9);
        Assert.Equal(92, run.On("Project / Production", YearEnd), 1e-9);
        Assert.Equal(180, run.On("Project / Production", new(1997, 3, 31)), 1e-9);
    }

    // A plan for the whole of the fourth quarter counts with the 46 of its 92 days that come after the date.
    [Fact]
    public void Plan_ThatBeginsBeforeTheDate_CountsAfterItOnly()
    {
        var run = Run(Terms.With(Amendment(new PlanChange("Project") { Production = Ounces(("1996-Q4", 920)) })));
        Assert.Equal(46, run.On("Project / Production", Effective), 1e-9);
        Assert.Equal(460, run.On("Project / Production", YearEnd), 1e-9);
        Assert.Equal(0, run.On("Project / Production", new(1997, 3, 31)), 1e-9);
    }

    // 46 oz x 218; 46 oz x 250; 90 oz x 250 + 365,000 x 90 / 365.
    [Fact]
    public void Plan_OfCosts_GoesOnBeginsAndEnds()
    {
        var camp = new PlannedCost(new() { Unit = Units.Usd, Amounts = ImmutableSortedDictionary<string, double>.Empty.Add("1997", 365_000) }) { Name = "Camp" };
        var run = Run(Terms.With(Amendment(new PlanChange("Project") { OperatingCosts = [new UnitCost(250 * UsdPerOunce) { Name = "Mining" }, camp] })));
        Assert.Equal(46 * 218, run.On("Project / Operating costs", Effective), Cent);
        Assert.Equal(46 * 250, run.On("Project / Operating costs", YearEnd), Cent);
        Assert.Equal(90 * 250 + 90_000, run.On("Project / Operating costs", new(1997, 3, 31)), Cent);

        var ended = Run(Terms.With(Amendment(new PlanChange("Project") { OperatingCosts = [camp] })));
        Assert.Equal(46 * 218, ended.On("Project / Operating costs", Effective), Cent);
        Assert.Equal(0, ended.On("Project / Operating costs", YearEnd), Cent);
    }

    [Fact]
    public void Contribution_NewlyAgreed_KeepsWhatWasPaidBefore()
    {
        var run = Run(Terms.With(Amendment(new ContributionChange("Sponsor / Wanted") { Payments = [new(new(1997, 3, 31), 2_000_000 * Units.Usd)] })));
        Assert.Equal(10_000_000, run.On($"{L} / Closing balance", YearEnd), Cent);
        Assert.Equal(2_000_000, run.On($"{L} / Draw", new(1997, 3, 31)), Cent);
    }

    // 385 oz-dollars a day: nothing but interest and costs is paid; what must stay doubles from the date on.
    [Fact]
    public void Account_MinimumBalance_ChangesFromTheDateOn()
    {
        var small = Small with { Minimum = new StatedAmount(1_500_000 * Units.Usd) };
        var run = Run(small.Deal().With(Amendment(new AccountAmendment(A) { MinimumBalance = new StatedAmount(3_000_000 * Units.Usd) })));
        Assert.Equal(1_500_000, run.On($"{A} / Minimum balance", new(1996, 9, 30)), Cent);
        Assert.Equal(3_000_000, run.On($"{A} / Minimum balance", Effective), Cent);
    }

    [Fact]
    public void Line_OfTheDeal_HasAnotherAmountFromTheDateOn()
    {
        var deal = Terms with { Lines = [new() { Name = "Company / Overhead", Unit = Units.Usd, Amount = new StatedAmount(55_000 * Units.Usd) }] };
        var run = Run(deal.With(Amendment(new LineChange("Company / Overhead", new StatedAmount(40_000 * Units.Usd)))));
        Assert.Equal(55_000, run.On("Company / Overhead", new(1996, 9, 30)), Cent);
        Assert.Equal(40_000, run.On("Company / Overhead", Effective), Cent);
    }

    [Fact]
    public void Planning_AndEnd_AreAsUnderstood()
    {
        var deal = Terms with { Planning = new() { Prices = ImmutableSortedDictionary<string, Quantity>.Empty.Add("gold", 385 * UsdPerOunce) } };
        var amended = deal.With(Amendment(
            new PlanningChange(new() { Prices = ImmutableSortedDictionary<string, Quantity>.Empty.Add("gold", 350 * UsdPerOunce), Source = "forward of the day" }),
            new EndChange(new(2001, 6, 30)))).UnderstoodOn();
        Assert.Equal(350, amended.Planning!.Prices["gold"].Value);
        Assert.Equal("forward of the day; from 1996-11-15: First Amendment, 8-K 1996-11-12", amended.Planning.Source);
        Assert.Equal(new LocalDate(2001, 6, 30), amended.End);
    }

    static Plan Ounces(params (string Span, double Amount)[] spans) => new() { Unit = Units.GoldOunce, Amounts = spans.ToImmutableSortedDictionary(s => s.Span, s => s.Amount) };
}
