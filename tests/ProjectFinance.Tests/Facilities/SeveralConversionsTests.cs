using ProjectFinance.Accounts;
using ProjectFinance.Amounts;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using ProjectFinance.Results;
using static ProjectFinance.Tests.Facilities.GoldDeal;

namespace ProjectFinance.Tests.Facilities;

/// <summary>A dollar loan that is swept on the day it is converted, and one that becomes two gold loans.</summary>
public class SeveralConversionsTests
{
    const string Second = "Second gold loan";

    static readonly NodaTime.LocalDate Conversion = new(1996, 12, 31), Next = new(1997, 3, 31);

    // The account holds the 19,500,000 advanced; the sponsor pays the interest as it falls due. Looking ahead, all of it becomes 50,000 oz, of which 90 days' interest is
    // 50,000 x 3.375 % x 90/360 x 390 = 164,531.25; a fifth of the rest, 3,867,093.75, is swept. 15,632,906.25 / 390 = 40,084.375 oz are converted.
    [Fact]
    public void Sweep_OnTheDayOfConversionWithAMinimumThatLooksAhead_IsNoCircle()
    {
        var run = Passing(Swept());

        Assert.Equal(50_000, run.At($"{G} / Converted, before the sweep", Conversion), 1e-9);
        Assert.Equal(164_531.25, run.At($"{A} / Minimum balance", Conversion), 1e-6);
        Assert.Equal(3_867_093.75, run.At($"{L} / Sweep paid", Conversion), 1e-6);
        Assert.Equal(40_084.375, run.At($"{G} / Converted", Conversion), 1e-9);
        Assert.Equal(15_632_906.25, run.At($"{L} / Converted", Conversion), 1e-6);
        Assert.Equal(0, run.At($"{L} / Closing balance", Conversion), 1e-6);
        // From the next column on the balance is what it is.
        Assert.Equal(40_084.375 * 0.03375 * 91 / 360 * 390, run.At($"{A} / Minimum balance", Next), 1e-6);
    }

    // The same with a way back: the dollars that come back on 30 June 1997 may be swept from then on.
    [Fact]
    public void Sweep_WithAConversionBack_IsNoCircle()
    {
        var run = Passing(Swept(terms => terms with { Back = new() { On = new NodaTime.LocalDate(1997, 6, 30) } }));

        Assert.Equal(15_632_906.25, run.At($"{L} / Converted back", new(1997, 6, 30)), 1e-6);
        Assert.True(run.At($"{L} / Sweep paid", new(1997, 9, 30)) > 0);
    }

    // Half of 19,500,000 at 390 on 31 December: 25,000 oz. Half of the other 9,750,000 at 375 on 31 March: 13,000 oz; 4,875,000 stay in dollars.
    [Fact]
    public void TwoGoldLoans_FromOneDollarLoan_EachTakeTheirPart()
    {
        var run = Passing(Two(new GoldDeal { Price = 375, Fixings = [(new(1996, 12, 27), 390)], Terms = Half }, Next));

        Assert.Equal(25_000, run.At($"{G} / Converted", Conversion));
        Assert.Equal(390, run.At($"{G} / Conversion price", Maturity));
        Assert.Equal(9_750_000, run.At($"{L} / Closing balance", Conversion), 1e-6);
        Assert.Equal(13_000, run.At($"{Second} / Converted", Next));
        Assert.Equal(375, run.At($"{Second} / Conversion price", Maturity));
        Assert.Equal(4_875_000, run.At($"{L} / Closing balance", Next), 1e-6);
        // Eight instalments of each, from 30 September 1997 on.
        Assert.Equal(3_125, run.At($"{G} / Principal paid", new(1997, 9, 30)), 1e-9);
        Assert.Equal(1_625, run.At($"{Second} / Principal paid", new(1997, 9, 30)), 1e-9);
        Assert.Equal(609_375, run.At($"{L} / Principal paid", new(1997, 9, 30)), 1e-6);
    }

    // On one day the second takes half of what the first leaves: 9,750,000 and 4,875,000 at 390.
    [Fact]
    public void TwoGoldLoans_OnOneDay_TakeWhatTheOnesBeforeLeave()
    {
        var run = Passing(Two(new GoldDeal { Price = 390, Terms = Half }, Conversion));

        Assert.Equal(25_000, run.At($"{G} / Converted", Conversion));
        Assert.Equal(12_500, run.At($"{Second} / Converted", Conversion));
        Assert.Equal(4_875_000, run.At($"{L} / Closing balance", Conversion), 1e-6);
    }

    static Redenomination Half(Redenomination terms) => terms with { Part = 0.5 };

    static (Deal, Market) Two(GoldDeal gold, NodaTime.LocalDate on)
    {
        var deal = gold.Deal();
        var first = deal.Facilities[1];
        var second = first with { Name = Second, Draws = (Redenomination)first.Draws with { Election = new() { On = on } } };
        return (WithPayments(deal with { Facilities = deal.Facilities.Add(second) }, new($"{Second} / Interest"), new($"{Second} / Principal")), gold.Market);
    }

    static (Deal, Market) Swept(Func<Redenomination, Redenomination>? terms = null)
    {
        var gold = new GoldDeal
        {
            Price = 390, Terms = terms ?? (same => same),
            PaidIn = [(new(1996, 9, 30), 19_500_000 * 0.079375 * 81 / 360), (Conversion, 19_500_000 * 0.079375 * 92 / 360), (Next, 40_000_000)],
            Minimum = new SumOf([.. new[] { $"{L} / Interest for the next 3 months", $"{L} / Principal for the next 3 months", $"{G} / Interest for the next 3 months in USD", $"{G} / Principal for the next 3 months in USD" }.Select(line => new LineAmount(line))]),
        };
        var deal = gold.Deal();
        var loan = deal.Facilities[0] with { Sweep = new() { Account = A, Share = 0.2, From = new OnDate(Conversion) } };
        return (WithPayments(deal with { Facilities = deal.Facilities.SetItem(0, loan) }, new Payment($"{L} / Sweep") { DrawsMayFund = false }), gold.Market);
    }

    static Deal WithPayments(Deal deal, params Payment[] payments) => deal with { Accounts = [deal.Accounts[0] with { Waterfall = [.. deal.Accounts[0].Waterfall, .. payments] }] };

    static Run Passing((Deal Deal, Market Market) of)
    {
        var run = RunOf(DealLayout.Lay(of.Deal, of.Market));
        Assert.All(run.Checks, check => Assert.True(check.Passed, $"{check.Name} is off by {check.Largest} in {check.At}"));
        return run;
    }
}
