using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using ProjectFinance.Results;
using ProjectFinance.Tests.Rates;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Facilities.PlainLoan;

namespace ProjectFinance.Tests.Facilities;

/// <summary>
/// The index of a scheduled loan, set in every way a term loan's may be. 1,000 is drawn on Tuesday 17 January 2023 and runs a year; the margin is 2 %. Expected values are worked out by hand, or in
/// decimals by a slow version of the rules on published or made-up fixings.
/// </summary>
public sealed class ScheduledIndexTests
{
    static readonly LocalDate Drawn = new(2023, 1, 17), April = new(2023, 4, 17), July = new(2023, 7, 17), October = new(2023, 10, 17), End = new(2024, 1, 17);
    static readonly LocalDate[] Quarters = [April, July, October, End];
    static readonly OvernightTerms Plain = new() { Calendars = [BusinessCalendars.Weekends] };

    // A rate for each weekday, from 5 % on up and down by hundredths.
    static readonly (LocalDate Day, decimal Percent)[] MadeUp = [.. Weekdays(new(2022, 12, 1), new(2024, 2, 28)).Select((day, i) => (day, 5 + i * 7 % 40 * 0.01m))];

    [DataTheory("sofr-daily.csv")]
    [InlineData(0, false, 0)]
    [InlineData(5, false, 0)]
    [InlineData(5, true, 0)]
    [InlineData(0, false, 2)]
    [InlineData(3, true, 1)]
    public void Interest_SofrCompoundedInArrears_IsThatOfThePublishedRates(int lookback, bool shift, int lockout)
    {
        var slow = SlowOvernight.Sofr();
        var terms = new OvernightTerms { LookbackDays = lookback, ObservationShift = shift, LockoutDays = lockout };
        using var file = new StreamReader(Repository.Data("sofr-daily.csv"));
        var run = Loan(Floating("SOFR", new OvernightInArrears(terms)) with { Multiplier = 2 }).Run(With("SOFR", new() { Fixings = FixingsCsv.Parse(file, "sofr-daily.csv") }));

        foreach (var (start, end) in Quarters.Zip(Quarters[1..]).Prepend((Drawn, April)))
            Assert.Equal(1_000 * (2 * (double)slow.Rate(start, end, lookback, shift, lockout) + 0.02) * Days(start, end) / 360, run.On("Interest paid", end)[0], 1e-9);
    }

    // 400 are repaid on 17 February, inside the first quarter: each day's balance at the non-cumulative rate, or with unpaid interest at the day's.
    [Theory]
    [InlineData(OvernightMethod.Compounded)]
    [InlineData(OvernightMethod.CompoundedBalance)]
    [InlineData(OvernightMethod.Simple)]
    public void Interest_RepaidInsideThePeriod_IsByTheMethod(OvernightMethod method)
    {
        var repaid = new LocalDate(2023, 2, 17);
        var loan = Loan(Floating("SOFR", new OvernightInArrears(Plain with { Method = method }))) with { Amortisation = new StatedInstalments([new(new OnDates([repaid]), Usd(400))]) };

        var rates = MadeUp.ToDictionary(fixing => fixing.Day, fixing => fixing.Percent / 100);
        decimal unpaid = 0, margin = 0, product = 1;
        foreach (var (day, next) in Between(Drawn, April))
        {
            decimal n = Days(day, next), balance = day < repaid ? 1_000 : 600, factor = rates[day] * n / 360;
            unpaid += method switch { OvernightMethod.Compounded => balance * product * factor, OvernightMethod.CompoundedBalance => (balance + unpaid) * factor, _ => balance * factor };
            product *= 1 + factor;
            margin += balance * 0.02m * n / 360;
        }
        Assert.Equal((double)(unpaid + margin), loan.Run(Overnight("SOFR")).On("Interest paid", April)[0], 1e-9);
    }

    // SONIA by its conventions: lookback of five days, a year of 365.
    [Fact]
    public void Interest_ByConventions_TakesDayCountAndSetting()
    {
        var weekdaysOfLondon = MadeUp.Where(fixing => BusinessCalendars.London.IsBusinessDay(fixing.Day)).ToArray();
        var loan = Loan(new(new OnDates([Drawn])) { Index = "SONIA", Conventions = IndexConventions.Parse("SONIA"), Spread = 0.02 }, dayCount: null);
        var run = loan.Run(With("SONIA", Series(weekdaysOfLondon)));

        Assert.Equal("ACT/365F", loan.Interest.DayCount.Name);
        var slow = new SlowOvernight(weekdaysOfLondon) { DaysInYear = 365 };
        Assert.Equal(1_000 * ((double)slow.Rate(Drawn, April, 5) + 0.02) * 90 / 365, run.On("Interest paid", April)[0], 1e-9);
    }

