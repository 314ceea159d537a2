using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using static ProjectFinance.Tests.Facilities.GoldDeal;

namespace ProjectFinance.Tests.Facilities;

/// <summary>A dollar loan converted into gold: the figures of the facility and of the London market, by pocket calculator.</summary>
public class RedenominationTests
{
    static readonly LocalDate Conversion = new(1996, 12, 31);
    static readonly LocalDate Next = new(1997, 3, 31);

    // 19,500,000 / 382.70 = 50,953.7497 (PM fixing of 11 July 1996): 50,953.750 to the nearest thousandth, 50,953.749 rounded down. / 382.50 = 50,980.3922 (AM).
    [Theory]
    [InlineData(OunceRounding.DownToThousandth, 382.70, 50_953.749)]
    [InlineData(OunceRounding.DownToWhole, 382.70, 50_953)]
    [InlineData(OunceRounding.DownToThousandth, 382.50, 50_980.392)]
    public void Converted_RoundedDown_LeavesTheRestInDollars(OunceRounding rounding, double price, double ounces)
    {
        var run = new GoldDeal { Price = price, Terms = terms => terms with { Rounding = rounding } }.Run();

        Assert.Equal([(Conversion, Math.Round(ounces, 2))], run.Payments($"{G} / Draw"));
        Assert.Equal(ounces, run.At($"{G} / Converted", Conversion), 1e-9);
        Assert.Equal(ounces * price, run.At($"{L} / Converted", Conversion), 1e-6);
        Assert.Equal(19_500_000 - ounces * price, run.At($"{L} / Closing balance", Conversion), 1e-6);
        Assert.Equal(ounces, run.At($"{G} / Limit", Next), 1e-9);
    }

    [Fact]
    public void Converted_InFullPrecision_LeavesNothing()
    {
        var run = new GoldDeal { Terms = terms => terms with { Rounding = OunceRounding.FullPrecision } }.Run();

        Assert.Equal(50_953.750, Math.Round(run.At($"{G} / Converted", Conversion), 3));
        Assert.Equal(0, run.At($"{L} / Closing balance", Conversion), 1e-6);
    }

    // An amount that divides without a rest is not rounded down to the step below: 19,500,000 / 390 = 50,000.
    [Theory]
    [InlineData(OunceRounding.DownToThousandth)]
    [InlineData(OunceRounding.DownToWhole)]
    public void Converted_OnAStep_StaysThere(OunceRounding rounding)
    {
        var run = new GoldDeal { Price = 390, Terms = terms => terms with { Rounding = rounding } }.Run();

        Assert.Equal(50_000, run.At($"{G} / Converted", Conversion));
        Assert.Equal(0, run.At($"{L} / Closing balance", Conversion));
    }

    // LBMA: ounces x (lease rate + margin) x days / 360 x the price agreed at inception. 50,953.750 oz x 3.375 % x 92/360 x 382.70 = 168,187.50, which is
    // 19,500,000 x 3.375 % x 92/360 exactly. The first period of 92 days begins on 30 June 1997.
    [Fact]
    public void Interest_AtTheConversionPrice_IsThatOfTheLondonMarket()
    {
        var run = new GoldDeal { Terms = terms => terms with { Rounding = OunceRounding.FullPrecision } }.Run();

        Assert.Equal(168_187.50, run.At($"{G} / Interest paid in USD", new(1997, 9, 30)), 0.005);
        Assert.Equal(168_187.50 / 382.70, run.At($"{G} / Interest paid", new(1997, 9, 30)), 1e-5);
    }

    // 50,953.749 oz in eight instalments of 6,369.218625 oz, each at the fixing two London business days before: 26 and 29 September, 29 December 1997.
    [Fact]
    public void Principal_IsInstalmentsOfOuncesAtTheFixing()
    {
        var run = new GoldDeal { Fixings = [(new(1996, 12, 27), 382.70), (new(1997, 9, 26), 330.00), (new(1997, 9, 30), 999), (new(1997, 12, 29), 292.50)], Price = 350 }.Run();

        Assert.Equal(6_369.218625, run.At($"{G} / Principal paid", new(1997, 9, 30)), 1e-9);
        Assert.Equal(6_369.218625 * 330.00, run.At($"{G} / Principal paid in USD", new(1997, 9, 30)), 1e-6);
        Assert.Equal(6_369.218625 * 292.50, run.At($"{G} / Principal paid in USD", new(1997, 12, 31)), 1e-6);
        Assert.Equal(0, run.At($"{G} / Closing balance", Maturity), 1e-9);
        Assert.Equal(0, run.At($"{L} / Closing balance", Maturity), 1e-9);
    }

