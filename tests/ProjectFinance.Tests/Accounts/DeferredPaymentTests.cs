using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Accounts;
using ProjectFinance.Amounts;
using ProjectFinance.Deals.Validation;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Results;
using ProjectFinance.Tests.Facilities;
using ProjectFinance.Tests.Operations;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Operations.SmallMine;

namespace ProjectFinance.Tests.Accounts;

/// <summary>
/// Payments that wait for a condition. 8-K 1996-07-11, Item 5(a): the Company's advances of about USD 3.4 million are not repaid unless conditions hold, principally repayment of the lender's
/// notes and satisfactory operation. Interest is 8 % on 360 days here; a mine of 100 oz a day leaves 150 an ounce.
/// </summary>
public class DeferredPaymentTests
{
    const string Sponsor = "Sponsor advances";
    const string Senior = "Project loan";

    static readonly Test SeniorRepaid = new Compared(new LineAmount($"{Senior} / Closing balance"), Relation.AtMost, new StatedAmount(0 * Units.Usd));
    static readonly Test Conditions = new AllOf([SeniorRepaid, new IsReached("Completion"), new NoDefault()]);

    // The lender's 2,000,000 is repaid on 30 September 1997, Completion was in June. 3,400,000 fell due in June and waits with 273 days of interest: 3.4M x 8 % x 273/360 = 206,266.67.
    [Fact]
    public void SponsorAdvances_AreRepaidOnceTheLenderIsAndCompletionIsReached()
    {
        var run = Financed(Conditions).Passing();

        Assert.Equal([(ThirdEnd, 206_266.67)], run.Payments($"{Sponsor} / Interest paid"));
        Assert.Equal([(ThirdEnd, 3_400_000)], run.Payments($"{Sponsor} / Principal paid"));
        Assert.Equal([0, 0, 2_000_000, 0], run.Of1997($"{Senior} / Principal paid"));
        Assert.Equal([3_400_000, 3_400_000, 0, 0], run.Of1997($"{Sponsor} / Closing balance"));
    }

    // 68,000 = 3.4M x 8 % x 90/360 of interest at the end of March; 136,755.56 for 181 days and 3,400,000 of principal at the end of June.
    [Fact]
    public void Deferred_IsNeitherOverdueNorABreachAndBearsNoDefaultInterest()
    {
        var run = Financed(Conditions).Passing();

        Assert.Equal([68_000, 136_755.56, 0, 0], run.Of1997($"{Sponsor} / Interest deferred"));
        Assert.Equal([0, 3_400_000, 0, 0], run.Of1997($"{Sponsor} / Principal deferred"));
        Assert.Equal([68_000, 3_536_755.56, 0, 0], run.Of1997("Account / Deferred"));
        Assert.Equal([0, 0, 0, 0], run.Of1997("Account / Overdue"));
        Assert.Equal([0, 0, 0, 0], run.Of1997($"{Sponsor} / Default interest"));
        Assert.DoesNotContain(Breach.LinesOf(run.Model), line => Breach.Of(run, line) is not null);
    }

