using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using ProjectFinance.Results;
using ProjectFinance.Tests.Rates;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Deals.SampleFiles;

namespace ProjectFinance.Tests.Facilities;

/// <summary>
/// A loan whose index is set otherwise than once for each period, or is replaced. The dates are those of 1996, the rates made up; London is the calendar of all.
/// The first period runs from 11 July to 30 September 1996 (81 days), the second to 31 December (92 days); 19,500,000 is drawn at once, the margin is 2.25 %.
/// </summary>
public class IndexSettingTests
{
    const string L = SmallDeal.L, Interest = L + " / Interest", Index = L + " / Index";
    const double Margin = 0.0225, Drawn = 19_500_000;

    static readonly LocalDate Closing = SmallDeal.Closing, September = new(1996, 9, 30), December = new(1996, 12, 31), March = new(1997, 3, 31);
    static readonly OvernightTerms Terms = new() { Calendars = [BusinessCalendars.London], LookbackDays = 5 };

    // A rate for each London business day, from 5 % on up and down by hundredths.
    static readonly (LocalDate Day, decimal Percent)[] Overnight = [.. Days(new(1996, 6, 3), new(1997, 12, 31)).Select((day, i) => (day, 5 + i * 7 % 40 * 0.01m))];

    [Theory]
    [InlineData(0, false, 0)]
    [InlineData(5, false, 0)]
    [InlineData(5, true, 0)]
    [InlineData(0, false, 2)]
    public void Interest_OvernightInArrears_IsOfThePeriodItself(int lookback, bool shift, int lockout)
    {
        var slow = new SlowOvernight(Overnight);
        var run = Run(Loan(new OvernightInArrears(Terms with { LookbackDays = lookback, ObservationShift = shift, LockoutDays = lockout })), Market("SOFR", Overnight));

        // The rate of the period times its days: the parts of the columns sum to it.
        Assert.Equal(Drawn * ((double)slow.Rate(Closing, September, lookback, shift, lockout) + Margin) * 81 / 360, Sum(run, Interest, Closing, September), 1e-6);
        Assert.Equal(Drawn * ((double)slow.Rate(September, December, lookback, shift, lockout) + Margin) * 92 / 360, Sum(run, Interest, September, December), 1e-6);
    }

    // An interest period from 30 September 1996 to 31 March 1997 with a repayment of 5,000,000 on 31 December in it: on each day the balance at the non-cumulative rate, or with unpaid interest at the day's.
    [Theory]
    [InlineData(OvernightMethod.Compounded)]
    [InlineData(OvernightMethod.CompoundedBalance)]
    [InlineData(OvernightMethod.Simple)]
    public void Interest_RepaidInsideThePeriod_IsByTheMethod(OvernightMethod method)
    {
        var dates = new OnDates([September, March, .. SmallDeal.SeptemberAndDecember.Dates(BusinessCalendars.None, BusinessDayConvention.None).Select(date => date.Adjusted)]);
        var deal = Loan(new OvernightInArrears(Terms with { LookbackDays = 0, Method = method })) with { Terms = loan => loan with { Prepayments = [new() { Payments = [new(December, 5_000_000 * Units.Usd)] }] } };
        var run = Run(deal with { Interest = terms => deal.Interest(terms) with { Dates = dates } }, Market("SOFR", Overnight));

        var rates = Overnight.ToDictionary(fixing => fixing.Day, fixing => fixing.Percent / 100);
        var days = Days(September, March.PlusDays(5));
        decimal unpaid = 0, margin = 0, product = 1;
        for (int i = 0; days[i] < March; i++)
        {
            // Easter Monday 1997 is no business day, but ends the period.
            decimal n = NodaTime.Period.DaysBetween(days[i], LocalDate.Min(days[i + 1], March)), balance = days[i] < December ? 19_500_000 : 14_500_000, factor = rates[days[i]] * n / 360;
            unpaid += method switch { OvernightMethod.Compounded => balance * product * factor, OvernightMethod.CompoundedBalance => (balance + unpaid) * factor, _ => balance * factor };
            product *= 1 + factor;
            margin += balance * 0.0225m * n / 360;
        }
        Assert.Equal((double)(unpaid + margin), Sum(run, Interest, September, March), 1e-6);
    }

