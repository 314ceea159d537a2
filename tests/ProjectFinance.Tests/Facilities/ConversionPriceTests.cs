using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Deals.Validation;
using ProjectFinance.Deals;
using ProjectFinance.Equity;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using ProjectFinance.Results;
using ProjectFinance.Tests.Deals;
using static ProjectFinance.Tests.Facilities.NoteDeal;

namespace ProjectFinance.Tests.Facilities;

/// <summary>What becomes of a conversion price: resets, splits, issues below it.</summary>
public class ConversionPriceTests
{
    static readonly LocalDate Day = new(1996, 12, 16);
    static readonly LocalDate YearEnd = new(1996, 12, 31);
    static readonly string Price = $"{N} / Conversion price";

    static readonly NoteDeal AsAgreed = new();

    // 2,500,000 / 2.00 = 1,250,000.
    [Fact]
    public void Price_ResetOnADate_GivesMoreSharesFromThenOn()
    {
        var run = (AsAgreed with { Conversion = AsAgreed.Conversion with { Price = new Stepped<Quantity>(3.40 * UsdPerShare).Then(new OnDate(Day), 2.00 * UsdPerShare) } }).Run();

        Assert.Equal(735_294, run.At($"{N} / Shares reserved", new(1996, 9, 30)));
        Assert.Equal(1_250_000, run.At($"{N} / Shares reserved", Day));
        Assert.Equal(2.00, run.At(Price, Maturity));
    }

    [Fact]
    public void Price_ResetOnAMilestone_HoldsFromTheColumnThatReachesIt()
    {
        var deal = AsAgreed with { Conversion = AsAgreed.Conversion with { Price = new Stepped<Quantity>(3.40 * UsdPerShare).Then(new OnMilestone("Offering"), 1.80 * UsdPerShare) } };

        var run = deal.Run(offering: Day);

        Assert.Equal(3.40, run.At(Price, new(1996, 9, 30)));
        Assert.Equal(1.80, run.At(Price, YearEnd));
        Assert.Equal(3.40, deal.Run().At(Price, Maturity));
    }

    // An identity: two shares for one halve the price and double the shares; the money is the same.
    [Fact]
    public void Split_TwoForOne_HalvesThePriceAndDoublesTheShares()
    {
        static NoteDeal Converted(NoteDeal deal) => deal with { Conversion = deal.Conversion with { Price = 3.20 * UsdPerShare, ByLender = new(new OnOrAfter(YearEnd)) } };
        var plain = Converted(AsAgreed).Run();
        var split = Converted(AsAgreed with { Usmx = AsAgreed.Usmx with { Splits = [new(Day, 2)] } }).Run();

        Assert.Equal(1.60, split.At(Price, Day), 1e-15);
        // 2,500,000 / 3.20 = 781,250.
        Assert.Equal([(YearEnd, 781_250.0)], plain.Payments($"{N} / Shares issued"));
        Assert.Equal([(YearEnd, 1_562_500.0)], split.Payments($"{N} / Shares issued"));
        Assert.Equal(plain.Payments($"{N} / Converted"), split.Payments($"{N} / Converted"));
        Assert.Equal(plain.At("USMX / Stake of Lender", Maturity), split.At("USMX / Stake of Lender", Maturity), 1e-12);
    }

    // A price reset on the day of a split is stated in new shares; one reset before is scaled.
    [Theory]
    [InlineData(16, 2.00)]
    [InlineData(2, 1.00)]
    public void Price_ResetAroundASplit_IsThatOfItsDay(int day, double expected)
    {
        var deal = AsAgreed with
        {
            Usmx = AsAgreed.Usmx with { Splits = [new(Day, 2)] },
            Conversion = AsAgreed.Conversion with { Price = new Stepped<Quantity>(3.40 * UsdPerShare).Then(new OnDate(new(1996, 12, day)), 2.00 * UsdPerShare) },
        };

        Assert.Equal(expected, deal.Run().At(Price, YearEnd), 1e-15);
    }