    // An identity: waiting for a day that has come changes nothing.
    [Fact]
    public void Condition_ThatAlwaysHolds_ChangesNothing()
    {
        var plain = Financed(null).Passing();
        var run = Financed(new OnOrAfter(SmallMine.Terms.Closing)).Passing();

        foreach (var line in plain.Model.Lines)
            Assert.Equal(plain.Values(line.Name).ToArray(), run.Values(line.Name).ToArray());
        Assert.All(run.Values("Account / Deferred").ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Condition_ThatNeverHolds_PaysNothing()
    {
        var run = Financed(new OnOrAfter(new(2100, 1, 1))).Passing();

        Assert.Empty(run.Payments($"{Sponsor} / Principal paid"));
        Assert.Equal(3_400_000, run.At($"{Sponsor} / Principal deferred", new(1998, 12, 31)));
        Assert.All(run.Values("Account / Overdue").ToArray(), value => Assert.Equal(0, value));
    }

    // All cash goes out at the end of each column, the last on 15 June. 15 days x 100 oz x 150 = 225,000 pay 136,755.56 of interest and 88,244.44 of principal; the condition holds, so the rest is overdue.
    [Fact]
    public void Payment_WhoseConditionHolds_IsOverdueWhereTheMoneyIsShort()
    {
        var deal = Financed(new OnOrAfter(SecondEnd));
        var run = (deal with { Facilities = [deal.Facilities[1]], Accounts = [Account(deal.Accounts[0].Waterfall[^1].OnlyWhen, [Sponsor]) with { Distribution = new() }] }).Passing();

        Assert.Equal([0, 88_244.44], run.Of1997($"{Sponsor} / Principal paid")[..2]);
        Assert.Equal([0, 3_311_755.56], run.Of1997("Account / Overdue")[..2]);
        Assert.Equal([68_000, 0], run.Of1997("Account / Deferred")[..2]);
        Assert.Contains(Breach.LinesOf(run.Model), line => Breach.Of(run, line)?.Title == "Account: payments overdue");
    }

    // CAD 1,000 at USD 0.73.
    [Fact]
    public void Payment_InAnotherCurrency_IsDeferredInItsOwn()
    {
        var deal = SmallMine.Terms with
        {
            Obligations = [new() { Name = "Company / Fee", Currency = Units.Cad, Payments = [new(FirstEnd, 1_000 * Units.Cad)] }],
            Accounts = [Cash with { Waterfall = Cash.Waterfall.Add(new("Company / Fee") { OnlyWhen = new OnOrAfter(ThirdEnd) }) }],
            Planning = new() { Prices = SmallMine.Terms.Planning!.Prices.Add("CAD", 0.73 * (Units.Usd / Units.Cad)) },
        };
        var run = deal.Passing();

        Assert.Equal([1_000, 1_000, 0, 0], run.Of1997("Company / Fee deferred"));
        Assert.Equal([730, 730, 0, 0], run.Of1997("Account / Deferred"));
        Assert.Equal([0, 0, 730, 0], run.Of1997("Company / Fee paid in USD"));
        Assert.Equal([0, 0, 0, 0], run.Of1997("Account / Overdue"));
    }

    // What is deferred is nothing that draws would be sized to pay.
    [Fact]
    public void FundingNeed_LeavesOutWhatIsDeferred()
    {
        var deal = SmallMine.Terms with
        {
            Obligations = [new() { Name = "Company / Fee", Currency = Units.Usd, Payments = [new(FirstEnd, 1_000_000 * Units.Usd)] }],
            Accounts = [Cash with { Waterfall = Cash.Waterfall.Add(new("Company / Fee") { OnlyWhen = new OnOrAfter(ThirdEnd) }) }],
        };

        Assert.Equal([0, 0, 1_000_000 - 920 * 150, 1_000_000 - 2 * 920 * 150], deal.Passing().Of1997("Account / Funding need"));
    }

    [Fact]
    public void OnlyWhen_ReadsBackFromJson()
    {
        var json = Financed(Conditions).ToJson();
        Assert.Equal(json, Deal.Parse(json).ToJson());
    }

    [Fact]
    public void OnlyWhen_ThatMakesNoSense_IsReported()
    {
        var place = $"accounts[0].waterfall[{Account(null, [Senior, Sponsor]).Waterfall.Length - 2}].onlyWhen";
        Assert.Contains(DealValidation.Problems(Financed(new IsReached("Completed"))), p => p.Where == $"{place}.reached" && p.Allowed.Contains("'Completion'", StringComparison.Ordinal));
        Assert.Contains(DealValidation.Problems(Financed(new IsFlagged("Project loan / Interest paid"))), p => p.Where == $"{place}.flag" && p.Allowed.Contains("yes or no", StringComparison.Ordinal));
        Assert.Contains(DealValidation.Problems(Financed(new AllOf([]))), p => p.Where == $"{place}.allOf");
    }

    [Fact]
    public void Obligation_GivenTwoConditions_Refuses()
    {
        var model = new Model(Timeline.Quarterly(new(1996, 12, 31), new(1997, 12, 31)));
        var owed = model.Obligation("Fee", Units.Usd, _ => 5 * Units.Usd);
        owed.PayOnlyWhen(_ => true);

        Assert.Throws<InvalidOperationException>(() => owed.PayOnlyWhen(_ => true));
    }

    static Deal Financed(Test? onlyWhen) => SmallMine.Terms with
    {
        Milestones = [new() { Name = "Completion", Expected = new(1997, 6, 15) }],
        Projects = [Mine with { Production = Table(Units.GoldOunce, ("1997", 36_500), ("1998", 36_500)) }],
        Facilities = [Loan(Senior, 2_000_000, ThirdEnd), Loan(Sponsor, 3_400_000, SecondEnd)],
        Accounts = [Account(onlyWhen, [Senior, Sponsor])],
        Planning = SmallMine.Terms.Planning! with { Indices = ImmutableSortedDictionary<string, Percentage>.Empty.Add("LIBOR", 0.08) },
    };

    static TermLoan Loan(string name, double amount, LocalDate maturity) => new()
    {
        Name = name, Commitment = new(amount * Units.Usd), Draws = new Advances([new(SmallMine.Terms.Closing, amount * Units.Usd)]), Repayment = new Bullet(maturity),
        Interest = new() { Index = "LIBOR", Margin = new(0), Dates = new Every(NodaTime.Period.FromMonths(3), FirstEnd, maturity) }, BusinessDays = new() { AdjustInterest = false },
    };

    static Account Account(Test? onlyWhen, string[] loans) => Cash with
    {
        Distribution = null,
        Draws = [.. loans.Select(loan => $"{loan} / Draw")],
        Waterfall =
        [
            .. Cash.Waterfall,
            .. loans.SelectMany(loan => new[] { "Interest", "Principal" }.Select(owed => new Payment($"{loan} / {owed}") { DrawsMayFund = false, OnlyWhen = loan == Sponsor ? onlyWhen : null })),
        ],
    };
}
