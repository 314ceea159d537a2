using NodaTime;
using ProjectFinance.Rates;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Deals.SampleFiles;

namespace ProjectFinance.Tests.Rates;

/// <summary>SOFR in arrears against what the Federal Reserve Bank of New York published and against a slow decimal version.</summary>
public class OvernightRateTests
{
    const string File = "sofr-daily.csv";

    // Doubles against decimals over up to seven years of days: rounding alone.
    const double Rounding = 1e-12;

    static readonly OvernightTerms Plain = new();
    static readonly LocalDate Published = new(2021, 1, 22);

    // Federal Reserve Bank of New York, SOFR Averages and Index of 2021-01-22: index 1.04201839; averages of 30, 90 and 180 days 0.08134, 0.08356 and 0.08546 percent, rounded
    // to eight and five places. The averages of 90 and 180 days begin on a Saturday and a Sunday.
    [DataFact(File)]
    public void Of_SofrAveragesOfJanuary2021_AreThePublishedOnes()
    {
        var fixings = SlowOvernight.Sofr().Fixings();

        Assert.Equal(1.04201839, Math.Round(OvernightRate.Index(Plain, fixings, new(2018, 4, 2), Published), 8));
        double[] averages = [.. new[] { 30, 90, 180 }.Select(days => Math.Round(100 * OvernightRate.Of(Plain, fixings, Published.PlusDays(-days), Published), 5))];
        Assert.Equal([0.08134, 0.08356, 0.08546], averages);
    }

    [DataFact(File)]
    public void Index_EveryPublishedDay_GrowsByTheRule()
    {
        var slow = SlowOvernight.Sofr();
        var (fixings, days) = (slow.Fixings(), slow.BusinessDays);
        decimal index = 1;
        for (int i = 0; i + 1 < days.Count; i++)
        {
            Assert.Equal((double)index, OvernightRate.Index(Plain, fixings, days[0], days[i]), (double)index * Rounding);
            index *= 1 + (decimal)fixings.On(days[i])!.Value * NodaTime.Period.DaysBetween(days[i], days[i + 1]) / 360;
        }
    }

    // The quarter of 2023 around Independence Day, and one over a year's end, with every convention.
    [DataTheory(File)]
    [InlineData("2023-04-17", "2023-07-17", 0, false, 0)]
    [InlineData("2023-04-17", "2023-07-17", 5, false, 0)]
    [InlineData("2023-04-17", "2023-07-17", 5, true, 0)]
    [InlineData("2023-04-17", "2023-07-17", 2, true, 0)]
    [InlineData("2023-04-17", "2023-07-17", 0, false, 2)]
    [InlineData("2023-04-17", "2023-07-17", 5, false, 2)]
    [InlineData("2019-09-03", "2020-03-03", 2, true, 1)]
    [InlineData("2023-07-03", "2023-07-05", 3, false, 0)]
    public void Of_EveryConvention_IsAsInDecimals(string from, string to, int lookback, bool shift, int lockout)
    {
        var slow = SlowOvernight.Sofr();
        var (start, end) = (Iso(from), Iso(to));
        var terms = Plain with { LookbackDays = lookback, ObservationShift = shift, LockoutDays = lockout };

        Assert.Equal((double)slow.Rate(start, end, lookback, shift, lockout), OvernightRate.Of(terms, slow.Fixings(), start, end), Rounding);
        Assert.Equal((double)slow.Rate(start, end, lookback, shift, lockout, simple: true), OvernightRate.Of(terms with { Method = OvernightMethod.Simple }, slow.Fixings(), start, end), Rounding);
    }

    // Thursday to Wednesday, 29 June to 12 July 2023, with rates of 5.00, 5.01, ... on business days from 22 June: the weights and rates can be read off the calendar.
    [Theory]
    [InlineData(0, false, 0, "5.05x1 5.06x3 5.07x1 5.08x1 5.09x1 5.10x1 5.11x3 5.12x1 5.13x1", 13)]
    [InlineData(2, false, 0, "5.03x1 5.04x3 5.05x1 5.06x1 5.07x1 5.08x1 5.09x3 5.10x1 5.11x1", 13)]
    [InlineData(2, true, 0, "5.03x1 5.04x1 5.05x1 5.06x3 5.07x2 5.08x1 5.09x1 5.10x3 5.11x1", 14)]
    [InlineData(0, false, 2, "5.05x1 5.06x3 5.07x1 5.08x1 5.09x1 5.10x1 5.11x3 5.11x1 5.11x1", 13)]
    public void Of_TwoWeeksByHand_WeighsEachDay(int lookback, bool shift, int lockout, string factors, int days)
    {
        // No holiday but the weekends: Independence Day is left out, but for the shift, which moves over it.
        var calendar = shift ? BusinessCalendars.USGovernmentSecurities : BusinessCalendars.Weekends;
        var (start, end) = shift ? (new LocalDate(2023, 6, 29), new LocalDate(2023, 7, 13)) : (new LocalDate(2023, 6, 29), new LocalDate(2023, 7, 12));
        var fixings = new OvernightFixings(Enumerable.Range(0, 20).Select(i => (calendar.AddBusinessDays(new(2023, 6, 22), i), 0.05 + i * 0.0001)));
        double product = 1;
        foreach (var factor in factors.Split(' ').Select(text => text.Split('x')))
            product *= 1 + double.Parse(factor[0], System.Globalization.CultureInfo.InvariantCulture) / 100 * int.Parse(factor[1], System.Globalization.CultureInfo.InvariantCulture) / 360;

        var terms = Plain with { Calendars = [calendar], LookbackDays = lookback, ObservationShift = shift, LockoutDays = lockout };

        Assert.Equal((product - 1) * 360 / days, OvernightRate.Of(terms, fixings, start, end), 1e-14);
    }