    // Another deal of the time: 57,499 oz at 301.50 are 17,335,948.50.
    [Fact]
    public void Value_IsOuncesAtThePriceOfTheDay()
    {
        var run = new GoldDeal
        {
            GoldCommitment = 57_499 * Units.GoldOunce, Price = 301.50, Advances = [(Closing, 17_335_948.50)], Fixings = [(new(1997, 3, 31), 280.00)],
        }.Run();

        Assert.Equal(57_499, run.At($"{G} / Closing balance", Conversion), 1e-9);
        Assert.Equal(17_335_948.50, run.At($"{G} / Value", Conversion), 1e-6);
        Assert.Equal(57_499 * 280.00, run.At($"{G} / Value", Next), 1e-6);
        Assert.Equal(57_499 * 21.50, run.At($"{G} / Unrealised gain", Next), 1e-6);
    }

    // No PM fixing on 24 December: the AM fixing of the day, or the PM fixing of the day before. 30 December 1996 minus two business days is 24 December.
    [Theory]
    [InlineData(null, 369.00)]
    [InlineData("gold AM", 368.00)]
    public void Price_OnADayWithoutAFixing_IsAsAgreed(string? otherwise, double price)
    {
        var run = new GoldDeal
        {
            Fixings = [(new(1996, 12, 23), 369.00)], Morning = [(new(1996, 12, 23), 1), (new(1996, 12, 24), 368.00)],
            Terms = terms => terms with { Election = new() { On = new LocalDate(1996, 12, 30) }, OtherwisePrice = otherwise },
        }.Run();

        Assert.Equal(price, run.At($"{G} / Conversion price", new(1996, 12, 30)));
    }

    // Interest of the period to 30 June 1997, of 91 days: at 382.70, at the price of the period's start (27 March 1997), or of its end (26 June 1997).
    [Theory]
    [InlineData(InterestSettlement.AtConversionPrice, 382.70)]
    [InlineData(InterestSettlement.AtPeriodStart, 350.00)]
    [InlineData(InterestSettlement.AtPayment, 340.00)]
    public void Interest_IsPaidAtThePriceAgreed(InterestSettlement settlement, double price)
    {
        var run = new GoldDeal
        {
            Fixings = [(new(1996, 12, 27), 382.70), (new(1997, 3, 26), 350.00), (new(1997, 6, 26), 340.00)], Price = 300,
            Terms = terms => terms with { InterestSettlement = settlement },
        }.Run();

        Assert.Equal(50_953.749 * 0.03375 * 91 / 360 * price, run.At($"{G} / Interest paid in USD", new(1997, 6, 30)), 1e-6);
    }

    // Converted on 15 November 1996, inside the period that began on 30 September: the broken period is paid at the conversion price, the next at its own.
    [Fact]
    public void Interest_OfTheBrokenPeriod_IsAtTheConversionPrice()
    {
        var run = new GoldDeal
        {
            Fixings = [(new(1996, 9, 26), 999), (new(1996, 11, 13), 390), (new(1996, 12, 27), 370)], Price = 300,
            Terms = terms => terms with { Election = new() { On = new LocalDate(1996, 11, 15) }, InterestSettlement = InterestSettlement.AtPeriodStart },
        }.Run();

        Assert.Equal(50_000 * 0.03375 * 46 / 360 * 390, run.At($"{G} / Interest paid in USD", Conversion), 1e-6);
        Assert.Equal(50_000 * 0.03375 * 90 / 360 * 370, run.At($"{G} / Interest paid in USD", Next), 1e-6);
        // The dollars bore interest for the 46 days before.
        Assert.Equal(19_500_000 * 0.079375 * 46 / 360, run.At($"{L} / Interest paid", Conversion), 1e-6);
    }

    // A lease rate of -3 % and a margin of 2.25 %: without a floor the rate is -0.75 %, with a floor of 0 % it is 2.25 %.
    [Theory]
    [InlineData(null, -0.0075)]
    [InlineData(0.0, 0.0225)]
    public void IndexFloor_HoldsANegativeLeaseRate(double? floor, double rate)
    {
        var run = new GoldDeal { LeaseRate = -0.03, GoldInterest = terms => terms with { IndexFloor = floor is { } f ? (Percentage)f : null } }.Run();

        Assert.Equal(rate, run.At($"{G} / Rate", Next), 1e-15);
    }

    // The gold is restated at the price of its own conversion; an ounce commitment from the start takes no more than it has.
    [Fact]
    public void Limit_OfStatedOunces_LeavesTheRestInDollars()
    {
        var run = new GoldDeal { GoldCommitment = 40_000 * Units.GoldOunce }.Run();

        Assert.Equal(40_000, run.At($"{G} / Limit", Closing));
        Assert.Equal(40_000, run.At($"{G} / Closing balance", Conversion));
        Assert.Equal(19_500_000 - 40_000 * 382.70, run.At($"{L} / Closing balance", Conversion), 1e-6);
    }

