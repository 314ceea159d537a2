using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Deals;
using ProjectFinance.Operations;
using static ProjectFinance.Tests.Deals.Amending.AmendedDeal;

namespace ProjectFinance.Tests.Deals.Amending;

public class AmendmentValidationTests
{
    const string First = "Amendment 'First Amendment'";

    public static TheoryData<Change, string, string, string, string> Wrong => new()
    {
        { new CommitmentChange("Project lone", 1 * Units.Usd), First, "there is no facility 'Project lone' on 1996-11-15", "did you mean 'Project loan'?", "amendments[0].changes[0].commitment.facility" },
        { new CommitmentChange(L, 1_000_000 * Units.Cad), "Facility 'Project loan'", "the commitment is in 'CAD'", "it must be in 'USD'", "amendments[0].changes[0].commitment.to" },
        { new MarginAmendment(L, new(-0.01)), "Facility 'Project loan'", "the margin -1% is negative", "zero or more", "amendments[0].changes[0].margin.to" },
        { new DrawPeriodChange(L, new(1997, 3, 31)) { UntilMilestone = "Complation" }, "Facility 'Project loan'", "there is no milestone 'Complation'", "'Completion'", "amendments[0].changes[0].drawPeriod.untilMilestone" },
        { new ExpectedDateChange("Completed", new(1997, 1, 1)), First, "there is no milestone 'Completed'", "'Completion'", "amendments[0].changes[0].expected.milestone" },
        { new ExpectedDateChange("Completion", new(2007, 1, 1)), "Milestone 'Completion'", "the expected date 2007-01-01 is after the end", "on or before", "amendments[0].changes[0].expected.date" },
        { new LongstopChange("Completion", new(1996, 10, 1)), First, "the new longstop 1996-10-01 of 'Completion' is before 1996-11-15", "on or after the effective date", "amendments[0].changes[0].longstop.date" },
        { new PlanChange("Project") { Production = new() { Unit = Units.Usd } }, First, "the new plan is in 'USD'", "it must be in 'oz'", "amendments[0].changes[0].plan.production.unit" },
        { new PlanChange("Project") { OperatingCosts = [new PlannedCost(new() { Unit = Units.Usd }) { Name = "Mining" }] }, First, "the cost 'Mining' is now counted otherwise, by calendar", "another name", "amendments[0].changes[0].plan.operatingCosts[0]" },
        { new ContributionChange("Sponsor / Wanted") { Payments = [new(new(1996, 11, 14), 1 * Units.Usd)] }, First, "a payment of 1996-11-14 is before 1996-11-15", "does not change the past", "amendments[0].changes[0].contribution.payments[0].date" },
        { new ContributionChange("Sponsor / Wanted") { Payments = [new(new(1996, 11, 16), 1 * Units.Cad)] }, "Contribution 'Sponsor / Wanted'", "the payment is in 'CAD'", "it must be in 'USD'", "amendments[0].changes[0].contribution.payments[0].amount" },
        { new AccountAmendment(A) { Distribution = new() { AfterMilestone = "Complation" } }, "Account 'Proceeds Account'", "there is no milestone 'Complation'", "'Completion'", "amendments[0].changes[0].account.distribution.afterMilestone" },
        { new AccountAmendment(A) { Receipts = ["Sponsor / Payd in"] }, "Line 'Sponsor / Payd in'", "the deal has no line of that name", "'Sponsor / Paid in'", "amendments[0].changes[0].account.receipts[0]" },
        { new AccountAmendment(A) { Waterfall = [.. Terms.Accounts[0].Waterfall, new("Company / Overheads")] }, "Obligation 'Company / Overheads'", "nothing of that name is owed", "known are", "amendments[0].changes[0].account.waterfall[6].pay" },
        { new LineChange("Company / Overhead", new StatedAmount(1 * Units.Usd)), First, "there is no line 'Company / Overhead'", "none is known", "amendments[0].changes[0].line.line" },
        { new EndChange(new(1996, 1, 1)), "Term sheet", "the end 1996-01-01 is not after the closing", "later than the closing", "amendments[0].changes[0].end.date" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Change_ThatMakesNoSense_IsAProblemWithItsPlace(Change change, string subject, string fact, string allowed, string where)
    {
        var problems = ProblemsOf(Terms.With(Amendment(change)));
        Assert.Contains(problems, p => p.Subject == subject && p.Fact.Contains(fact, StringComparison.Ordinal) && p.Allowed.Contains(allowed, StringComparison.Ordinal) && p.Where == where);
    }

    [Fact]
    public void Longstop_ThatHasPassed_IsNotMoved()
    {
        var deal = Terms with { Milestones = [Terms.Milestones[0], new() { Name = "Completion", Longstop = new(1996, 10, 31) }] };
        var problem = Assert.Single(ProblemsOf(deal.With(Amendment(new LongstopChange("Completion", new(1997, 3, 31))))));
        Assert.Contains("the longstop 1996-10-31 of 'Completion' has passed on 1996-11-15", problem.Fact, StringComparison.Ordinal);
    }

    [Fact]
    public void Amendments_ThatContradict_AreRefused()
    {
        var deal = Terms.With(Amendment(new CommitmentChange(L, 22_000_000 * Units.Usd)))
            .With(Amendment(new CommitmentChange(L, 21_000_000 * Units.Usd)) with { Name = "Another" });
        var problem = Assert.Single(ProblemsOf(deal));
        Assert.Equal((First, "amendments[0].changes[0].commitment"), (problem.Subject, problem.Where));
        Assert.Equal("it sets the commitment of 'Project loan' on 1996-11-15, which 'Another' sets otherwise on the same day", problem.Fact);
        Assert.Empty(ProblemsOf(Terms.With(deal.Amendments[0]).With(deal.Amendments[1] with { Effective = Effective.PlusDays(1) })));
        Assert.Empty(ProblemsOf(Terms.With(deal.Amendments[0]).With(deal.Amendments[0] with { Name = "Another" })));
    }

    [Fact]
    public void Amendments_WithBadHeads_AreAllReported()
    {
        var problems = ProblemsOf(Terms.With(Amendment() with { Effective = new(1996, 7, 10) }).With(Amendment()).With(Amendment() with { Name = " " }));
        Assert.Equal(["amendments[0].effective", "amendments[1].name", "amendments[2].name"], problems.Select(p => p.Where));
    }

    [Fact]
    public void Addition_OfANameThatExists_IsRefused()
    {
        var problems = ProblemsOf(Terms.With(Amendment() with { Adds = new() { Milestones = [new() { Name = "Completion" }] } }));
        var problem = Assert.Single(problems);
        Assert.Equal(("Milestone 'Completion'", "amendments[0].adds.milestones[0].name"), (problem.Subject, problem.Where));
    }

    [Fact]
    public void Addition_BeforeTheEffectiveDate_IsRefused()
    {
        var owed = new ObligationTerms { Name = "Company / Payables", Currency = Units.Usd, Payments = [new(new(1996, 10, 1), 1 * Units.Usd)] };
        var problem = Assert.Single(ProblemsOf(Terms.With(Amendment() with { Adds = new() { Obligations = [owed] } })));
        Assert.Equal(("Obligation 'Company / Payables'", "amendments[0].adds.obligations[0].payments[0].date"), (problem.Subject, problem.Where));
    }

    [Fact]
    public void Change_OfWhatALaterAmendmentAdds_SaysSo()
    {
        var deal = Terms.With(Amendment(new ExpectedDateChange("Start-up", new(1997, 5, 31))))
            .With(new Amendment { Name = "Merger", Effective = new(1997, 1, 3), Adds = new() { Milestones = [new() { Name = "Start-up" }] } });
        var problem = Assert.Single(ProblemsOf(deal));
        Assert.Equal(("there is no milestone 'Start-up' on 1996-11-15", "'Merger' adds it on 1997-01-03"), (problem.Fact, problem.Allowed));
    }

    static ImmutableArray<Problem> ProblemsOf(Deal deal)
    {
        try { AmendedDeal.Run(deal); return []; }
        catch (InvalidInputException found) { return found.Problems; }
    }
}