    [DataFact(File)]
    public void Part_AnyCut_PartsSumToTheWhole()
    {
        var fixings = SlowOvernight.Sofr().Fixings();
        LocalDate start = new(2023, 4, 17), end = new(2023, 7, 17);
        foreach (var terms in new[] { OvernightTerms.SofrLoan, OvernightTerms.SofrSimpleLoan, OvernightTerms.IsdaFallback, Plain with { LockoutDays = 4 } })
        {
            double whole = OvernightRate.Of(terms, fixings, start, end) * 91 / 360;
            for (var cut = start.PlusDays(1); cut < end; cut = cut.PlusDays(1))
                Assert.Equal(whole, OvernightRate.Part(terms, fixings, start, end, start, cut) + OvernightRate.Part(terms, fixings, start, end, cut, end), 1e-15);
        }
    }

    // The non-cumulative rate of a day is what the unannualised cumulative rate grows by, annualised by the day's own days (LMA; Bank of England working group).
    [DataFact(File)]
    public void Days_OfAPeriod_AddUpToItsInterest()
    {
        var fixings = SlowOvernight.Sofr().Fixings();
        LocalDate start = new(2023, 4, 17), end = new(2023, 7, 17);

        var days = OvernightRate.Days(OvernightTerms.SofrLoan, fixings, start, end);

        Assert.Equal((start, end), (days[0].From, days[^1].Until));
        Assert.Equal(new LocalDate(2023, 4, 10), days[0].Observed);
        Assert.Equal(OvernightRate.Of(OvernightTerms.SofrLoan, fixings, start, end), days[^1].Cumulative, 1e-15);
        Assert.Equal(days[^1].Cumulative * 91 / 360, days.Sum(day => day.NonCumulative * NodaTime.Period.DaysBetween(day.From, day.Until) / 360), 1e-15);
    }

    [DataFact(File)]
    public void Of_Spread_IsAddedOrCompounded()
    {
        var slow = SlowOvernight.Sofr();
        LocalDate start = new(2023, 4, 17), end = new(2023, 7, 17);
        var terms = Plain with { Spread = 0.0026161 };

        Assert.Equal((double)slow.Rate(start, end) + 0.0026161, OvernightRate.Of(terms, slow.Fixings(), start, end), Rounding);
        Assert.Equal((double)slow.Rate(start, end, compoundedSpread: 0.0026161m), OvernightRate.Of(terms with { SpreadIsCompounded = true }, slow.Fixings(), start, end), Rounding);
    }

    [Fact]
    public void Of_DailyFloor_HoldsEachDay()
    {
        var fixings = new OvernightFixings([(new(2024, 1, 8), -0.001), (new(2024, 1, 9), 0.002)]);
        double expected = 0.002 / 360 * 360 / 2;

        Assert.Equal(expected, OvernightRate.Of(Plain with { DailyFloor = 0.0 }, fixings, new(2024, 1, 8), new(2024, 1, 10)), Rounding);
    }

    // 100 at 3.6 % a day each, 40 repaid after the first of two days. Of the balance: 0.01 after day one, then (60 + 0.01) x 0.0001; of the rate: 60 x (1.0001^2 - 1.0001).
    [Theory]
    [InlineData(OvernightMethod.CompoundedBalance, 0.01 + 60.01 * 0.0001)]
    [InlineData(OvernightMethod.Compounded, 0.01 + 60 * (1.0001 * 1.0001 - 1.0001))]
    [InlineData(OvernightMethod.Simple, 0.01 + 60 * 0.0001)]
    public void Interest_BalanceThatFalls_IsByTheMethod(OvernightMethod method, double expected)
    {
        var fixings = new OvernightFixings([(new(2024, 1, 8), 0.036), (new(2024, 1, 9), 0.036)]);
        (LocalDate, double)[] balances = [(new(2024, 1, 2), 100), (new(2024, 1, 9), 60)];

        Assert.Equal(expected, OvernightRate.Interest(Plain with { Method = method }, fixings, new(2024, 1, 8), new(2024, 1, 10), [.. balances]), 1e-12);
        Assert.Equal(expected + (100 + 60) * 0.0036 / 360, OvernightRate.Interest(Plain with { Method = method, Spread = 0.0036 }, fixings, new(2024, 1, 8), new(2024, 1, 10), [.. balances]), 1e-12);
    }

