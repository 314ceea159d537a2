using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Deals;
using ProjectFinance.Equity;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using ProjectFinance.Results;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Equity.ShareDeal;

namespace ProjectFinance.Tests.Equity;

/// <summary>The exchange of shares of January 1997: 1.10 shares of USMX for one of Dakota, and Canadian dollars that an account in United States dollars receives.</summary>
public class MergerTests
{
    static readonly LocalDate Effective = new(1997, 5, 29);

    static readonly Merger Agreed = new()
    {
        Name = "Merger", Target = "USMX", Acquirer = "Dakota", AcquirerOutstanding = 30_000_000 * Units.Share, OldSharesForOne = 1.10, On = new OnDate(Effective),
    };

    static Deal DealOf(Merger merger) => Of(new StatedIssue { Name = "Lease", On = new OnDate(Closing), Shares = 1_540_663 * Units.Share }) with { Mergers = [merger] };

    // 16,217,663 / 1.10 = 14,743,330 exactly (14,743,330 + 1,474,333); of 44,743,330 that is 32.95 %.
    [Fact]
    public void Merger_AtElevenTenths_GivesTheOldHoldersTheirStake()
    {
        var run = DealOf(Agreed).RunOf();

        Assert.Equal(14_743_330, run.At("Merger / New shares", Effective));
        Assert.Equal(44_743_330, run.AtEnd("Merger / Shares outstanding"));
        Assert.Equal(14_743_330.0 / 44_743_330, run.AtEnd("Merger / Stake of old holders"), 1e-12);
        Assert.Equal(30_000_000, run.AtClosing("Merger / Shares outstanding"));
        Assert.Equal(0, run.AtClosing("Merger / Stake of old holders"));
        Assert.Equal(14_743_330, run.Values("Merger / New shares").ToArray().Sum());
    }

    [Fact]
    public void Merger_Never_ChangesNothing()
    {
        var run = DealOf(Agreed with { On = null }).RunOf();

        Assert.Equal(30_000_000, run.AtEnd("Merger / Shares outstanding"));
        Assert.Equal(0, run.AtEnd("Merger / Stake of old holders"));
    }

    // 14,743,330 x CAD 2.00.
    [Fact]
    public void Merger_WithAPrice_ShowsWhatTheOldHoldersHave()
    {
        var run = DealOf(Agreed with { Price = "Dakota" }).RunOf(Priced("Dakota", new() { Unit = Units.Cad / Units.Share, Afterwards = 2 }));

        Assert.Equal(29_486_660, run.AtEnd("Merger / Value of new shares"), 1e-6);
        Assert.Equal(Units.Cad, run.Model.Find("Merger / Value of new shares").Unit);
    }

    [Fact]
    public void Merger_AtAPriceThatIsNoneOfAShare_IsRefused() => Assert.Contains(
        Assert.Throws<InvalidInputException>(() => DealLayout.Lay(DealOf(Agreed with { Price = "gold" }), Priced("gold", new() { Unit = Units.Usd / Units.GoldOunce, Afterwards = 385 }))).Problems,
        problem => problem is { Subject: "Price 'gold'", Where: "mergers[0].price" });

    // The new shares are those of an issue of the acquirer, if the deal follows its shares too.
    [Fact]
    public void Merger_AmongTheIssuesOfTheAcquirer_IsCountedThere()
    {
        var deal = DealOf(Agreed);
        var dakota = new ShareCapital
        {
            Name = "Dakota", OutstandingAtClosing = Agreed.AcquirerOutstanding, Issues = [new LineIssue { Name = "Merger", Line = "Merger / New shares", Holder = "holders of USMX" }],
        };

        var run = (deal with { Shares = [.. deal.Shares, dakota] }).RunOf();

        Assert.Equal(run.AtEnd("Merger / Shares outstanding"), run.AtEnd("Dakota / Shares outstanding"));
        Assert.Equal(run.AtEnd("Merger / Stake of old holders"), run.AtEnd("Dakota / Stake of holders of USMX"), 1e-15);
    }

    // CAD 40,000,000 less 5 % is CAD 38,000,000; at USD/CAD 0.73 USD 27,740,000.
    [Fact]
    public void Proceeds_InCanadianDollars_ReachAnAccountAtTheRateOfTheDay()
    {
        var run = Warrants.RunOf(Rates);

        Assert.Equal(38_000_000, run.At("Dakota / Special warrants: net proceeds", new(1997, 2, 14)), 1e-6);
        Assert.Equal(27_740_000, run.AtEnd("Dakota account / Closing balance"), 1e-6);
    }

    // A tenth of the USD 27,740,000 is lent on to USMX on the same day, by a loan that is drawn for a line of the term sheet.
    [Fact]
    public void Proceeds_LentOn_AreTheDrawOfALoan()
    {
        var then = new LocalDate(1997, 2, 14);
        var lent = Warrants with
        {
            Lines = [new() { Name = "Dakota / Lent on", Unit = Units.Usd, Amount = new PercentOf(0.10, new ProductOf([new LineAmount("Dakota / Special warrants: net proceeds"), new LineAmount("Prices / CAD")])) }],
            Facilities =
            [
                new()
                {
                    Name = "Bridge loan", Commitment = 5_000_000 * Units.Usd, Draws = new DrawsAsNeeded { Fund = "Dakota / Lent on", LastDate = then }, Repayment = new Bullet(new(1997, 12, 31)),
                    Interest = new() { Index = "LIBOR", Margin = new(0.02), Dates = new OnDates([new(1997, 12, 31)]) },
                },
            ],
            Accounts = [.. Warrants.Accounts, new() { Name = "USMX account", Currency = Units.Usd, Receipts = [], Draws = ["Bridge loan / Draw"], Waterfall = [new("Bridge loan / Interest"), new("Bridge loan / Principal")] }],
            Planning = new() { Indices = ImmutableSortedDictionary<string, Percentage>.Empty.Add("LIBOR", 0.055) },
        };

        var run = lent.RunOf(Rates);

        Assert.Equal(2_774_000, run.At("Bridge loan / Draw", then), 1e-6);
        Assert.Equal(2_774_000, run.At("USMX account / Closing balance", then), 1e-6);
    }

    [Fact]
    public void Proceeds_WithoutARate_AreRefused()
    {
        var problem = Assert.Single(Assert.Throws<InvalidInputException>(() => DealLayout.Lay(Warrants)).Problems);

        Assert.Contains("there is no rate to USD", problem.Fact, StringComparison.Ordinal);
        Assert.Equal("accounts[0].receipts[0]", problem.Where);
    }

    static Market Rates { get; } = Priced("CAD", new() { Unit = Units.Usd / Units.Cad, Values = ImmutableSortedDictionary<string, double>.Empty.Add("1996-07-10/1996-12-31", 0.74).Add("1997-Q1", 0.73), Afterwards = 0.70 });

    static Deal Warrants { get; } = Of(Usmx with { Name = "Dakota", Issues = [new Offering { Name = "Special warrants", On = new OnDate(new(1997, 2, 14)), Gross = 40_000_000 * Units.Cad, Commission = 0.05 }] }) with
    {
        Accounts = [new() { Name = "Dakota account", Currency = Units.Usd, Receipts = ["Dakota / Special warrants: net proceeds"], Waterfall = [] }],
    };
}
