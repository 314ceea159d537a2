using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Deals;
using ProjectFinance.Operations;
using ProjectFinance.Tests.Facilities;
using static ProjectFinance.Tests.Deals.Amending.AmendedDeal;

namespace ProjectFinance.Tests.Deals.Amending;

/// <summary>What holds for all amendments.</summary>
public class AmendmentPropertyTests
{
    static readonly Change[] OneOfEach =
    [
        new CommitmentChange(L, 22_000_000 * Units.Usd), new MarginAmendment(L, new(0.035)), new DrawPeriodChange(L, new(1997, 3, 31)),
        new ExpectedDateChange("Completion", new(1997, 6, 30)), new LongstopChange("Completion", new(1997, 11, 30)),
        new PlanChange("Project") { Production = new() { Unit = Units.GoldOunce, Amounts = ImmutableSortedDictionary<string, double>.Empty.Add("1997", 5_000) } },
        new AccountAmendment(A) { MinimumBalance = new StatedAmount(1_500_000 * Units.Usd) }, new AccountAmendment(A) { Distribution = new() { AfterMilestone = "Completion" } },
        new ContributionChange("Sponsor / Wanted") { Payments = [], Paid = [] }, new EndChange(new(2001, 6, 30)),
    ];

    [Fact]
    public void Amendments_InAnyOrderOfTheList_AreTheSameDeal()
    {
        var amendments = OneOfEach.Select((change, i) => new Amendment { Name = $"Amendment {i}", Effective = Effective.PlusDays(10 * (i % 3)), Changes = [change] }).ToArray();
        var inOrder = Terms with { Amendments = [.. amendments] };
        var run = Run(inOrder);
        foreach (int seed in (int[])[1, 2, 3])
        {
            new Random(seed).Shuffle(amendments);
            var shuffled = Terms with { Amendments = [.. amendments] };
            Assert.Equal(inOrder.UnderstoodOn().ToJson(), shuffled.UnderstoodOn().ToJson());
            Same(run, Run(shuffled), inOrder.UnderstoodOn().End);
        }
    }

    [Fact]
    public void Amendment_AfterMaturity_ChangesNothingBefore()
    {
        var deal = Terms with { End = new(2001, 12, 31) };
        var late = Amendment([.. OneOfEach.Where(change => change is CommitmentChange or MarginAmendment or AccountAmendment or ContributionChange or EndChange)]) with { Effective = new(2001, 5, 15) };
        Same(Run(deal), Run(deal.With(late)), SmallDeal.Maturity);
    }

    [Fact]
    public void Amendment_NotYetKnown_IsNotThere()
    {
        var amended = Terms.With(Amendment(OneOfEach) with { Known = new(1996, 11, 20) });
        Assert.Equal(Terms.ToJson(), amended.UnderstoodOn(new(1996, 11, 19)).ToJson());
        Assert.NotEqual(Terms.ToJson(), amended.UnderstoodOn(new(1996, 11, 20)).ToJson());
        Assert.Equal(amended.UnderstoodOn().ToJson(), amended.UnderstoodOn(new(1996, 11, 20)).ToJson());
        Same(Run(Terms, new(1996, 11, 19)), Run(amended, new(1996, 11, 19)), SmallDeal.Maturity);
    }

    [Fact]
    public void Amendment_KnownByItsEffectiveDate_UnlessItSaysOtherwise()
    {
        var amended = Terms.With(Amendment(OneOfEach));
        Assert.Equal(Terms.ToJson(), amended.UnderstoodOn(Effective.PlusDays(-1)).ToJson());
        Assert.NotEqual(Terms.ToJson(), amended.UnderstoodOn(Effective).ToJson());
    }

    [Fact]
    public void Amendment_OfWhatIsAlreadySo_ChangesNothing()
    {
        var (loan, project, account) = (Terms.Facilities[0], Terms.Projects[0], Terms.Accounts[0]);
        var need = (ProjectFinance.Facilities.DrawsAsNeeded)loan.Draws;
        var same = Amendment(
            new CommitmentChange(L, loan.Commitment), new MarginAmendment(L, loan.Interest.Margin), new DrawPeriodChange(L, need.LastDate) { UntilMilestone = need.UntilMilestone },
            new ExpectedDateChange("Completion", null), new LongstopChange("Completion", null),
            new PlanChange("Project") { Production = project.Production, OperatingCosts = project.OperatingCosts, CapitalCosts = project.CapitalCosts },
            new ContributionChange("Sponsor / Wanted") { Payments = [.. Terms.Contributions[1].Payments.Where(p => p.Date >= Effective)] },
            new AccountAmendment(A) { Receipts = account.Receipts, Draws = account.Draws, Waterfall = account.Waterfall }, new EndChange(Terms.End));
        Assert.Equal(Terms.ToJson(), Terms.With(same).UnderstoodOn().ToJson());
    }

    [Fact]
    public void Amendment_MadeTwice_IsMadeOnce()
    {
        var once = Terms.With(Amendment(OneOfEach));
        var twice = once.With(Amendment(OneOfEach) with { Name = "The same again", Effective = Effective });
        // Only the citations of what the first did not change again differ.
        Assert.Equal(once.UnderstoodOn().ToJson(), twice.UnderstoodOn().ToJson());
    }

    [Fact]
    public void Deal_WithAmendments_ReadsBackFromItsJson()
    {
        var amended = Terms.With(Amendment([.. OneOfEach, new MilestoneTestChange("Mechanical Completion", new NoDefault()), new PlanningChange(new() { Source = "nobody" })]) with { Known = new(1996, 11, 20), About = "All kinds." });
        Assert.Equal(amended.ToJson(), Deal.Parse(amended.ToJson()).ToJson());
        Assert.Contains("\"known\": \"1996-11-20\"", amended.ToJson(), StringComparison.Ordinal);
    }
}
