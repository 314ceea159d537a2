using NodaTime;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Seeds.FilingFacts;

namespace ProjectFinance.Tests.Seeds;

/// <summary>8-K 1996-11-12, Item 5: covenants broken and waived, money given back, production deferred. One test a fact.</summary>
public sealed class FilingFactTestsNovember
{
    [Fact]
    public void Production_AfterTheDeferral_BeginsInSpring1997()
    {
        Assert.All(November.Columns(July.Closing, new(1997, 5, 1)), t => Assert.Equal(0, November["Project / Production", t]));
        Assert.True(November.On("Project / Production", 1997, 6, 30) > 0);
    }

    [Fact]
    public void EquityContribution_OfSeptember_IsMissed()
    {
        Assert.Equal(0, November.On("Sponsor / Equity contribution", 1996, 9, 30));
        Assert.Equal(1, November.On("Breaches / Sponsor / Equity contribution missed", 1996, 9, 30));
    }

    [Theory]
    [InlineData("Current ratio")]
    [InlineData("Tangible equity")]
    [InlineData("Liabilities to tangible equity")]
    public void Covenant_AtTheEndOfSeptember_IsBrokenAndWaivedToTheEndOfTheYear(string covenant)
    {
        Assert.Equal(1, November.On($"Breaches / {covenant}", 1996, 9, 30));
        Assert.All(November.Columns(new(1996, 9, 30), new(1997, 1, 1)), t => Assert.Equal(0, November[$"Defaults / {covenant}", t]));
    }

    [Fact]
    public void Waiver_OfTheLender_LastsUntil31December1996()
    {
        Assert.Equal(1, November.On("Waivers / Waiver to the end of 1996 in force", 1996, 12, 31));
        Assert.Equal(0, November.On("Waivers / Waiver to the end of 1996 in force", 1997, 3, 31));
    }

    [Fact]
    public void Prospectus_IsFiledBy1November1996() => Assert.Equal(1, November.On("Waivers / Waiver to the end of 1996: Prospectus filed", 1996, 11, 1));

    // Gross proceeds of 10,000,000 less 6 % and costs of 300,000 are 9,100,000.
    [Fact]
    public void Offering_OfAtLeastNineMillionNet_MeetsTheCondition()
    {
        Assert.Equal(9_100_000, November.On("USMX / Public offering: net proceeds", 1996, 12, 20), 1e-6);
        Assert.Equal(1, November.On("Waivers / Waiver to the end of 1996: Offering of at least USD 9,000,000 net", 1996, 12, 31));
    }

    // 2,500,000 / 1.50 = 1,666,666.67.
    [Fact]
    public void ConversionPrice_WithTheOffering_IsThatOfTheOffering()
    {
        Assert.Equal(3.40, November.On("Convertible note / Conversion price", 1996, 11, 15), 1e-12);
        Assert.Equal(November.On("USMX / Issue price: Public offering", 1996, 12, 20), November.On("Convertible note / Conversion price", 1996, 12, 20), 1e-12);
        Assert.Equal(1_666_666, November.On("Convertible note / Shares on conversion", 1996, 12, 20));
    }

    [Fact]
    public void WaiverFee_Of100000_IsPaidFromTheOffering() => Assert.Equal(100_000, November.On("Offering / Waiver fee / Lender paid", 1996, 12, 20), 1e-6);

    // The balance follows from the assumed plan; it comes within USD 300,000 of the 7,500,000 reported.
    [Fact]
    public void ProceedsAccount_BeforeTheAmendment_HoldsAboutSevenAndAHalfMillion() =>
        Assert.Equal(7_500_000, November.On("Proceeds Account / Closing balance", 1996, 11, 12), 300_000d);

    [Fact]
    public void AccountsPayable_Of2400000_ArePaid() => Assert.Equal(2_400_000, November.On("Proceeds Account / Accounts payable / Project paid", 1996, 11, 15), 1e-6);

    [Fact]
    public void TransferBack_Of4500000_MayBeDrawnAgain()
    {
        Assert.Equal(4_500_000, November.On("Proceeds Account / Project loan / Transfer back paid", 1996, 11, 15), 1e-6);
        Assert.Equal(4_500_000, November.On("Project loan / Available to draw", 1996, 12, 2), 1e-6);
    }

    // The balance follows from the assumed plan, as before; about 600,000 are reported.
    [Fact]
    public void ProceedsAccount_AfterTheAmendment_HoldsAbout600000() =>
        Assert.Equal(600_000, November.On("Proceeds Account / Closing balance", 1996, 11, 15), 300_000d);

    // 3,800,000 by 20 November, then 700,000 over the 41 days to the end of the year, 12 of them by 2 December.
    [Fact]
    public void Construction_By2December_IsTheThreePointEightMillionAndWhatFollows() =>
        Assert.Equal(3_800_000 + 700_000 * 12 / 41.0, November.On("Project / Capital costs: Construction", 1996, 12, 2), 0.01);

    [Fact]
    public void SecondProceedsAccount_PaysItsBudgetAndNothingElse()
    {
        var closing = November.On("Second Proceeds Account / Closing balance", 1996, 12, 31);

        Assert.Equal(1_000_000 - 400_000, closing, 0.01);
    }

    [Fact]
    public void Monitoring_OfCompletion_IsArranged() => Assert.Contains(
        NovemberDeal.Amendments.SelectMany(amendment => amendment.Adds.Undertakings), duty => duty.Name == "Arrangements for the monitoring of completion");

    [Fact]
    public void AmendedPlan_IsDueBy2December1996() => Assert.Equal<LocalDate>(
        [new LocalDate(1996, 12, 2)], Assert.IsType<OnDates>(NovemberLaid.Deal.Undertakings.Single(duty => duty.Name == "Amended development plan").Due).Dates);

    // Without the offering the waiver falls away on 31 December, and the breaches are defaults.
    [Fact]
    public void Waiver_WithoutTheOffering_FallsAway()
    {
        Assert.Equal(0, January.On("Defaults / Continuing", 1996, 12, 2));
        Assert.Equal(1, January.On("Defaults / Current ratio", 1996, 12, 31));
    }
}