    // Half of 19,500,000 at 390 is 25,000 oz; the facility restated is 50,000 oz, the conversion alone 25,000.
    [Theory]
    [InlineData(ConversionLimit.WholeFacility, 50_000)]
    [InlineData(ConversionLimit.PerConversion, 25_000)]
    [InlineData(ConversionLimit.MarkedToMarket, 50_000)]
    public void Limit_AfterAConversionOfHalf_IsAsAgreed(ConversionLimit limit, double ounces)
    {
        var run = new GoldDeal { Price = 390, Terms = terms => terms with { Part = 0.5, Limit = limit } }.Run();

        Assert.Equal(25_000, run.At($"{G} / Closing balance", Conversion));
        Assert.Equal(ounces, run.At($"{G} / Limit", Next));
        Assert.Equal(9_750_000, run.At($"{L} / Closing balance", Next), 1e-6);
    }

    // 50,000 oz at 390; on 27 March 1997 (fixing of 31 March, the Easter weekend between) gold is 400: 19,500,000 / 400 = 48,750, so 1,250 oz go back, for 500,000 dollars.
    [Fact]
    public void MarkedToMarket_WhenGoldRises_TheExcessIsReturned()
    {
        var run = new GoldDeal
        {
            Price = 390, Fixings = [(new(1997, 3, 26), 400), (new(1997, 3, 27), 400)], Terms = terms => terms with { Limit = ConversionLimit.MarkedToMarket },
        }.Run();

        Assert.Equal(1_250, run.At($"{G} / Excess over limit", Next), 1e-9);
        Assert.Equal(500_000, run.At($"{G} / Return of excess paid in USD", Next), 1e-6);
        Assert.Equal(48_750, run.At($"{G} / Closing balance", Next), 1e-9);
        // Gold falls again: nothing comes back.
        Assert.Equal(48_750, run.At($"{G} / Closing balance", new(1997, 6, 30)), 1e-9);
    }

    // Back at 350 on 30 June 1997: 50,000 oz are 17,500,000 dollars, 2,000,000 less than were converted; at 400, 500,000 more.
    [Theory]
    [InlineData(350, 2_000_000)]
    [InlineData(400, -500_000)]
    public void Back_AtAnotherPrice_CrystallisesTheDifference(double price, double gain)
    {
        var back = new LocalDate(1997, 6, 30);
        var run = new GoldDeal { Price = 390, Fixings = [(new(1997, 6, 26), price)], Terms = terms => terms with { Back = new() { On = back } } }.Run();

        Assert.Equal(50_000, run.At($"{G} / Converted back", back));
        Assert.Equal(50_000 * price, run.At($"{L} / Converted back", back));
        Assert.Equal(gain, run.At($"{G} / Gain on conversion back", back), 1e-6);
        Assert.Equal(0, run.At($"{G} / Closing balance", back));
        Assert.Equal(50_000 * price / 8, run.At($"{L} / Principal paid", new(1997, 9, 30)), 1e-6);
        Assert.Equal(0, run.At($"{L} / Closing balance", Maturity), 1e-6);
    }

    // 3,900,000 are prepaid on the day of the conversion: 15,600,000 / 390 = 40,000 oz.
    [Fact]
    public void Converted_OnADayOfPrepayment_IsWhatThePrepaymentLeaves()
    {
        var run = new GoldDeal { Price = 390, Prepaid = [(Conversion, 3_900_000)] }.Run();

        Assert.Equal(40_000, run.At($"{G} / Converted", Conversion));
        Assert.Equal(0, run.At($"{L} / Closing balance", Conversion));
    }

    // 17,000,000 are in gold and use the commitment: of 8,000,000 wanted later, 2,500,000 may be drawn, and bear the fee until then.
    [Fact]
    public void Commitment_OfTheDollarLoan_IsUsedByTheGold()
    {
        var run = new GoldDeal
        {
            Price = 390, Advances = [(Closing, 17_000_000), (new(1997, 6, 30), 8_000_000)], Fees = [new CommitmentFee(0.005)], Terms = terms => terms with { Rounding = OunceRounding.FullPrecision },
        }.Run();

        Assert.Equal(2_500_000, run.At($"{L} / Draw", new(1997, 6, 30)), 1e-6);
        Assert.Equal(2_500_000 * 0.005 * 90 / 360, run.At($"{L} / Commitment fee", Next), 1e-6);
    }
}
