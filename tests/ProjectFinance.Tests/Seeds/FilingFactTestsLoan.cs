using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using static ProjectFinance.Tests.Seeds.FilingFacts;

namespace ProjectFinance.Tests.Seeds;

/// <summary>8-K 1996-07-11, Item 5: the project loan, its gold form and its account. One test a fact.</summary>
public sealed class FilingFactTestsLoan
{
    [Fact]
    public void Facility_OfTwentyTwoMillion_IsTheLoanAndTheNote()
    {
        Assert.Equal(19_500_000 * Units.Usd, July.Facilities[0].Commitment.Initial);
        Assert.Equal(2_500_000 * Units.Usd, July.Facilities[2].Commitment.Initial);
    }

    // 19,500,000 / 385 = 50,649.35064...
    [Fact]
    public void GoldLoan_MaximumCredit_IsTheDollarsOverThePrice()
    {
        var run = ConvertedOn(new(1997, 6, 30));

        Assert.Equal(50_649.35, run.On("Gold loan / Limit", 1997, 6, 30), 0.001);
        Assert.True(run.On("Gold loan / Closing balance", 1997, 6, 30) > 0);
    }

    [Fact]
    public void GoldLoan_BeforeCommercialProduction_IsNotThere()
    {
        var run = ConvertedOn(new(1996, 12, 31));

        Assert.Equal("Commercial Production", ((Redenomination)July.Facilities[1].Draws).AfterMilestone);
        Assert.Equal(0, run.On("Gold loan / Closing balance", 1996, 12, 31));
    }

    [Fact]
    public void Advances_OfTheLoan_GoToTheProceedsAccountAlone() =>
        Assert.Equal("Proceeds Account", Assert.Single(July.Accounts, account => account.Draws.Contains("Project loan / Draw")).Name);

    [Fact]
    public void MinimumBalance_OfTheProceedsAccount_IsTheSumOfFourParts()
    {
        // (I) + (II) + (III) + (IV) on 30 September 1996: the last quarter of 1996 has USD 9,100,000 of construction, no instalment and no default.
        var present = Signed.On("Project / Net cash flow, present value at 10%", 1996, 9, 30);
        var interest = Signed.On("Project loan / Interest for the next 3 months", 1996, 9, 30);
        var fees = Signed.On("Project loan / Fees for the next 3 months", 1996, 9, 30);
        var expected = Math.Max(1_500_000, 0.1 * present) + Math.Min(250_000, interest) + 9_100_000 + fees;

        Assert.Equal(expected, Signed.On("Proceeds Account / Minimum balance", 1996, 9, 30), 0.01);
    }

    [Fact]
    public void MinimumBalance_FirstPart_IsAtLeast1500000() =>
        Assert.All(Signed.Values("Proceeds Account / Minimum balance").ToArray(), balance => Assert.True(balance >= 1_500_000));

    [Fact]
    public void MinimumBalance_SecondPart_IsAtMost250000()
    {
        var second = Assert.IsType<LesserOf>(Assert.IsType<SumOf>(July.Accounts[0].MinimumBalance).Of[1]);

        Assert.Equal<Amount>([new StatedAmount(250_000 * Units.Usd), new LineAmount("Project loan / Interest for the next 3 months")], second.Of);
    }

    [Fact]
    public void EquityContribution_Of1500000_IsMadeBy30September1996()
    {
        Assert.Equal(1_500_000, Signed.On("Sponsor / Equity contribution", 1996, 9, 30));
        Assert.Equal(1_500_000, Signed.Values("Sponsor / Equity contribution").ToArray().Sum());
    }

    [Fact]
    public void Distributions_BeforeCompletion_AreNone() =>
        Assert.All(Signed.Columns(July.Closing, new(1997, 6, 30)), t => Assert.Equal(0, Signed["Proceeds Account / Distribution", t]));

    [Fact]
    public void Distributions_WithoutCompletion_AreNever()
    {
        var never = RunOf(July with { Milestones = July.Milestones.SetItem(1, July.Milestones[1] with { Expected = null }) });

        Assert.All(never.Values("Proceeds Account / Distribution").ToArray(), paid => Assert.Equal(0, paid));
    }

    [Fact]
    public void Margin_UntilCompletion_IsTwoAndAQuarterAboveLibor()
    {
        Assert.Equal(0.0225, Signed.On("Project loan / Margin", 1997, 3, 31), 1e-12);
        Assert.Equal(0.056875 + 0.0225, Signed.On("Project loan / Rate", 1997, 3, 31), 1e-12);
    }

    [Fact]
    public void Margin_FromCompletion_IsOneAndSevenEighths() => Assert.Equal(0.01875, Signed.On("Project loan / Margin", 1997, 9, 30), 1e-12);

    [Fact]
    public void Interest_OfTheLoan_IsPayableQuarterly()
    {
        var dates = Laid.Loans[0].InterestDates;

        Assert.Equal(new LocalDate(1996, 9, 30), dates[0]);
        Assert.All(dates.Zip(dates.Skip(1)), pair => Assert.InRange(NodaTime.Period.DaysBetween(pair.First, pair.Second), 90, 92));
    }

    [Fact]
    public void Term_OfTheLoan_IsAboutFourYears() => Assert.Equal(new LocalDate(2000, 12, 31), Laid.Loans[0].Maturity);

    [Fact]
    public void Principal_OfTheLoan_IsEightInstalmentsFromSeptember1997() => Assert.Equal<LocalDate>(
        [.. from year in Enumerable.Range(1997, 4) from date in new[] { new LocalDate(year, 9, 30), new LocalDate(year, 12, 31) } select date], Laid.Loans[0].Instalments);

    [Fact]
    public void Advances_OfTheLoan_EndWithSeptember1997OrMechanicalCompletion()
    {
        var draws = Assert.IsType<DrawsAsNeeded>(July.Facilities[0].Draws);

        Assert.Equal((new LocalDate(1997, 9, 30), "Mechanical Completion"), (draws.LastDate, draws.UntilMilestone));
        Assert.All(Signed.Columns(new(1997, 1, 1), July.End), t => Assert.Equal(0, Signed["Project loan / Draw", t]));
    }

    [Fact]
    public void Advances_SubjectToTheMinimumBalance_LeaveTheAccountAtIt() => Assert.Equal(
        Signed.On("Proceeds Account / Minimum balance", 1996, 9, 30), Signed.On("Proceeds Account / Closing balance", 1996, 9, 30), 0.01);

    [Fact]
    public void EstablishmentFee_Is292500_PaidAtTheClosing() => Assert.Equal(292_500, Signed.On("Project loan / Establishment fee paid", 1996, 7, 11), 1e-6);

    // Half of one percent on what is not drawn, over 81 days of 360.
    [Fact]
    public void CommitmentFee_IsHalfOfOnePercentOnTheUndrawn() => Assert.Equal(
        0.005 * 81 / 360 * (19_500_000 - Signed.On("Project loan / Closing balance", 1996, 7, 11)), Signed.On("Project loan / Commitment fee", 1996, 9, 30), 0.01);

    static Run ConvertedOn(LocalDate date) =>
        RunOf(With(1, gold => gold with { Draws = (Redenomination)gold.Draws with { Election = new() { On = date } } }));
}
