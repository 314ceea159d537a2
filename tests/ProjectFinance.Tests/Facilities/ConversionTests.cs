using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using ProjectFinance.Results;
using static ProjectFinance.Tests.Facilities.NoteDeal;

namespace ProjectFinance.Tests.Facilities;

/// <summary>When a note converts, into how many shares, and what is left of it.</summary>
public class ConversionTests
{
    static readonly LocalDate FirstEnd = new(1996, 9, 30);
    static readonly LocalDate Midyear = new(1997, 6, 30);

    static readonly ConversionTerms AsAgreed = new NoteDeal().Conversion;

    static readonly ConsecutiveFixings ThirtyCloses = new("USMX", Relation.Above, 4.75 * UsdPerShare, 30);

    static NoteDeal ByLender(Test when, bool onInterestDates = false) => new() { Conversion = AsAgreed with { ByLender = new(when) { OnInterestDates = onInterestDates } } };

    static NoteDeal ByBorrower(LocalDate? on, params (LocalDate, double)[] closes) => new() { Conversion = AsAgreed with { ByBorrower = new(ThirtyCloses) { On = on } }, Closes = closes };

    // 2,500,000 / 3.40 = 735,294.1: 735,294 shares are reserved (8-K 1996-07-11, Item 5(a)); of 16,217,663 + 735,294 they are 4.337 %.
    // Interest of 81 days: (5.6875 % + 2 %) x 81 / 360 x 2,500,000 = 43,242.19.
    [Fact]
    public void Note_AsTheFilingHasIt_ReservesItsSharesAndBearsInterest()
    {
        var run = new NoteDeal().Run();

        Assert.Equal(735_294, run.At($"{N} / Shares reserved", FirstEnd));
        Assert.Equal(735_294.0 / 16_952_957, run.At($"{N} / Dilution on conversion", FirstEnd), 1e-12);
        Assert.Equal(43_242.1875, run.At($"{N} / Interest paid", FirstEnd), 1e-6);
        Assert.Empty(run.Payments($"{N} / Converted"));
        Assert.Equal([(Maturity, 2_500_000.0)], run.Payments($"{N} / Principal paid"));
        Assert.Equal(0, run.At($"{N} / Shares reserved", Maturity));
    }

    // On 14 February, in the middle of an interest period: nothing but the interest of 45 days is left, and it is paid on the interest date.
    // 2,500,000 x 7.6875 % x 45 / 360 = 24,023.44.
    [Fact]
    public void Note_ConvertedByTheLender_BecomesSharesAndLeavesItsInterest()
    {
        var day = new LocalDate(1997, 2, 14);

        var run = ByLender(new OnOrAfter(day)).Run();

        Assert.Equal([(day, 2_500_000.0)], run.Payments($"{N} / Converted"));
        Assert.Equal([(day, 735_294.0)], run.Payments($"{N} / Shares issued"));
        Assert.Equal(0, run.At($"{N} / Closing balance", day));
        Assert.Equal(24_023.4375, run.At($"{N} / Interest paid", new(1997, 3, 31)), 1e-6);
        Assert.Equal(0, run.At($"{N} / Interest paid", Midyear));
        Assert.Empty(run.Payments($"{N} / Principal paid"));
        Assert.Equal(735_294.0 / 16_952_957, run.At("USMX / Stake of Lender", Maturity), 1e-12);
        Assert.Equal(0, run.At($"{N} / Dilution on conversion", Maturity));
    }

    [Fact]
    public void Note_ConvertedOnItsMaturity_IsNotRepaid()
    {
        var run = ByLender(new OnOrAfter(Maturity)).Run();

        Assert.Equal([(Maturity, 2_500_000.0)], run.Payments($"{N} / Converted"));
        Assert.Empty(run.Payments($"{N} / Principal due"));
    }

    [Fact]
    public void Note_ConvertedOnAMilestone_WaitsForIt() =>
        Assert.Equal([(Midyear, 2_500_000.0)], ByLender(new IsReached("Offering")).Run(offering: new(1997, 5, 2)).Payments($"{N} / Converted"));

    // 125 % of 3.40 is 4.25: reached on 14 May, when the lender does not look, and again on 30 September.
    [Theory]
    [InlineData(true, 1997, 9, 30)]
    [InlineData(false, 1997, 5, 14)]
    public void Note_ConvertedAtAPrice_LooksOnTheDaysAgreed(bool onInterestDates, int year, int month, int day)
    {
        var dear = new Compared(new LineAmount("Prices / USMX"), Relation.AtLeast, new PercentOf(1.25, new LineAmount($"{N} / Conversion price")));
        var deal = ByLender(dear, onInterestDates) with { Closes = [(new(1997, 5, 14), 4.25), (Midyear, 4.24), (new(1997, 9, 30), 5)] };
        // A column ends on 14 May because of another note's price.
        deal = deal with { Conversion = deal.Conversion with { Price = deal.Conversion.Price.Then(new OnDate(new(1997, 5, 14)), 3.40 * UsdPerShare) } };

        Assert.Equal([(new LocalDate(year, month, day), 2_500_000.0)], deal.Run().Payments($"{N} / Converted"));
    }

    // Thirty weekdays from 2 June 1997 end on 11 July; the borrower converts at the end of that quarter.
    [Fact]
    public void Note_AfterThirtyClosesAboveTheLevel_IsConvertedByTheBorrower() =>
        Assert.Equal([(new LocalDate(1997, 9, 30), 2_500_000.0)], ByBorrower(null, [.. Weekdays(new(1997, 6, 2), 30, 4.76)]).Run().Payments($"{N} / Converted"));