    // 7.5 %, and 7.75 % from 2 February, 16 days after the drawing; and 8.75 % from 16 June.
    [Fact]
    public void Interest_Prime_ChangesOnTheDay()
    {
        var prime = Series((new(2022, 12, 15), 7.5m), (new(2023, 2, 2), 7.75m), (new(2023, 6, 16), 8.75m)) with { IsHeld = true };
        var run = Loan(Floating("prime", new SetDaily())).Run(With("prime", prime));

        Assert.Equal([Math.Round(1_000 * (0.095 * 16 + 0.0975 * 74) / 360, 9), Math.Round(1_000 * (0.0975 * 60 + 0.1075 * 31) / 360, 9)], run.On("Interest paid", April, July));
    }

    // A first period of 31 + 28 days, 17 January to 17 March: between one month and three. The ones after it run three months each.
    [Theory]
    [InlineData(BrokenPeriodRate.Interpolated, 0.050 + 0.003 * (59.0 - 31) / (90 - 31))]
    [InlineData(BrokenPeriodRate.NextShorter, 0.050)]
    public void Rate_BrokenPeriod_LiesBetweenTenors(BrokenPeriodRate rate, double expected)
    {
        LocalDate[] resets = [Drawn, new(2023, 3, 17), new(2023, 6, 17)];
        var setting = new FixedInAdvance { Tenors = [new(NodaTime.Period.FromMonths(1), "L1"), new(NodaTime.Period.FromMonths(3), "L3")], BrokenPeriods = rate };
        var market = With("L1", Always(0.050)) with { Indices = With("L1", Always(0.050)).Indices.Add("L3", Always(0.053)) };
        var run = Loan(new(new OnDates([.. resets])) { Index = "L3", Setting = setting }).Run(market);

        Assert.Equal([Math.Round(expected, 9), 0.053], run.On("Rate", resets[1], resets[2]));
    }

    // Reset on the quarter days, fixed two weekdays before: that of 17 July on 13 July. A switch on that day takes it, one a day later leaves it at LIBOR until October.
    [Theory]
    [InlineData(13, 0.0526161, 0.0526161)]
    [InlineData(14, 0.056875, 0.0526161)]
    public void Rate_Fallback_TakesResetsFixedFromTheSwitchOn(int day, double july, double october)
    {
        var reset = Libor(new IndexFallback { From = new(2023, 7, day), Index = "Term SOFR", Spread = LiborFallback.UsdSpreads["3M"] });
        var run = Loan(reset).Run(With("LIBOR", Always(0.056875)) is var market ? market with { Indices = market.Indices.Add("Term SOFR", Always(0.05)) } : null);

        Assert.Equal([0.076875, 0.076875, Math.Round(july + 0.02, 9), Math.Round(october + 0.02, 9)], run.On("Rate", Quarters));
    }