    // 4,000,000 shares at 2.00 after 16,000,000: with the 735,294.12 of conversion A is 16,735,294.12; the proceeds of 8,000,000 would buy B = 2,352,941.18 at 3.40.
    // 3.40 x (A + B) / (A + 4,000,000) = 3.40 x 19,088,235.29 / 20,735,294.12 = 64,900,000 / 20,735,294.12 = 3.129929.
    [Fact]
    public void Issue_BelowThePrice_WeighsByItsSize()
    {
        var run = Issued(DilutionProtection.WeightedAverage, 2.00, 4_000_000).Run();

        Assert.Equal(3.40, run.At(Price, new(1996, 9, 30)));
        Assert.Equal(64_900_000 / (20_000_000 + 2_500_000 / 3.40), run.At(Price, Day), 1e-12);
        Assert.Equal(3.129929, run.At(Price, Maturity), 1e-6);
    }

    [Theory]
    [InlineData(DilutionProtection.FullRatchet, 2.00, 1, 2.00)]
    [InlineData(DilutionProtection.FullRatchet, 3.40, 4_000_000, 3.40)]
    [InlineData(DilutionProtection.FullRatchet, 4.00, 4_000_000, 3.40)]
    [InlineData(DilutionProtection.WeightedAverage, 3.40, 4_000_000, 3.40)]
    [InlineData(DilutionProtection.WeightedAverage, 4.00, 4_000_000, 3.40)]
    public void Issue_AtAPrice_RatchetsOnlyDown(DilutionProtection protection, double price, double shares, double expected) =>
        Assert.Equal(expected, Issued(protection, price, shares).Run().At(Price, Maturity), 1e-15);

    // The weighted average lies between the full ratchet and no protection, and nears the ratchet as the issue grows.
    [Fact]
    public void WeightedAverage_LiesBetweenRatchetAndNone()
    {
        double Of(DilutionProtection protection, double shares) => Issued(protection, 2.00, shares).Run().At(Price, Maturity);

        var (small, large) = (Of(DilutionProtection.WeightedAverage, 1_000_000), Of(DilutionProtection.WeightedAverage, 1e12));
        Assert.InRange(small, 2.00, 3.40);
        Assert.True(small > Of(DilutionProtection.WeightedAverage, 4_000_000));
        Assert.Equal(Of(DilutionProtection.FullRatchet, 1_000_000), large, 1e-4);
    }

    // Two issues on one day: the second counts the first as outstanding, at the price the first left.
    [Fact]
    public void Issues_OnOneDay_WeighOneAfterTheOther()
    {
        var halves = Issued(DilutionProtection.WeightedAverage, 2.00, 2_000_000);
        halves = halves with
        {
            Usmx = halves.Usmx with { Issues = [.. halves.Usmx.Issues, new StatedIssue { Name = "Other half", On = new OnDate(Day), Shares = 2_000_000 * Units.Share, Price = 2.00 * UsdPerShare }] },
            Conversion = halves.Conversion with { AntiDilution = new() { Protection = DilutionProtection.WeightedAverage, Issues = ["Placement", "Other half"] } },
        };
        // By hand: A1 = 16,735,294.1176, P1 = (16,735,294.1176 x 3.40 + 4,000,000) / 18,735,294.1176 = 60,900,000 / 18,735,294.1176;
        // A2 = 18,000,000 + 2,500,000 / P1, P2 = (18,000,000 x P1 + 2,500,000 + 4,000,000) / (A2 + 2,000,000).
        double first = 60_900_000 / (18_000_000 + 2_500_000 / 3.40);
        double second = (18_000_000 * first + 6_500_000) / (20_000_000 + 2_500_000 / first);

        Assert.Equal(second, halves.Run().At(Price, Maturity), 1e-12);
    }

