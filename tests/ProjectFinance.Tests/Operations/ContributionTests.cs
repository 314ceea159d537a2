using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Deals.Validation;
using ProjectFinance.Deals;
using ProjectFinance.Operations;
using ProjectFinance.Results;
using ProjectFinance.Tests.Facilities;
using static ProjectFinance.Tests.Operations.SmallMine;

namespace ProjectFinance.Tests.Operations;

/// <summary>What was agreed to be paid in, and what was. 8-K 1996-07-11, Item 5(a) and 8-K 1996-11-12: an equity contribution of 1,500,000 by a date, which was missed.</summary>
public class ContributionTests
{
    const string Name = "Sponsor / Equity contribution";

    static readonly LocalDate Late = new(1997, 8, 15);

    static readonly Contribution Agreed = new() { Name = Name, Currency = Units.Usd, Payments = [new(FirstEnd, 1_500_000 * Units.Usd)] };

    [Fact]
    public void Contribution_PaidAsAgreed_MissesNothing()
    {
        var run = With(Agreed).Passing();

        Assert.Equal([1_500_000, 0, 0, 0], run.Of1997(Name));
        Assert.Equal([0, 0, 0, 0], run.Of1997($"{Name} missed"));
        Assert.DoesNotContain(Breaches(run), breach => breach.Title == $"{Name} missed");
    }

    // 500,000 on the day, the rest in August: 1,000,000 is missing at the ends of the first two quarters.
    [Fact]
    public void Contribution_PaidInPartAndLate_IsABreachUntilItIsPaid()
    {
        var run = With(Agreed with { Paid = [new(FirstEnd, 500_000 * Units.Usd), new(Late, 1_000_000 * Units.Usd)] }).Passing();

        Assert.Equal([1_500_000, 0, 0, 0], run.Of1997($"{Name} agreed"));
        Assert.Equal([1_000_000, 1_000_000, 0, 0], run.Of1997($"{Name} missed"));
        Assert.Equal(1_000_000, run.At(Name, Late));
        Assert.Equal(500_000, run.Of1997("Account / Receipts")[0] - run.Of1997($"{P} / Revenue")[0]);
        var breach = Assert.Single(Breaches(run), breach => breach.Title == $"{Name} missed");
        Assert.Equal((FirstEnd, SecondEnd, false), (breach.First, breach.Last, breach.IsContinuing));
    }

    [Fact]
    public void Contribution_NeverPaid_IsMissedForGood() =>
        Assert.Equal([1_500_000, 1_500_000, 1_500_000, 1_500_000], With(Agreed with { Paid = [] }).Passing().Of1997($"{Name} missed"));

    [Fact]
    public void Contribution_PaidEarly_IsNeverMissed() =>
        Assert.Equal([0, 0, 0, 0], With(Agreed with { Paid = [new(new(1997, 1, 15), 1_500_000 * Units.Usd)] }).Passing().Of1997($"{Name} missed"));

    // CAD 1,000,000 at USD 0.73 is USD 730,000; what is missed is missed in the currency agreed.
    [Fact]
    public void Contribution_InAnotherCurrencyThanTheAccount_IsReceivedAtTheRateOfTheDay()
    {
        var terms = new Contribution { Name = Name, Currency = Units.Cad, Payments = [new(FirstEnd, 1_500_000 * Units.Cad)], Paid = [new(FirstEnd, 1_000_000 * Units.Cad)] };
        var run = (With(terms) with { Planning = new() { Prices = Terms.Planning!.Prices.Add("CAD", 0.73 * (Units.Usd / Units.Cad)) } }).Passing();

        Assert.Equal([1_000_000, 0, 0, 0], run.Of1997(Name));
        Assert.Equal([730_000, 0, 0, 0], run.Of1997($"{Name} in USD"));
        Assert.Equal([500_000, 500_000, 500_000, 500_000], run.Of1997($"{Name} missed"));
        Assert.Equal(360_000 + 730_000, run.Of1997("Account / Receipts")[0]);
    }

    [Fact]
    public void Contribution_InACurrencyWithoutARate_IsReported()
    {
        var terms = new Contribution { Name = Name, Currency = Units.Cad, Payments = [new(FirstEnd, 5 * Units.Cad)] };

        // Rates may come from a market file, so they are asked for when the deal is laid out.
        var problem = Assert.Single(Assert.Throws<InvalidInputException>(() => DealLayout.Lay(With(terms))).Problems);

        Assert.Equal("accounts[0].receipts[1]", problem.Where);
        Assert.Contains("no rate to USD", problem.Fact, StringComparison.Ordinal);
    }

    [Fact]
    public void Contribution_WrittenAsJson_ReadsBack() => Assert.All([Agreed with { Paid = [] }, Agreed with { Paid = [new(Late, 5 * Units.Usd)] }, Agreed], terms =>
    {
        var json = With(terms).ToJson();
        var again = Deal.Parse(json);
        Assert.Equal(json, again.ToJson());
        Assert.Equal(terms.Paid?.ToArray(), again.Contributions[0].Paid?.ToArray());
    });

    [Fact]
    public void Paid_ThatMakesNoSense_IsReported() => Assert.Equal(
        ["contributions[0].paid[0].amount", "contributions[0].paid[1].date"],
        DealValidation.Problems(With(Agreed with { Paid = [new(Late, -5 * Units.Usd), new(new(1990, 1, 1), 5 * Units.Usd)] })).Select(p => p.Where));

    static Breach[] Breaches(Run run) => [.. Breach.LinesOf(run.Model).Select(line => Breach.Of(run, line)).OfType<Breach>()];

    static Deal With(Contribution terms) => Terms with { Contributions = [terms], Accounts = [Cash with { Receipts = Cash.Receipts.Add(Name) }] };
}
