using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Deals;
using ProjectFinance.Equity;
using ProjectFinance.Rates;
using ProjectFinance.Results;
using static ProjectFinance.Tests.Equity.ShareDeal;

namespace ProjectFinance.Tests.Equity;

/// <summary>Shares issued, outstanding and held.</summary>
public class ShareCapitalTests
{
    static readonly LocalDate Spring = new(1997, 3, 31);
    static readonly OnDate AtTheClosing = new(Closing);

    static ShareSettledPayment Payment(double amount, double price) =>
        new() { Name = "Payment", Amount = amount * Units.Usd, Price = price * UsdPerShare, On = AtTheClosing };

    // 8-K 1996-07-11, Item 2(a): 449,754 shares for USD 1,000,000, 1,090,909 for USD 3,000,000, together 1,540,663, about 9.5 % of the outstanding shares.
    // 1,000,000 / 2.22344 = 449,753.5 and 3,000,000 / 2.75 = 1,090,909.09. 1,540,663 / (14,677,000 + 1,540,663) = 9.49991 %.
    [Fact]
    public void PaymentsInShares_OfTheLease_AreThoseOfTheFiling()
    {
        var run = Of(
            Payment(1_000_000, 2.22344) with { Name = "First payment", Holder = "NPMC" },
            Payment(3_000_000, 2.75) with { Name = "Second payment", Holder = "NPMC" }).RunOf();

        Assert.Equal(449_754, run.AtClosing("USMX / Shares issued: First payment"));
        Assert.Equal(1_090_909, run.AtClosing("USMX / Shares issued: Second payment"));
        Assert.Equal(1_540_663, run.AtClosing("USMX / Shares issued"));
        Assert.Equal(16_217_663, run.AtEnd("USMX / Shares outstanding"));
        Assert.Equal(1_540_663, run.AtEnd("USMX / Shares of NPMC"));
        Assert.Equal(0.095, run.AtEnd("USMX / Stake of NPMC"), 0.0005);
        Assert.Equal(1_540_663.0 / 16_217_663, run.AtEnd("USMX / Dilution"), 1e-12);
        Assert.Equal(2.75, run.AtClosing("USMX / Issue price: Second payment"));
    }

    [Theory]
    [InlineData(ShareRounding.Nearest, 2.22344, 449_754)]
    [InlineData(ShareRounding.Down, 2.22344, 449_753)]
    [InlineData(ShareRounding.Up, 2.75, 363_637)]
    [InlineData(ShareRounding.Nearest, 2.75, 363_636)]
    // A tenth divides a million evenly, though not in binary: 1,000,000 / 0.1 and / 0.7 x 0.7.
    [InlineData(ShareRounding.Down, 0.1, 10_000_000)]
    [InlineData(ShareRounding.Up, 0.1, 10_000_000)]
    public void PaymentInShares_IsRounded_AsAgreed(ShareRounding rounding, double price, double expected) =>
        Assert.Equal(expected, Of(Payment(1_000_000, price) with { Rounding = rounding }).RunOf().AtClosing("USMX / Shares issued"));

    // The mean of the last three of 9.90, 2.00, 2.20 and 2.40 is 2.20; 1,100,000 / 2.20 = 500,000.
    [Fact]
    public void PaymentInShares_AtAnAverage_CountsTheLastDaysBeforeIt()
    {
        var payment = Payment(1_100_000, 1) with { Price = null, Average = new("USMX", 3) };

        var run = Of(payment).RunOf(Daily("USMX", UsdPerShare, 9.9, 2.0, 2.2, 2.4));

        Assert.Equal(2.2, run.AtClosing("USMX / Issue price: Payment"), 1e-12);
        Assert.Equal(2.2, run.AtEnd("USMX / Issue price: Payment"), 1e-12);
        Assert.Equal(500_000, run.AtClosing("USMX / Shares issued"));
    }

    [Fact]
    public void PaymentInShares_WhereTooFewPricesAreKnown_TakesThePriceOfTheDay()
    {
        var payment = Payment(1_000_000, 1) with { Price = null, Average = new("USMX", 3) };
        var planned = Priced("USMX", new() { Unit = UsdPerShare, Afterwards = 2.5 });

        Assert.Equal(400_000, Of(payment).RunOf(planned).AtClosing("USMX / Shares issued"));
    }

    [Theory]
    [InlineData("USMY", "USD/share", "the market data have no price of that name", "shares[0].issues[0].shareSettledPayment.average.price")]
    [InlineData("USMX", "CAD/share", "it is in CAD/share", "shares[0].issues[0].shareSettledPayment.average.price")]
    [InlineData("USMX", "USD/share", "3 daily prices before 1996-07-11 are not known", "shares[0].issues[0].shareSettledPayment.average")]
    public void PaymentInShares_WithoutItsPrices_SaysSo(string series, string unit, string fact, string where)
    {
        var payment = Payment(1_000_000, 1) with { Price = null, Average = new("USMX", 3) };

        var problem = Assert.Single(Assert.Throws<InvalidInputException>(() => Of(payment).RunOf(Priced(series, new() { Unit = Unit.Parse(unit) }))).Problems);

        Assert.Equal("Price 'USMX'", problem.Subject);
        Assert.Contains(fact, problem.Fact, StringComparison.Ordinal);
        Assert.Equal(where, problem.Where);
    }