    public static TheoryData<ConversionTerms, string, string, string> Wrong => new()
    {
        { AsAgreed.Conversion with { Price = 0 * UsdPerShare }, "the conversion price is USD/share 0", "above zero", "price" },
        { AsAgreed.Conversion with { Price = 3.40 * Units.Usd }, "the conversion price is in 'USD'", "'USD/share'", "price" },
        { AsAgreed.Conversion with { Price = new Stepped<Quantity>(3.40 * UsdPerShare).Then(new OnMilestone("Ofering"), 2 * UsdPerShare) }, "there is no milestone 'Ofering'", "'Offering'", "price.changes[0].on" },
        { AsAgreed.Conversion with { Shares = "USMY" }, "there is no company 'USMY'", "'USMX'", "shares" },
        { AsAgreed.Conversion with { ByLender = new(new IsReached("Ofering")) }, "there is no milestone 'Ofering'", "'Offering'", "byLender.when.reached" },
        { AsAgreed.Conversion with { ByBorrower = new(new IsReached("Offering")) { On = new(2001, 1, 1) } }, "the day of forced conversion 2001-01-01 is after the end", "on or before", "byBorrower.on" },
        { AsAgreed.Conversion with { FractionInCash = true, Rounding = ShareRounding.Up }, "none is dropped", "'down'", "fractionInCash" },
        { AsAgreed.Conversion with { AntiDilution = new() { Protection = DilutionProtection.FullRatchet, Issues = [] } }, "no issue is given", "at least one", "antiDilution.issues" },
        { AsAgreed.Conversion with { AntiDilution = new() { Protection = DilutionProtection.FullRatchet, Issues = ["Conversio"] } }, "there is no issue 'Conversio'", "'Conversion'", "antiDilution.issues[0]" },
        { AsAgreed.Conversion with { AntiDilution = new() { Protection = DilutionProtection.FullRatchet, Issues = ["Conversion"] } }, "the issue 'Conversion' has no price", "must have one", "antiDilution.issues[0]" },
        { AsAgreed.Conversion with { Shares = null, AntiDilution = new() { Protection = DilutionProtection.FullRatchet, Issues = ["Conversion"] } }, "no company in particular", "'shares'", "antiDilution" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Problems_OfAConversion_SayWhatIsWrong(ConversionTerms terms, string fact, string allowed, string where) =>
        SampleFiles.IsOnly([.. DealValidation.Problems((AsAgreed with { Conversion = terms }).Deal())], $"Facility '{N}'", fact, allowed, $"facilities[0].conversion.{where}");

    [Fact]
    public void Note_DrawnForANeed_MayNotConvert()
    {
        var deal = AsAgreed.Deal();
        var drawn = deal with { Facilities = [deal.Facilities[0] with { Draws = new DrawsAsNeeded { Fund = "Sponsor / Paid in", LastDate = Closing } }] };

        SampleFiles.IsOnly([.. DealValidation.Problems(drawn)], $"Facility '{N}'", "drawn for a need", "dated advances", "facilities[0].draws");
    }

    [Theory]
    [InlineData("Proceeds", "there is no account 'Proceeds'")]
    [InlineData("Note proceeds", "it is a part of itself")]
    public void Account_PartOfNoOther_IsRefused(string whole, string fact)
    {
        var deal = AsAgreed.Deal();

        SampleFiles.IsOnly([.. DealValidation.Problems(deal with { Accounts = [deal.Accounts[0], deal.Accounts[1] with { PartOf = whole }] })], $"Account '{Part}'", fact, "", "accounts[1].partOf");
    }

    [Fact]
    public void Note_InATermSheet_ReadsBackAsItWas()
    {
        var deal = (Issued(DilutionProtection.WeightedAverage, 2, 4_000_000) with { }).Deal();
        var note = deal.Facilities[0];
        var full = note.Conversion! with
        {
            Price = note.Conversion.Price.Then(new OnDate(Day), 2 * UsdPerShare), ByLender = new(new IsReached("Offering")) { OnInterestDates = true },
            ByBorrower = new(new OnOrAfter(Day)) { On = YearEnd }, FractionInCash = false, Rounding = ShareRounding.Nearest,
        };

        var json = (deal with { Facilities = [note with { Conversion = full }] }).ToJson();

        Assert.Equal(json, ProjectFinance.Deal.Parse(json).ToJson());
        Assert.Contains("\"weightedAverage\"", json, StringComparison.Ordinal);
        Assert.Contains("\"partOf\": \"Proceeds Account\"", json, StringComparison.Ordinal);
    }

    static NoteDeal Issued(DilutionProtection protection, double price, double shares) => AsAgreed with
    {
        Usmx = AsAgreed.Usmx with
        {
            OutstandingAtClosing = 16_000_000 * Units.Share,
            Issues = [.. AsAgreed.Usmx.Issues, new StatedIssue { Name = "Placement", On = new OnDate(Day), Shares = shares * Units.Share, Price = price * UsdPerShare }],
        },
        Conversion = AsAgreed.Conversion with { AntiDilution = new() { Protection = protection, Issues = ["Placement"] } },
    };
}