    // SONIA: 365 days, London; 27 May 2024 was a bank holiday.
    [Fact]
    public void Of_Sonia_CountsByLondonAnd365()
    {
        var fixings = new OvernightFixings([(new(2024, 5, 24), 0.052), (new(2024, 5, 28), 0.053)]);

        double expected = ((1 + 0.052 * 4 / 365) * (1 + 0.053 / 365) - 1) * 365 / 5;

        Assert.Equal(expected, OvernightRate.Of(OvernightTerms.SoniaLoan with { LookbackDays = 0 }, fixings, new(2024, 5, 24), new(2024, 5, 29)), 1e-15);
    }

    [Fact]
    public void FromIndex_TwoValues_IsTheRateBetween() =>
        Assert.Equal((1.05 / 1.04 - 1) * 360 / 90, OvernightRate.FromIndex(1.04, 1.05, new(2024, 1, 2), new(2024, 4, 1)), 1e-15);

    // Two business days after Friday 30 June 2023, over the weekend and Independence Day.
    [Fact]
    public void PaymentDate_WithDelay_SkipsHolidays() => Assert.Equal(new LocalDate(2023, 7, 5), OvernightRate.PaymentDate(OvernightTerms.SofrSwap, new(2023, 6, 30)));

    [Fact]
    public void On_AfterTheLastFixing_IsTheForwardRateAndAGapIsNotFilled()
    {
        var fixings = new OvernightFixings([(new(2024, 1, 8), 0.05), (new(2024, 1, 10), 0.051)], [(new(2000, 1, 1), 0.04), (new(2024, 2, 1), 0.045)]);

        Assert.Equal([0.04, 0.05, null, 0.04, 0.045], new LocalDate[] { new(2024, 1, 5), new(2024, 1, 8), new(2024, 1, 9), new(2024, 1, 11), new(2024, 2, 1) }.Select(day => fixings.On(day)));
    }

    [Fact]
    public void Of_Gap_ListsTheMissingDays()
    {
        var fixings = new OvernightFixings([(new(2023, 6, 29), 0.05), (new(2023, 7, 3), 0.05), (new(2023, 7, 7), 0.05)]);

        var problems = Problems(() => OvernightRate.Of(Plain, fixings, new(2023, 6, 29), new(2023, 7, 10)));

        IsOnly(problems, "Overnight rate", "there is no fixing for 2023-06-30, 2023-07-05, 2023-07-06", "every business day", "");
        // From Friday 30 December 2022 on, whose rate New Year's Day bears, SOFR was published on 268 days.
        Assert.Contains("and 238 more days up to 2024-01-26", Problems(() => OvernightRate.Of(Plain, new([]), new(2023, 1, 1), new(2024, 1, 27))).Single().Fact, StringComparison.Ordinal);
    }

    public static TheoryData<string, OvernightTerms, string, string> Wrong => new()
    {
        { "end", Plain, "2023-07-03", "the end 2023-07-03 is not after the start 2023-07-03" },
        { "lockout", Plain with { LockoutDays = 2 }, "2023-07-06", "a lockout of 2 business days does not fit between 2023-07-03 and 2023-07-06" },
        { "lookback", Plain with { LookbackDays = -1 }, "2023-07-06", "the lookback is -1 business days" },
        { "year", Plain with { DaysInYear = 364 }, "2023-07-06", "a year has 364 days" },
        { "calendar", Plain with { Calendars = [] }, "2023-07-06", "no calendar is given" },
        { "balance", Plain with { Method = OvernightMethod.CompoundedBalance, LookbackDays = 2, ObservationShift = true }, "2023-07-06", "the balance is compounded with an observation shift" },
        { "simple", Plain with { Method = OvernightMethod.Simple, SpreadIsCompounded = true }, "2023-07-06", "a spread is compounded with a simple average" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Of_BadInput_SaysWhy(string name, OvernightTerms terms, string end, string fact)
    {
        Assert.NotEmpty(name);
        Assert.Contains(fact, Problems(() => OvernightRate.Of(terms, new([(new(2023, 7, 3), 0.05), (new(2023, 7, 5), 0.05)]), new(2023, 7, 3), Iso(end))).Single().Fact, StringComparison.Ordinal);
    }

    [Fact]
    public void OvernightFixings_RepeatedDay_IsAProblem() =>
        IsOnly(Problems(() => _ = new OvernightFixings([(new(2024, 1, 8), 0.05), (new(2024, 1, 8), 0.05)])), "Overnight rate", "2024-01-08 is given more than once", "once", "");

    static LocalDate Iso(string date) => NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
}
