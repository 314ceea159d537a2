using ProjectFinance.Accounts;
using ProjectFinance.Amounts;
using ProjectFinance.Deals.Validation;
using ProjectFinance.Deals;
using static ProjectFinance.Tests.Operations.SmallMine;

namespace ProjectFinance.Tests.Operations;

/// <summary>Metal that goes through an account kept in ounces before it is sold.</summary>
public class SoldQuantityTests
{
    static readonly Account Metal = new() { Name = "Metal Account", Currency = Units.GoldOunce, Receipts = [$"{P} / Production"], Waterfall = [], Distribution = new() };

    // An identity: an account that receives what is produced, delivers nothing and keeps nothing sells what is produced.
    [Fact]
    public void MetalAccount_ThatDeliversNothing_EqualsPlainSales()
    {
        var plain = Terms.Passing();
        var run = Through(Metal).Passing();

        foreach (var line in (string[])[$"{P} / Revenue", $"{P} / Royalty", $"{P} / Operating costs", $"{P} / Net cash flow", "Account / Distribution"])
            Assert.Equal(plain.Values(line).ToArray(), run.Values(line).ToArray());
        Assert.Equal(plain.Values($"{P} / Production").ToArray(), run.Values($"{P} / Sold").ToArray());
    }

    // 100 oz stay in the account from the first quarter on: 800 of 900 oz are sold, at 400. The royalty and the costs are on what is produced.
    [Fact]
    public void MetalKept_IsNotSold()
    {
        var deal = Through(Metal with { MinimumBalance = new StatedAmount(100 * Units.GoldOunce) });
        var run = (deal with { Projects = [deal.Projects[0] with { Royalties = [new() { Name = "Upland", Rate = 0.05 }] }] }).Passing();

        Assert.Equal([800, 910, 920, 920], run.Of1997($"{P} / Sold"));
        Assert.Equal([320_000, 364_000, 368_000, 368_000], run.Of1997($"{P} / Revenue"));
        Assert.Equal([18_000, 18_200, 18_400, 18_400], run.Of1997($"{P} / Royalty"));
        Assert.Equal([225_000, 227_500, 230_000, 230_000], run.Of1997($"{P} / Operating costs"));
        Assert.Equal([100, 100, 100, 100], run.Of1997("Metal Account / Closing balance"));
    }

    [Fact]
    public void Deal_WithAMetalAccount_ReadsBackFromJson()
    {
        var json = Through(Metal).ToJson();
        Assert.Equal(json, Deal.Parse(json).ToJson());
    }

    [Fact]
    public void SoldQuantity_ThatIsNoSuchLineOrNoMetal_IsReported()
    {
        static Deal Selling(string line) => Terms with { Projects = [Mine with { SoldQuantity = line }] };

        Assert.Contains(DealValidation.Problems(Selling("Metal Account / Distribution")), p => p.Where == "projects[0].soldQuantity" && p.Subject == "Line 'Metal Account / Distribution'");
        var unit = Assert.Single(DealValidation.Problems(Selling("Account / Distribution")));
        Assert.Equal(("projects[0].soldQuantity", "it is counted in USD", "it must be in oz"), (unit.Where, unit.Fact, unit.Allowed));
    }

    [Fact]
    public void Receipts_InAnotherUnitThanTheAccount_AreReported()
    {
        var problem = Assert.Single(DealValidation.Problems(Terms with { Accounts = [Cash with { Receipts = [$"{P} / Revenue", $"{P} / Production"] }] }));
        Assert.Equal(("accounts[0].receipts[1]", "it is in oz", "it must be in USD"), (problem.Where, problem.Fact, problem.Allowed));
    }

    static Deal Through(Account metal) => Terms with { Projects = [Mine with { SoldQuantity = "Metal Account / Distribution" }], Accounts = [metal, Cash] };
}