    // 8.25 %, and 8.50 % from 15 August: 35 days at the one and 46 at the other.
    [Fact]
    public void Interest_Prime_ChangesOnTheDay()
    {
        var market = Market("prime", (new(1996, 2, 1), 8.25m), (new(1996, 8, 15), 8.5m));
        var run = Run(Loan(new SetDaily()), market with { Indices = market.Indices.SetItem("prime", market.Indices["prime"] with { IsHeld = true }) }, "prime");

        Assert.Equal(Drawn * ((0.0825 * 35 + 0.085 * 46) / 360 + Margin * 81 / 360), Sum(run, Interest, Closing, September), 1e-6);
        Assert.Equal(Drawn * (0.085 + Margin) * 92 / 360, Sum(run, Interest, September, December), 1e-6);
    }

    // The first period has 81 days: between two months, 62 days from 11 July, and three, 92 days. The second has 92 days of 91 to 31 December: regular.
    [Theory]
    [InlineData(BrokenPeriodRate.Interpolated, 0.055 + 0.002 * 19 / 30)]
    [InlineData(BrokenPeriodRate.NextShorter, 0.055)]
    public void Index_BrokenPeriod_LiesBetweenTenors(BrokenPeriodRate rate, double expected)
    {
        var setting = new FixedInAdvance { Tenors = [new(NodaTime.Period.FromMonths(6), "L6"), new(NodaTime.Period.FromMonths(3), "L3"), new(NodaTime.Period.FromMonths(2), "L2")], BrokenPeriods = rate };
        var run = Run(Loan(setting), new Market
        {
            Name = "m", Indices = Sorted.Empty<IndexSeries>().Add("L2", Always(0.055)).Add("L3", Always(0.057)).Add("L6", Always(0.06)),
            Prices = new SmallDeal().Market().Prices,
        }, "L3");

        Assert.Equal(expected, run.At(Index, September), 1e-15);
        Assert.Equal(0.057, run.At(Index, December), 1e-15);
    }

    // The period from 31 December 1996 is fixed on 27 December by LIBOR's two London business days; a switch on that day takes it, one a day later leaves it at LIBOR until the next.
    [Theory]
    [InlineData(27, 0.0526161, 0.0526161)]
    [InlineData(28, 0.056875, 0.0526161)]
    public void Index_Fallback_TakesPeriodsFixedFromTheSwitchOn(int day, double first, double second)
    {
        var deal = Loan(new FixedInAdvance());
        var run = Run(deal with { Interest = terms => deal.Interest(terms) with { Fallbacks = [new() { From = new(1996, 12, day), Index = "Term SOFR", Spread = LiborFallback.UsdSpreads["3M"], FixingCalendars = [BusinessCalendars.London] }] } },
            With("Term SOFR", Always(0.05)), "LIBOR");

        Assert.Equal([0.056875, first, second], new[] { December, March, new(1997, 6, 30) }.Select(end => Math.Round(run.At(Index, end), 12)));
        Assert.Equal(Drawn * (first + Margin) * 90 / 360, Sum(run, Interest, December, March), 1e-6);
    }

