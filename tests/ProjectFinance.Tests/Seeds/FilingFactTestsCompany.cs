using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Covenants;
using static ProjectFinance.Tests.Seeds.FilingFacts;

namespace ProjectFinance.Tests.Seeds;

/// <summary>8-K 1996-07-11, Item 5: what the borrower and the Company have agreed with the Lender. One test a fact.</summary>
public sealed class FilingFactTestsCompany
{
    [Fact]
    public void SponsorAdvances_Of3400000_ComeBackOnlyWhenTheLenderIsRepaid()
    {
        var repaid = Signed.Model.Periods.First(t => Signed["Milestones / Repayment of the project loan", t] == 1);

        Assert.Equal(3_400_000, Signed.On("Sponsor advances / Closing balance", 1996, 7, 11), 1e-6);
        Assert.All(Signed.Columns(July.Closing, repaid.End), t => Assert.Equal(3_400_000, Signed["Sponsor advances / Closing balance", t], 1e-6));
        Assert.True(Signed.Values("Sponsor advances / Closing balance")[^1] < 1);
    }

    [Fact]
    public void Pledge_OfSharesAndNotes_SecuresTheLoan()
    {
        Assert.Equal(SecurityKind.Pledge, July.Security[1].Kind);
        Assert.Equal(
            Signed.On("Project loan / Closing balance", 1996, 12, 31), Signed.On("Security / Pledge of the borrower's shares and notes, amount secured", 1996, 12, 31), 0.01);
    }

    [Fact]
    public void Guaranty_OfTheCompany_LastsUntilCompletion()
    {
        Assert.Equal(1, Signed.On("Security / Company guaranty in force", 1997, 3, 31));
        Assert.Equal(0, Signed.On("Security / Company guaranty in force", 1997, 9, 30));
    }

    [Fact]
    public void Guaranty_OfEnvironmentalCompliance_Continues() => Assert.Equal(1, Signed.Values("Security / Environmental guaranty in force")[^1]);

    [Fact]
    public void Reports_ToTheLender_AreAsked() => Assert.Equal(
        ["Financial information", "Reserve, hedging and operating reports"], July.Undertakings.Where(duty => duty.Kind == UndertakingKind.Report).Select(duty => duty.Name));

    [Fact]
    public void NegativeCovenants_OfBorrowerAndCompany_AreEventsOfDefault() => Assert.All(
        July.Undertakings.Where(duty => duty.Kind == UndertakingKind.Negative), duty => Assert.Contains($"Breaches / {duty.Name} not kept", July.Defaults!.Events));

    [Fact]
    public void Royalties_LeftUnpaid_BreakTheCovenantToKeepTheProperty() => Assert.Equal(
        new LineAmount("Project / Royalty overdue"), Assert.IsType<Compared>(July.Undertakings[4].Met).Of);

    // As planned the project is the plan; with 80 % of its production from 1998 on the reserves at the end of 1997 fall short of 85 % of the plan.
    [Fact]
    public void MaterialDecline_OfReserves_IsABreach()
    {
        var plan = July.Projects[0] with { DevelopmentPlan = July.Projects[0].DevelopmentPlan! with { Production = July.Projects[0].Production } };
        var text = File.ReadAllText(SheetOf("1996-07"));
        var less = Deal.Parse(text.Replace("60000", "48000", StringComparison.Ordinal).Replace("51000", "40000", StringComparison.Ordinal)).Projects[0].Production;
        var run = RunOf(July with { Projects = [plan with { Production = less }] });

        Assert.Equal(0, Signed.On("Breaches / Reserves against the development plan", 1997, 12, 31));
        Assert.Equal(1, run.On("Breaches / Reserves against the development plan", 1997, 12, 31));
    }

    [Fact]
    public void MechanicalCompletion_IsDueBy31July1997() => Assert.Equal(new LocalDate(1997, 7, 31), July.Milestones[0].Longstop);

    [Fact]
    public void Completion_IsDueBy30November1997() => Assert.Equal(new LocalDate(1997, 11, 30), July.Milestones[1].Longstop);

    [Fact]
    public void Completion_AfterItsLongstop_IsADefault()
    {
        var late = RunOf(July with { Milestones = July.Milestones.SetItem(1, July.Milestones[1] with { Expected = new(1998, 3, 31) }) });

        Assert.Equal(1, late.On("Breaches / Completion not reached by 1997-11-30", 1997, 12, 31));
        Assert.Equal(1, late.On("Defaults / Continuing", 1997, 12, 31));
    }

    [Fact]
    public void CurrentRatio_IsAtLeastTwo() => Assert.Equal(2.0, Signed.On("Covenants / Current ratio, at least", 1996, 9, 30));

    [Fact]
    public void TangibleEquity_IsAtLeast17500000() => Assert.Equal(17_500_000, Signed.On("Covenants / Tangible equity, at least", 1996, 9, 30));

    [Fact]
    public void Liabilities_AreAtMost175PercentOfEquity() => Assert.Equal(1.75, Signed.On("Covenants / Liabilities to tangible equity, at most", 1996, 9, 30));

    [Fact]
    public void Price_OfGoldInAScenario_MovesWhatIsDistributed()
    {
        var low = RunOf(July with { Planning = July.Planning! with { Prices = July.Planning.Prices.SetItem("gold", 290 * (Units.Usd / Units.GoldOunce)) } });

        Assert.True(low.Values("Proceeds Account / Distribution").ToArray().Sum() < Signed.Values("Proceeds Account / Distribution").ToArray().Sum());
    }
}
