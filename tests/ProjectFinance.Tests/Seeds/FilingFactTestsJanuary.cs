using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Deals;
using ProjectFinance.Results;
using static ProjectFinance.Tests.Seeds.FilingFacts;

namespace ProjectFinance.Tests.Seeds;

/// <summary>8-K 1997-01-03, Item 5: the merger in principle and the revised plan. One test a fact.</summary>
public sealed class FilingFactTestsJanuary
{
    [Fact]
    public void Merger_IsAgreedInPrincipleOn3January1997() => Assert.Equal(
        new LocalDate(1997, 1, 3), JanuaryDeal.Amendments.Single(amendment => amendment.Adds.Mergers.Length == 1).Effective);

    // 16,217,505 / 1.10 = 14,743,186.36.
    [Fact]
    public void Merger_AtOnePointTenSharesForOne_Gives14743186NewShares() => Assert.Equal(14_743_186, January.On("Merger with Dakota / New shares", 1997, 5, 31));

    [Fact]
    public void Merger_WithoutTheFinancing_NeedNotHappen()
    {
        var never = new Amendment { Name = "No merger", Effective = new(1997, 1, 10), Source = "test", Changes = [new ExpectedDateChange("Merger", null)] };

        Assert.All(RunOf(JanuaryDeal.With(never)).Values("Merger with Dakota / New shares").ToArray(), shares => Assert.Equal(0, shares));
    }

    // 40,000,000 less 6 % are 37,600,000 Canadian dollars, at 0.73 27,448,000 US dollars.
    [Fact]
    public void SpecialWarrants_OfFortyMillionCanadianDollars_ReachTheEscrowInUsDollars()
    {
        Assert.Equal(40_000_000, January.On("Dakota / Special warrants: gross proceeds", 1997, 2, 28), 1e-6);
        Assert.Equal(27_448_000, January.On("Escrow of the special warrants / Receipts", 1997, 2, 28), 1e-3);
    }

    [Fact]
    public void Proceeds_LentToTheBorrower_LeaveTheEscrow_AndTheRestStays()
    {
        Assert.Equal(January.On("Dakota loan / Draw", 1997, 3, 31), January.On("Escrow of the special warrants / Lent on to the borrower / Dakota paid", 1997, 3, 31), 0.01);
        Assert.True(January.On("Escrow of the special warrants / Closing balance", 1997, 3, 31) > 0);
    }

    // What Dakota lends until production begins in May 1997. It follows from the assumed plan and comes within USD 100,000 of what is reported.
    [Fact]
    public void AdditionalFunding_UntilProduction_IsAboutTwelvePointOneMillion() => Assert.Equal(12_100_000, January.On("Dakota loan / Closing balance", 1997, 5, 31), 100_000d);

    [Fact]
    public void FundingGap_FromTheFinancingOn_IsClosedByTheDakotaLoan() =>
        Assert.All(January.Columns(new(1997, 2, 28), July.End), t => Assert.Equal(0, January["Funding / Gap left open", t], 0.01));

    // The whole estimate of 47,800,000 is 11,100,000 more than the 36,700,000 of autumn 1996; most of it was spent before. The sheet has what is still to pay.
    [Fact]
    public void Construction_OfTheRevisedPlan_IsWhatIsStillToPay() =>
        Assert.Equal(8_400_000, January.Columns(new(1997, 1, 4), July.End).Sum(t => January["Project / Capital costs: Construction", t]), 0.01);

    [Fact]
    public void StartUp_MovesFromLate1996ToMay1997()
    {
        Assert.True(Signed.On("Project / Production", 1996, 12, 31) > 0);
        Assert.All(January.Columns(July.Closing, new(1997, 5, 1)), t => Assert.Equal(0, January["Project / Production", t]));
        Assert.Equal(1_000, January.On("Project / Production", 1997, 5, 31), 1e-6);
    }

    [Fact]
    public void CashFlow_InTheFourthQuarterOf1997_IsPositive() =>
        Assert.All(January.Columns(new(1997, 10, 1), new(1998, 1, 1)), t => Assert.True(January["Project / Net cash flow", t] > 0));

    [Theory]
    [InlineData("Current ratio")]
    [InlineData("Tangible equity")]
    [InlineData("Liabilities to tangible equity")]
    public void Covenant_InJanuary1997_IsInDefault(string covenant) => Assert.Equal(1, January.On($"Defaults / {covenant}", 1997, 2, 28));

    [Fact]
    public void Completion_AsksForProductionCostsReservesAndNoDefault()
    {
        var changed = JanuaryDeal.Amendments.SelectMany(amendment => amendment.Changes).OfType<MilestoneTestChange>().Single(change => change.Milestone == "Completion");
        var parts = Assert.IsType<AllOf>(changed.Test).Of;

        Assert.Contains(parts, part => part is IsReached { Milestone: "Mechanical Completion" });
        Assert.Contains(parts, part => part is ForDays { Of: AllOf { Of.Length: 2 } });
        Assert.Contains(parts, part => part is Compared { Of: LineAmount { Line: "Project / Reserves" } });
        Assert.Contains(parts, part => part is NoDefault);
    }

    [Fact]
    public void Comparison_OfJulyAndJanuary_TellsTheLaterMechanicalCompletion()
    {
        var comparison = DealComparison.Of(new(Laid, Signed), new(JanuaryLaid, January));

        Assert.Contains(comparison.Events, told => told.What.StartsWith("Mechanical Completion", StringComparison.Ordinal) && told.Differs);
    }
}