    // LIBOR to the end of the period fixed before the switch, then SOFR compounded in arrears for each interest period, with the spread of the fallback; the floor holds index and spread.
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.056)]
    public void Interest_FallbackToOvernight_CompoundsEachInterestPeriodAfterTheSwitch(double floor)
    {
        // Reset half-yearly, in January and July; interest is paid quarterly.
        var reset = Libor(new IndexFallback { From = new(2023, 6, 30), Index = "SOFR", Spread = 0.0026161, Setting = new OvernightInArrears(Plain) }) with { Dates = new OnDates([Drawn, July]) };
        var loan = Loan(reset, limits: new() { IndexFloor = floor });
        var run = loan.Run(Overnight("SOFR") is var market ? market with { Indices = market.Indices.Add("LIBOR", Always(0.06)) } : null);

        var slow = new SlowOvernight(MadeUp);
        double Of(LocalDate start, LocalDate end) => 1_000 * (Math.Max(floor, (double)slow.Rate(start, end) + 0.0026161) + 0.02) * Days(start, end) / 360;
        Assert.Equal([1_000 * 0.08 * 90 / 360, 1_000 * 0.08 * 91 / 360, Of(July, October), Of(October, End)], run.On("Interest paid", Quarters), (a, b) => Math.Abs(a - b) < 1e-8);
    }

    // Overnight until Term SOFR takes its place: the interest period from 17 July is the first that begins after the switch, though the only reset is on the day of the drawing.
    [Fact]
    public void Rate_FallbackOfOvernightToAdvance_IsFixedForEachInterestPeriod()
    {
        var reset = Floating("SOFR", new OvernightInArrears(Plain)) with { Fallbacks = [new() { From = new(2023, 5, 1), Index = "Term SOFR", FixingDays = 0 }] };
        var run = Loan(reset).Run(Overnight("SOFR") is var market ? market with { Indices = market.Indices.Add("Term SOFR", Series((July, 4m), (October, 3m))) } : null);

        Assert.Equal((double)new SlowOvernight(MadeUp).Rate(April, July) + 0.02, run.On("Rate", July)[0], 1e-9);
        Assert.Equal([0.06, 0.05], run.On("Rate", October, End));
    }

    // What is made in arrears, about 5.2 % and 2 %, stays within the limits of the index and of the rate.
    [Theory]
    [InlineData(0.06, null, null, null, 0.08)]
    [InlineData(null, 0.04, null, null, 0.06)]
    [InlineData(null, null, 0.09, null, 0.09)]
    [InlineData(null, null, null, 0.05, 0.05)]
    public void Rate_InArrears_StaysWithinItsLimits(double? indexFloor, double? indexCap, double? floor, double? cap, double expected)
    {
        var limits = new ResetLimits { IndexFloor = Percent(indexFloor), IndexCap = Percent(indexCap), Floor = Percent(floor), Cap = Percent(cap) };

        Assert.Equal(expected, Loan(Floating("SOFR", new OvernightInArrears(Plain)), limits: limits).Run(Overnight("SOFR")).On("Rate", April)[0]);

        static Percentage? Percent(double? rate) => rate is { } given ? given : null;
    }

    // A fixed rate of 8 % until 17 July, then overnight; the reset is on an interest date.
    [Fact]
    public void Rate_ResetToOvernight_LeavesTheFixedRateBeforeIt()
    {
        var loan = Loan(Floating("SOFR", new OvernightInArrears(Plain)) with { Dates = new OnDates([July]) });
        var run = (loan with { Interest = loan.Interest with { Rate = 0.08 } }).Run(Overnight("SOFR"));

        Assert.Equal([0.08, 0.08], run.On("Rate", April, July));
        Assert.Equal((double)new SlowOvernight(MadeUp).Rate(July, October) + 0.02, run.On("Rate", October)[0], 1e-9);
    }

    // The first payment is the level one at the rate of the first quarter, and stays: the rest is repaid at maturity.
    [Fact]
    public void Annuity_InArrears_IsSetByTheRateLastKnown()
    {
        var quarterly = new OnDates([April, July, October]);
        var run = (Loan(Floating("SOFR", new OvernightInArrears(Plain))) with { Amortisation = new AnnuityInstalments(quarterly) }).Run(Overnight("SOFR"));

        double rate = (double)new SlowOvernight(MadeUp).Rate(Drawn, April) + 0.02, discount = 1, annuity = 0;
        foreach (var (start, end) in Quarters.Zip(Quarters[1..]).Prepend((Drawn, April))) annuity += discount /= 1 + rate * Days(start, end) / 360;
        Assert.All(new[] { April, July, October }, day => Assert.Equal(1_000 / annuity, run.On("Lender's cash flow", day)[0], 1e-8));
        Assert.Equal(0, run.On("Closing balance", End)[0], 1e-9);
    }

    // Two business days after the quarter days; at maturity principal is paid too, and in July an instalment.
    [Fact]
    public void Settlements_PaymentDelay_MovesTheDayOfInterestAlone()
    {
        var loan = Loan(Floating("SOFR", new OvernightInArrears(Plain with { PaymentDelayDays = 2 }))) with { Amortisation = new LevelPrincipal(new OnDates([July])) };
        var settled = ScheduledLoanLayout.Settlements(loan);

        Assert.Equal([new(2023, 4, 19), July, new(2023, 10, 19), End], Quarters.Select(day => settled[day]));
    }

    // As of the middle of a quarter the interest accrued is stated; what accrues after it is the rest of the period's.
    [Fact]
    public void Restart_InArrears_GoesOnWithTheIndex()
    {
        var start = new LocalDate(2023, 5, 15);
        var loan = Loan(Floating("SOFR", new OvernightInArrears(Plain with { Method = OvernightMethod.Simple }))) with { AccruedAtStart = Usd(5) };
        var run = loan.Run(Overnight("SOFR"), start);

        decimal sum = Between(start, July).Sum(day => MadeUp.First(fixing => fixing.Day == day.Day).Percent / 100 * Days(day.Day, day.Next));
        Assert.Equal(5 + 1_000 * ((double)sum + 0.02 * Days(start, July)) / 360, run.On("Interest paid", July)[0], 1e-9);
    }

    [Fact]
    public void Lay_WhatTheTermsDoNotSay_IsNamed()
    {
        var inArrears = Loan(Floating("SOFR", new OvernightInArrears(Plain)));
        var inAdvance = Loan(Libor());
        var later = new LocalDate(2023, 5, 15);

        Refused(inArrears, later, "accruedAtStart", "interest has accrued from 2023-04-17 to 2023-05-15 at an index that is not fixed in advance");
        Refused(inAdvance, later, "interest.rate", "no rate is given for 2023-05-15, when the loan is outstanding already");
        Refused(Loan(Libor() with { Dates = new OnDates([April]) }), null, "interest.rate", "no rate is given, and none is set on 2023-01-17, when the loan is drawn");
        Refused(Loan(Floating("SOFR", new SetDaily()), limits: new() { LeastChange = -0.01 }), null, "interest.limits", "the change of the rate at a reset is limited, and an index is not fixed in advance");
        Refused(Loan(Libor(new IndexFallback { From = April, Index = "LIBOR" })), null, "interest.resets[0].fallbacks[0].index", "the fallback to 'LIBOR' names an index that the loan has had before");
        Refused(Loan(Libor(new IndexFallback { From = April, Index = "A" }) with { Index = null }), null, "interest.resets[0].fallbacks", "a stated rate has fallbacks");
        Refused(Loan(Floating("SOFR", new OvernightInArrears(Plain with { LookbackDays = -1 }))), null, "interest.resets[0].setting.overnight.lookbackDays", "the lookback is -1 business days");
        Refused(inArrears with { Interest = inArrears.Interest with { DefaultMargin = -0.01 } }, null, "interest.defaultMargin", "the default margin -1% is negative");

        static void Refused(ScheduledLoan loan, LocalDate? start, string where, string fact)
        {
            var found = Assert.Throws<InvalidInputException>(() => ScheduledLoanLayout.Lay(loan, start: start));
            Assert.Equal((where, fact), found.Problems.Select(problem => (problem.Where, problem.Fact)).Single());
        }
    }

    [Fact]
    public void Run_GapInFixings_ListsTheDays()
    {
        LocalDate[] gap = [new(2023, 2, 1), new(2023, 2, 2)];
        var found = Assert.Throws<InvalidInputException>(() => Loan(Floating("SOFR", new OvernightInArrears(Plain))).Run(With("SOFR", Series([.. MadeUp.Where(fixing => !gap.Contains(fixing.Day))]))));

        Assert.Contains(found.Problems, problem => problem.Subject == "Index 'SOFR'" && problem.Fact == "there is no fixing for 2023-02-01, 2023-02-02, in the interest period of 'L' from 2023-01-17");
    }

    static RateReset Floating(string index, IndexSetting setting) => new(new OnDates([Drawn])) { Index = index, Setting = setting, Spread = 0.02, FixingCalendars = [BusinessCalendars.Weekends] };

    static RateReset Libor(params IndexFallback[] fallbacks) =>
        new(new OnDates([Drawn, April, July, October])) { Index = "LIBOR", FixingDays = 2, FixingCalendars = [BusinessCalendars.Weekends], Spread = 0.02, Fallbacks = [.. fallbacks] };

    static ScheduledLoan Loan(RateReset reset, string? dayCount = "ACT/360", ResetLimits? limits = null)
    {
        var interest = new ScheduledInterest { Dates = new OnDates([April, July, October]), Resets = [reset], Limits = limits ?? new() };
        return new()
        {
            Name = "L", Principal = Usd(1_000), Drawn = Drawn, Maturity = End, BusinessDays = new() { Calendars = [BusinessCalendars.None] },
            Interest = dayCount is null ? interest : interest with { DayCount = DayCounts.Parse(dayCount) },
        };
    }

    static Market Overnight(string index) => With(index, Series(MadeUp));

    static Market With(string index, IndexSeries series) => new() { Name = "test", Indices = Sorted.Empty<IndexSeries>().Add(index, series) };

    static IndexSeries Series(params (LocalDate Day, decimal Percent)[] fixings) => new() { Fixings = fixings.ToImmutableSortedDictionary(fixing => fixing.Day, fixing => (Percentage)(double)(fixing.Percent / 100)) };

    static IndexSeries Always(double rate) => new() { Forward = ImmutableSortedDictionary<LocalDate, Percentage>.Empty.Add(LocalDate.MinIsoValue, rate) };

    // The weekdays of a period, each with the next or the period's end.
    static IEnumerable<(LocalDate Day, LocalDate Next)> Between(LocalDate start, LocalDate end) => Weekdays(start, end.PlusDays(-1)).Select(day => (day, LocalDate.Min(Weekdays(day.PlusDays(1), day.PlusDays(4))[0], end)));

    static LocalDate[] Weekdays(LocalDate from, LocalDate to) => [.. Enumerable.Range(0, Days(from, to) + 1).Select(from.PlusDays).Where(day => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))];

    static int Days(LocalDate from, LocalDate to) => NodaTime.Period.DaysBetween(from, to);
}
