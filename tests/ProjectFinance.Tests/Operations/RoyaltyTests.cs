using ProjectFinance.Amounts;
using ProjectFinance.Deals.Validation;
using ProjectFinance.Deals;
using ProjectFinance.Operations;
using static ProjectFinance.Tests.Operations.SmallMine;

namespace ProjectFinance.Tests.Operations;

/// <summary>Royalties limited to lease areas, and advances recouped from them. 8-K 1996-07-11, Item 2(a): 5 % on production from the Upland lease.</summary>
public class RoyaltyTests
{
    static readonly RoyaltyTerms Upland = new() { Name = "Upland", Rate = 0.05 };

    // 900, 910, 920 and 920 oz at 400: 5 % of the revenue.
    [Fact]
    public void Royalty_WithoutAnArea_IsOnAllProduction() =>
        Assert.Equal([18_000, 18_200, 18_400, 18_400], With(Upland).Passing().Of1997($"{P} / Royalty"));

    // 60 % of 900 oz at 400, 5 %: 10,800. The calendar year's 1,460 oz are 4 a day, 360 in the first quarter: 3 % x 360 x (400 - 10) = 4,212.
    [Fact]
    public void Royalties_OfTwoAreas_AreEachOnTheirOwnProduction()
    {
        var share = Upland with { Area = new() { Unit = Units.GoldOunce, Formula = new PercentOf(0.60, new LineAmount($"{P} / Production")) } };
        var other = new RoyaltyTerms { Name = "Roundtop", Rate = 0.03, DeductionPerUnit = 10 * (Units.Usd / Units.GoldOunce), Area = Table(Units.GoldOunce, ("1997", 1_460)) };

        var run = With(share, other).Passing();

        Assert.Equal(10_800, run.Of1997($"{P} / Royalty: Upland")[0]);
        Assert.Equal(4_212, run.Of1997($"{P} / Royalty: Roundtop")[0]);
        Assert.Equal(15_012, run.Of1997($"{P} / Royalty")[0]);
        Assert.Equal(15_012, run.Of1997($"{P} / Royalty paid")[0]);
    }

    [Fact]
    public void Royalty_OnAnAreaLargerThanProduction_IsOnProduction() =>
        Assert.Equal([18_000, 18_200, 18_400, 18_400], With(Upland with { Area = Table(Units.GoldOunce, ("1997", 7_300)) }).Passing().Of1997($"{P} / Royalty"));

    // 25,000 paid in advance on 31 March 1997: 18,200 recouped in the second quarter, 6,800 of 18,400 in the third, nothing in the fourth.
    [Fact]
    public void Advance_IsRecoupedFromTheRoyaltyOfLaterPeriods()
    {
        var deal = With(Upland with { Recoups = "Sponsor / Advance royalty" });
        var run = (deal with
        {
            Contributions = [new() { Name = "Sponsor / Advance royalty", Currency = Units.Usd, Payments = [new(FirstEnd, 25_000 * Units.Usd)] }],
        }).Passing();

        Assert.Equal([18_000, 18_200, 18_400, 18_400], run.Of1997($"{P} / Royalty"));
        Assert.Equal([18_000, 0, 11_600, 18_400], run.Of1997($"{P} / Royalty paid"));
        Assert.Equal([0, 18_200, 6_800, 0], run.Of1997($"{P} / Royalty: Upland, advances recouped"));
        Assert.Equal([25_000, 6_800, 0, 0], run.Of1997($"{P} / Royalty: Upland, advances to be recouped"));
    }

    [Fact]
    public void Royalties_WrittenAsJson_ReadBack()
    {
        var json = With(Upland with { Area = Table(Units.GoldOunce, ("1997", 1_460)), Recoups = $"{P} / Capital costs", Source = "Item 2(a)" }).ToJson();
        Assert.Equal(json, Deal.Parse(json).ToJson());
    }

    [Fact]
    public void Royalties_ThatMakeNoSense_AreReportedWithTheirPlaces()
    {
        var found = DealValidation.Problems(With(
            Upland with { Rate = 1.05, Area = Table(Units.SilverOunce, ("1990", 5)), Recoups = "Sponsor / Nothing" }, Upland with { Area = Table(Units.GoldOunce, ("1997", -5)) })).ToList();

        Assert.Equal(
            ["projects[0].royalties[0].area.amounts['1990']", "projects[0].royalties[0].area.unit", "projects[0].royalties[0].rate", "projects[0].royalties[1].area.amounts['1997']", "projects[0].royalties[1].name"],
            found.Select(p => p.Where).Order(StringComparer.Ordinal));
        Assert.Contains(DealValidation.Problems(With(Upland with { Recoups = $"{P} / Revenu" })), p => p.Where == "projects[0].royalties[0].recoups" && p.Allowed.Contains($"{P} / Revenue", StringComparison.Ordinal));
        Assert.Contains(DealValidation.Problems(With(Upland with { Recoups = $"{P} / Production" })), p => p.Where == "projects[0].royalties[0].recoups" && p.Fact == "it is counted in oz");
    }

    static Deal With(params RoyaltyTerms[] royalties) => Terms with { Projects = [Mine with { Royalties = [.. royalties] }] };
}