    // 29 closes above, one at the level, 29 above: never 30 in a row.
    [Fact]
    public void Note_AfterTwentyNineClosesAbove_IsNot() => Assert.Empty(ByBorrower(null,
        [.. Weekdays(new(1997, 6, 2), 29, 4.76), (new(1997, 7, 11), 4.75), .. Weekdays(new(1997, 7, 14), 29, 4.76)]).Run().Payments($"{N} / Converted"));

    [Fact]
    public void Note_WithADayOfItsOwn_IsConvertedOnIt() => Assert.Equal([(new LocalDate(1997, 8, 1), 2_500_000.0)],
        ByBorrower(new(1997, 8, 1), [.. Weekdays(new(1997, 6, 2), 30, 4.76), (new(1997, 8, 1), 4)]).Run().Payments($"{N} / Converted"));

    // The default continues up to the end of 1997; it blocks the quarter that begins then.
    [Fact]
    public void Note_InDefault_IsNotConvertedByTheBorrower_UntilItIsCured()
    {
        (LocalDate, double)[] closes = [.. Weekdays(new(1997, 6, 2), 30, 4.76), (new(1997, 8, 1), 4)];

        var run = ByBorrower(new(1997, 8, 1), closes).Run(inDefault: new(1997, 12, 31));

        Assert.Equal([(new LocalDate(1998, 6, 30), 2_500_000.0)], run.Payments($"{N} / Converted"));
        Assert.Equal(1, run.At($"{N} / Forced conversion blocked", new(1998, 3, 31)));
        Assert.Equal(0, run.At($"{N} / Forced conversion blocked", Midyear));
        Assert.Equal(0, run.At($"{N} / Forced conversion blocked", new(1998, 6, 30)));
        Assert.Empty(ByBorrower(null, closes).Run(inDefault: Maturity).Payments($"{N} / Converted"));
    }

    [Fact]
    public void Note_ForcedOnADayOnWhichItMayNotBe_IsRefused()
    {
        var deal = ByBorrower(new(1997, 7, 10), [.. Weekdays(new(1997, 6, 2), 30, 4.76)]);

        var problem = Assert.Single(Assert.Throws<InvalidInputException>(deal.Lay).Problems);

        Assert.Equal($"Facility '{N}'", problem.Subject);
        Assert.Equal("the borrower requires conversion on 1997-07-10, when its condition is not met", problem.Fact);
        Assert.Equal("facilities[0].conversion.byBorrower.on", problem.Where);
    }

    // The daily prices come with the market data: a term sheet without them can be read, and is laid out with them only.
    [Fact]
    public void Note_WithoutMarketData_CanBeReadAndNotLaidOut()
    {
        var deal = ByBorrower(null).Deal() with { Planning = new() { Indices = System.Collections.Immutable.ImmutableSortedDictionary<string, Percentage>.Empty.Add("LIBOR", 0.056875) } };

        var read = Deal.Parse(deal.ToJson());

        var problem = Assert.Single(Assert.Throws<InvalidInputException>(() => DealLayout.Lay(read)).Problems);
        Assert.Equal("Price 'USMX'", problem.Subject);
        Assert.StartsWith("facilities[0].conversion.byBorrower.when", problem.Where, StringComparison.Ordinal);
    }

    // What the market data do not reach yet cannot be held against the terms.
    [Fact]
    public void Note_ForcedOnADayBeyondTheMarketData_Waits()
    {
        var run = ByBorrower(new(1997, 7, 10), [.. Weekdays(new(1997, 6, 2), 5, 4.76)]).Run();

        Assert.Equal(1, run.At($"{N} / Forced conversion blocked", new(1997, 7, 10)));
        Assert.Empty(run.Payments($"{N} / Converted"));
    }

    // 735,294 x 3.40 = 2,499,999.60.
    [Theory]
    [InlineData(ShareRounding.Down, true, 735_294, 0.40)]
    [InlineData(ShareRounding.Down, false, 735_294, 0)]
    [InlineData(ShareRounding.Up, false, 735_295, 0)]
    public void Fraction_OfAShare_IsTreatedAsAgreed(ShareRounding rounding, bool inCash, double shares, double cash)
    {
        var run = new NoteDeal { Conversion = AsAgreed with { ByLender = new(new OnOrAfter(Maturity)), Rounding = rounding, FractionInCash = inCash } }.Run();

        Assert.Equal([(Maturity, shares)], run.Payments($"{N} / Shares issued"));
        if (inCash) Assert.Equal([(Maturity, cash)], run.Payments($"{N} / Cash for a fraction of a share paid"));
        else Assert.Null(run.Model.TryFind($"{N} / Cash for a fraction of a share due"));
    }

    // Nothing but the note's interest leaves its account: 2,500,000 less 43,242.19 and 2,500,000 x 7.6875 % x 92 / 360 = 49,114.58.
    [Fact]
    public void Proceeds_InAPartOfTheAccount_PayTheNotesInterestAndNothingElse()
    {
        var run = new NoteDeal().Run();

        Assert.Equal(2_500_000, run.At($"{Part} / Closing balance", Closing));
        Assert.Equal(2_500_000 - 43_242.1875 - 49_114.583333, run.At($"{Part} / Closing balance", new(1996, 12, 31)), 1e-5);
        Assert.Equal(run.At($"{Part} / Closing balance", FirstEnd), run.At("Proceeds Account / Balance with sub-accounts", FirstEnd));
        Assert.Equal(0, run.At("Proceeds Account / Closing balance", FirstEnd));
        Assert.Equal(2_500_000, run.Values($"{N} / Principal paid").ToArray().Sum());
    }
}