    // 2,000,000 x 1.50 = 3,000,000; less 6 % and 120,000 leaves 2,700,000.
    [Fact]
    public void Offering_OfShares_BringsTheirPriceLessCommissionAndCosts()
    {
        var offering = new Offering { Name = "Offering", On = new OnDate(Spring), Shares = 2_000_000 * Units.Share, Price = 1.5 * UsdPerShare, Commission = 0.06, Costs = 120_000 * Units.Usd };

        var run = Of(offering).RunOf();

        Assert.Equal(3_000_000, run.At("USMX / Offering: gross proceeds", Spring), 1e-6);
        Assert.Equal(2_700_000, run.At("USMX / Offering: net proceeds", Spring), 1e-6);
        Assert.Equal(16_677_000, run.At("USMX / Shares outstanding", Spring));
        Assert.Equal(2_700_000, run.Values("USMX / Offering: net proceeds").ToArray().Sum(), 1e-6);
    }

    // 1,000,000 / 3 = 333,333.33: downwards where nothing else is said.
    [Fact]
    public void Offering_OfAnAmount_FindsItsShares()
    {
        var run = Of(new Offering { Name = "Offering", On = new OnDate(Spring), Gross = 1_000_000 * Units.Usd, Price = 3 * UsdPerShare }).RunOf();

        Assert.Equal(333_333, run.At("USMX / Shares issued: Offering", Spring));
        Assert.Equal(1_000_000, run.At("USMX / Offering: net proceeds", Spring));
    }

    [Fact]
    public void Offering_WithoutADate_IsNotMade()
    {
        var run = Of(new Offering { Name = "Offering", Gross = 9_000_000 * Units.Usd, Price = 3 * UsdPerShare, Costs = 100_000 * Units.Usd }).RunOf();

        Assert.Equal(0, run.Values("USMX / Offering: net proceeds").ToArray().Sum());
        Assert.Equal(14_677_000, run.AtEnd("USMX / Shares outstanding"));
    }

    // Warrants bring money and are no shares.
    [Fact]
    public void Offering_WithoutAPrice_IssuesNoShares()
    {
        var run = Of(new Offering { Name = "Special warrants", On = new OnDate(Spring), Gross = 40_000_000 * Units.Cad }).RunOf();

        Assert.Equal(40_000_000, run.At("USMX / Special warrants: net proceeds", Spring));
        Assert.Equal(0, run.AtEnd("USMX / Shares issued since closing"));
    }

    [Fact]
    public void Issue_OnAMilestone_IsMadeInTheColumnThatReachesIt()
    {
        var model = DealLayout.Lay(Of(new StatedIssue { Name = "Grant", On = new OnMilestone("Listing"), Shares = 1_000 * Units.Share })).Model;
        var date = model.FindMilestone("Listing").Date!;

        Assert.Equal(0, new Runner(model).Run().AtEnd("USMX / Shares issued since closing"));
        foreach (var (listing, column) in new (LocalDate, LocalDate)[] { (Closing, Closing), (new(1997, 2, 14), Spring), (Spring, Spring) })
        {
            var run = new Runner(model).Run(new Dictionary<InputCell, double> { [date.Input] = NodaTime.Period.DaysBetween(Closing, listing) });
            Assert.Equal(1_000, run.At("USMX / Shares issued: Grant", column));
            Assert.Equal(1_000, run.Values("USMX / Shares issued").ToArray().Sum());
        }
    }

    // An identity: a split changes how shares are counted, and no stake.
    [Fact]
    public void Split_TwoForOne_DoublesSharesAndChangesNoStake()
    {
        ShareIssue[] issues =
        [
            Payment(1_000_000, 2.5) with { Holder = "NPMC" },
            new StatedIssue { Name = "Later", On = new OnDate(new(1997, 6, 30)), Shares = 500_000 * Units.Share, Holder = "Bank" },
        ];
        var plain = Of([.. issues]).RunOf();
        var split = Of(Usmx with { Issues = [issues[0], (StatedIssue)issues[1] with { Shares = 1_000_000 * Units.Share }], Splits = [new(new(1997, 2, 14), 2)] }).RunOf();

        Assert.Equal(new LocalDate(1997, 2, 14), split.Model.Timeline.EndingOn(new(1997, 2, 14)).End);
        Assert.Equal(2 * plain.AtEnd("USMX / Shares outstanding"), split.AtEnd("USMX / Shares outstanding"));
        Assert.Equal(2 * plain.AtEnd("USMX / Shares of NPMC"), split.AtEnd("USMX / Shares of NPMC"));
        foreach (var line in (string[])["USMX / Stake of NPMC", "USMX / Stake of Bank", "USMX / Dilution"])
            Assert.Equal(plain.AtEnd(line), split.AtEnd(line), 1e-12);
        Assert.Equal(plain.At("USMX / Shares outstanding", new(1996, 12, 31)), split.At("USMX / Shares outstanding", new(1996, 12, 31)));
    }

    [Fact]
    public void Issue_OnTheDayOfASplit_IsCountedInNewShares()
    {
        var run = Of(Usmx with
        {
            Issues = [new StatedIssue { Name = "Grant", On = new OnDate(Spring), Shares = 1_000 * Units.Share, Holder = "Bank" }], Splits = [new(Spring, 0.5)],
        }).RunOf();

        Assert.Equal(14_677_000 / 2 + 1_000, run.AtEnd("USMX / Shares outstanding"));
        Assert.Equal(1_000, run.AtEnd("USMX / Shares of Bank"));
    }

    [Fact]
    public void LineIssue_OfALineThatCountsNoShares_IsRefused()
    {
        var deal = Of(new LineIssue { Name = "Conversion", Line = "USMX / Dilution" });

        var problem = Assert.Single(Assert.Throws<InvalidInputException>(() => DealLayout.Lay(deal)).Problems);

        Assert.Equal("Line 'USMX / Dilution'", problem.Subject);
        Assert.Equal("shares[0].issues[0].lineIssue.line", problem.Where);
    }
}