    // The floor holds the index with its spread: 5.46 % or so.
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.056)]
    public void Interest_FallbackToOvernight_CompoundsAfterTheSwitch(double floor)
    {
        var slow = new SlowOvernight(Overnight);
        var deal = Loan(new FixedInAdvance());
        var terms = new IndexFallback { From = new(1996, 12, 1), Index = "SOFR", Spread = 0.0026161, Setting = new OvernightInArrears(Terms), FixingCalendars = [BusinessCalendars.London] };
        var run = Run(deal with { Interest = x => deal.Interest(x) with { Fallbacks = [terms], IndexFloor = floor } }, With("SOFR", Market("SOFR", Overnight).Indices["SOFR"]), "LIBOR");

        double expected = Math.Max(floor, (double)slow.Rate(December, March, 5) + 0.0026161);
        Assert.Equal(Drawn * (0.056875 + Margin) * 92 / 360, Sum(run, Interest, September, December), 1e-6);
        Assert.Equal(Drawn * (expected + Margin) * 90 / 360, Sum(run, Interest, December, March), 1e-6);
    }

    // As of Friday 27 September 1996 the fixing of that day is not published: the days whose rate would be later, from two business days before on, take the forward rate.
    [Fact]
    public void Interest_AsOfADay_UsesNoFixingPublishedLater()
    {
        var asOf = new LocalDate(1996, 9, 25);
        var published = new Publication { BusinessDays = 1, Calendars = [BusinessCalendars.London] };
        var market = Market("SOFR", Overnight);
        market = market with { Indices = market.Indices.SetItem("SOFR", market.Indices["SOFR"] with { Publication = published, Forward = Always(0.08).Forward }) };
        var deal = Loan(new OvernightInArrears(Terms with { LookbackDays = 0 }));

        var run = Run(deal, market, asOf: asOf);

        // Tuesday 24 September was published on the 25th.
        var slow = new SlowOvernight(Overnight.Select(fixing => (fixing.Day, fixing.Day <= asOf.PlusDays(-1) ? fixing.Percent : 8)));
        Assert.Equal(Drawn * ((double)slow.Rate(Closing, September) + Margin) * 81 / 360, Sum(run, Interest, Closing, September), 1e-6);
    }

    // Two London business days after Monday 30 September and Tuesday 31 December 1996; principal, from 30 September 1997, is not delayed.
    [Fact]
    public void Lay_PaymentDelay_MovesTheDayOfInterestAlone()
    {
        var settled = DealLayout.Lay(Loan(new OvernightInArrears(Terms with { PaymentDelayDays = 2 })).Deal(), Market("SOFR", Overnight)).Loans[0].Settlements;

        Assert.Equal([new(1996, 10, 2), new(1997, 1, 3), new(1997, 9, 30)], new[] { September, December, new(1997, 9, 30) }.Select(date => settled[date]));
    }

    [Fact]
    public void Conventions_OfTheIndex_GiveWhatIsNotStated()
    {
        var terms = new InterestTerms { Index = "SONIA", Margin = new(0.02), Dates = SmallDeal.QuarterEnds, Conventions = IndexConventions.Parse("SONIA"), FixingDays = 1 };

        Assert.Equal((DayCounts.Actual365Fixed, 1, new OvernightInArrears(OvernightTerms.SoniaLoan)), (terms.DayCount, terms.FixingDays, terms.Setting));
    }

    [Fact]
    public void Run_GapInFixings_ListsTheDays()
    {
        LocalDate[] gap = [new(1996, 8, 1), new(1996, 8, 2)];
        var problems = Problems(() => Run(Loan(new OvernightInArrears(Terms)), Market("SOFR", [.. Overnight.Where(fixing => !gap.Contains(fixing.Day))])));

        IsOnly(problems, "Index 'SOFR'", "there is no fixing for 1996-08-01, 1996-08-02, in the interest period of 'Project loan' from 1996-07-11", "the fixing of every business day", "");
    }

    static SmallDeal Loan(IndexSetting setting) => new() { Interest = terms => terms with { Index = "SOFR", Setting = setting, FixingCalendars = [BusinessCalendars.London] }, LastDraw = new(1996, 8, 31) };

    static Run Run(SmallDeal deal, Market market, string index = "SOFR", LocalDate? asOf = null)
    {
        var own = deal.Interest;
        var laidOut = DealLayout.Lay((deal with { Interest = terms => own(terms) with { Index = index } }).Deal(), market, asOf);
        var run = new Runner(laidOut.Model).Run();
        Assert.All(run.Checks, check => Assert.True(check.Passed, $"{check.Name} is off by {check.Largest} in {check.At}"));
        return run;
    }

    static Market Market(string index, params (LocalDate Day, decimal Percent)[] fixings) => With(index, new()
    {
        Fixings = fixings.ToImmutableSortedDictionary(fixing => fixing.Day, fixing => (Percentage)(double)(fixing.Percent / 100)),
        Forward = ImmutableSortedDictionary<LocalDate, Percentage>.Empty.Add(new(1997, 12, 1), 0.05),
    });

    static Market With(string index, IndexSeries series) => new SmallDeal().Market() is var market ? market with { Indices = market.Indices.SetItem(index, series) } : market;

    static IndexSeries Always(double rate) => new() { Forward = ImmutableSortedDictionary<LocalDate, Percentage>.Empty.Add(LocalDate.MinIsoValue, rate) };

    static double Sum(Run run, string line, LocalDate after, LocalDate upTo) => run.Model.Periods.Where(t => t.End > after && t.End <= upTo).Sum(t => run[line, t]);

    static List<LocalDate> Days(LocalDate from, LocalDate to) =>
        [.. Enumerable.Range(0, NodaTime.Period.DaysBetween(from, to) + 1).Select(from.PlusDays).Where(BusinessCalendars.London.IsBusinessDay)];
}
