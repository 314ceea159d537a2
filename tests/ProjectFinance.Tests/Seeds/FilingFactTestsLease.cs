using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Deals;
using ProjectFinance.Equity;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Seeds.FilingFacts;

namespace ProjectFinance.Tests.Seeds;

/// <summary>8-K 1996-07-11, Item 2: the leases, what was paid for them, and what they ask for. One test a fact.</summary>
public sealed class FilingFactTestsLease
{
    [Fact]
    public void Acquisition_OfTheLeases_IsEffectiveOnTheClosing() => Assert.Equal(new LocalDate(1996, 7, 11), July.Closing);

    [Fact]
    public void NpmcPayment_OneMillionInShares_Is449754Shares()
    {
        Assert.Equal(1_000_000 * Units.Usd, ((ShareSettledPayment)July.Shares[0].Issues[0]).Amount);
        Assert.Equal(449_754, Signed.On("USMX / Shares issued: First payment for the leases", 1996, 7, 11));
    }

    // 1,090,909 x 2.75 = 2,999,999.75.
    [Fact]
    public void NpmcPayment_ThreeMillionInShares_Is1090909Shares()
    {
        Assert.Equal(3_000_000 * Units.Usd, ((ShareSettledPayment)July.Shares[0].Issues[1]).Amount);
        Assert.Equal(1_090_909, Signed.On("USMX / Shares issued: Production decision", 1996, 7, 11));
    }

    [Fact]
    public void NpmcShares_OfBothPayments_Are1540663() => Assert.Equal(1_540_663, Signed.On("USMX / Shares of NPMC", 1996, 7, 11));

    [Fact]
    public void NpmcStake_AfterBothPayments_IsNineAndAHalfPercent() => Assert.Equal(0.095, Signed.On("USMX / Stake of NPMC", 1996, 7, 11), 0.0005);

    [Fact]
    public void LessorsSecurity_FromTheClosing_IsInForceAndSecuresNoLoan()
    {
        Assert.Empty(July.Security[0].Loans);
        Assert.All(Signed.Values("Security / Lessor's security interest in force").ToArray(), flag => Assert.Equal(1, flag));
    }

    [Fact]
    public void Registration_OfTheLessorsShares_IsKeptUntilJune1999() =>
        Assert.Equal<LocalDate>([new LocalDate(1999, 6, 30)], Assert.IsType<OnDates>(July.Undertakings[2].Due).Dates);

    [Fact]
    public void Royalty_OnTheUplandLease_IsFivePercentOfReturns() => Assert.All(Signed.Model.Periods, t =>
        Assert.Equal(0.05 * Signed["Project / Revenue", t], Signed["Project / Royalty", t], 1e-6));

    [Fact]
    public void CommercialProduction_IsFortyFiveDaysAtSeventyPercent()
    {
        var test = Assert.IsType<ForDays>(July.Milestones[2].Test);
        var compared = Assert.IsType<Compared>(test.Of);

        Assert.Equal(45, test.Days);
        Assert.Equal(Relation.AtLeast, compared.Is);
        Assert.Equal(new Percentage(0.70), Assert.IsType<PercentOf>(compared.Than).Percent);
    }

    // 3,000 oz in December 1996 are 33 a day over that quarter; from January 1997 on 60,000 a year are 164 a day, and the first quarter has 90 days.
    [Fact]
    public void CommercialProduction_AsPlanned_IsReachedInTheFirstQuarterOf1997()
    {
        Assert.Equal(0, Signed.On("Milestones / Commercial Production", 1996, 12, 31));
        Assert.Equal(1, Signed.On("Milestones / Commercial Production", 1997, 3, 31));
    }

    // 70 % of 164.38 oz a day is 115.07: 41,900 oz a year are 114.79 a day, 42,100 are 115.34.
    [Theory]
    [InlineData("41900", 0)]
    [InlineData("42100", 1)]
    public void CommercialProduction_AroundSeventyPercentOfCapacity_IsReachedOnlyAbove(string ounces, double reached)
    {
        var text = File.ReadAllText(SheetOf("1996-07"));
        var deal = Deal.Parse(text.Replace("60000", ounces, StringComparison.Ordinal).Replace("51000", ounces, StringComparison.Ordinal));

        Assert.Equal(reached, RunOf(deal).Values("Milestones / Commercial Production")[^1]);
    }

    [Fact]
    public void Lease_Deadline_Is16December1997() => Assert.Equal(new LocalDate(1997, 12, 16), July.Leases[0].Deadline);

    [Fact]
    public void Lease_Extensions_AreTwoOfAYearFor300000Each()
    {
        Assert.Equal(2, July.Leases[0].Extensions.Length);
        Assert.All(July.Leases[0].Extensions, extension => Assert.Equal((NodaTime.Period.FromYears(1), 300_000 * Units.Usd), (extension.Length, extension.Payment)));
    }

    [Fact]
    public void Lease_Termination_Is16December1999() => Assert.Equal(new LocalDate(1999, 12, 16), July.Leases[0].Termination);

    [Fact]
    public void AdvanceRoyalty_OfTheLease_FollowsThePriceIndex() => Assert.Equal("US CPI-U", July.Leases[0].Indexation?.Series);

    [Fact]
    public void Mining_AsTheGoalWas_BeginsIn1996()
    {
        Assert.Equal(0, Signed.On("Project / Production", 1996, 9, 30));
        Assert.Equal(3_000, Signed.On("Project / Production", 1996, 12, 31), 1e-9);
    }
}
