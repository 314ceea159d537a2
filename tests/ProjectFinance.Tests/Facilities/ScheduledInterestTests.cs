using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Results;
using ProjectFinance.Time;
using static ProjectFinance.Tests.Facilities.PlainLoan;

namespace ProjectFinance.Tests.Facilities;

/// <summary>How the interest of a scheduled loan is set and what it is counted on; expected values are worked out by hand.</summary>
public sealed class ScheduledInterestTests
{
    static readonly RateReset Quarterly = new(BeforeMaturity) { Index = "LIBOR", Spread = 0.02 };

    static ScheduledLoan Floating(ResetLimits? limits = null, RateReset? reset = null, Percentage? first = null) =>
        Terms(interest: terms => terms with { Resets = [reset ?? Quarterly], Limits = limits ?? new(), FirstReset = first });

    static double[] Rates(ScheduledLoan loan, params double[] fixings) => loan.Run(Libor([.. fixings.Select((rate, i) => (Quarters[i], rate))])).On("Rate", Quarters);

    [Fact]
    public void Reset_TakesTheIndexTimesTheMultiplierAndTheSpread_FromItsDateOn()
    {
        var run = Floating(reset: Quarterly with { Multiplier = 2 }).Run(Libor((Quarters[0], 0.04), (Quarters[1], 0.05), (Quarters[2], -0.03)));

        Assert.Equal([0.12, 0.10, 0.12, -0.04], run.On("Rate", Quarters));
        Assert.Equal([30, 25, 30, -10], run.On("Interest paid", Quarters));
    }

    [Fact]
    public void Index_WithFloorAndCap_StaysWithinThem() =>
        Assert.Equal([0.12, 0.03, 0.05, 0.07], Rates(Floating(new() { IndexFloor = 0.01, IndexCap = 0.05 }), -0.02, 0.03, 0.08));

    [Fact]
    public void Rate_WithFloorAndCap_StaysWithinThem() =>
        Assert.Equal([0.12, 0.04, 0.05, 0.09], Rates(Floating(new() { Floor = 0.04, Cap = 0.09 }), -0.02, 0.03, 0.08));

    [Fact]
    public void Change_WithLimits_IsNoMoreThanAllowed() =>
        // From 12 % no more than 1 % down or 2 % up at once: 11, then 11 + 2, then 13 - 1.
        Assert.Equal([0.12, 0.11, 0.13, 0.12], Rates(Floating(new() { LeastChange = -0.01, GreatestChange = 0.02 }), 0.01, 0.20, 0.02));

    [Fact]
    public void FirstReset_IsTheRateThatIsKnown()
    {
        // The fixing of the first date is not asked for.
        var run = Floating(first: 0.06).Run(Libor((Quarters[1], 0.05), (Quarters[2], 0.07)));

        Assert.Equal([0.12, 0.06, 0.07, 0.09], run.On("Rate", Quarters));
    }

    [Fact]
    public void StatedRate_WithoutIndex_IsTheSpreadAlone()
    {
        var loan = Terms(interest: terms => terms with { Resets = [Quarterly with { Dates = new OnDates([Quarters[0]]) }, new(new OnDates([Quarters[1]])) { Spread = 0.08 }] });

        Assert.Equal([0.12, 0.06, 0.08, 0.08], loan.Run(Libor((Quarters[0], 0.04))).On("Rate", Quarters));
    }

    [Fact]
    public void Fixing_BusinessDaysBefore_IsThatOfTheDay()
    {
        // Two weekdays before Wednesday 1 April 2020 is Monday 30 March.
        var reset = Quarterly with { Dates = new OnDates([Quarters[0]]), FixingDays = 2, FixingCalendars = [BusinessCalendars.Weekends] };

        Assert.Equal([0.12, 0.03, 0.03, 0.03], Floating(reset: reset).Run(Libor((new(2020, 3, 30), 0.01), (Quarters[0], 0.5))).On("Rate", Quarters));
    }

    [Fact]
    public void Annuity_AfterAReset_IsLevelAgainAndRepaysByMaturity()
    {
        var loan = Terms(new AnnuityInstalments(BeforeMaturity), terms => terms with { DayCount = DayCounts.Actual365Fixed, Resets = [Quarterly with { Dates = new OnDates([Quarters[0]]) }] });
        var run = loan.Run(Libor((Quarters[0], 0.06)));

        var (first, later) = (Slow(1_000m, 0.12m, Drawn, Quarters), Slow(1_000m - SlowPrincipal(), 0.08m, Quarters[0], Quarters[1..]));
        Assert.Equal((double)first, run.On("Lender's cash flow", Quarters[0])[0], 1e-8);
        Assert.All(Quarters[1..], day => Assert.Equal((double)later, run.On("Lender's cash flow", day)[0], 1e-8));

        decimal SlowPrincipal() => Slow(1_000m, 0.12m, Drawn, Quarters) - 1_000m * 0.12m * Days(Drawn, Quarters[0]) / 365;
    }

    [Fact]
    public void OriginalBase_BearsInterestOnWhatWasDrawn() =>
        Assert.Equal([30, 30, 30, 30], Terms(new LevelPrincipal(BeforeMaturity), terms => terms with { Base = new OriginalBase() }).Run().On("Interest paid", Quarters));

    [Fact]
    public void LaggedBase_FollowsTheBalanceOnItsDates()
    {
        // 800 is stated until 1 July; then what is outstanding after that day's instalment, 500.
        var loan = Terms(new LevelPrincipal(BeforeMaturity), terms => terms with { Base = new LaggedBase(new OnDates([Quarters[1]])) { Amount = Usd(800) } });

        Assert.Equal([24, 24, 15, 15], loan.Run().On("Interest paid", Quarters));
    }

    [Fact]
    public void Interest_UpToTheCapitalisationDate_IsAddedToThePrincipal()
    {
        // 15 August is 44 days of 30E/360 after 1 July, and itself capitalises; 46 days are left of the quarter.
        var until = new LocalDate(2020, 8, 15);
        var run = Terms(interest: terms => terms with { CapitalisedUntil = until }).Run();

        double balance = 1_000 * 1.03 * 1.03 * (1 + 0.12 * 44 / 360);
        Assert.Equal([0, 0], run.On("Interest paid", Quarters[..2]));
        Assert.Equal(balance, run.On("Closing balance", until)[0], 1e-8);
        Assert.Equal(balance * 0.12 * 46 / 360, run.On("Interest paid", Quarters[2])[0], 1e-8);
    }

    [Fact]
    public void Restart_WithoutAccruedInterest_CountsFromTheLastInterestDate()
    {
        // 15 May is 44 days of 30E/360 after 1 April.
        var run = Terms().Run(start: new(2020, 5, 15));

        Assert.Equal([30, 30, 30], run.On("Interest paid", Quarters[1..]));
        Assert.Equal(1_000, run["L / Opening balance", run.Model.Periods[0]]);
    }

    [Fact]
    public void Restart_WithAccruedInterest_TakesIt()
    {
        var run = (Terms() with { AccruedAtStart = Usd(5) }).Run(start: new(2020, 5, 15));

        // 46 days of 30E/360 are left of the quarter.
        Assert.Equal(5 + 1_000 * 0.12 * 46 / 360, run.On("Interest paid", Quarters[1])[0], 1e-9);
    }

    [Fact]
    public void Restart_OnAnInstalmentDate_DoesNotRepeatIt()
    {
        var run = (Terms(new LevelPrincipal(BeforeMaturity) { Amount = Usd(250) }) with { Principal = Usd(750) }).Run(start: Quarters[0]);

        Assert.Equal([0, 250, 250, 250], run.On("Principal paid", Quarters));
        Assert.Equal([0, 22.5, 15, 7.5], run.On("Interest paid", Quarters));
    }

    // The level payment found by halving: each payment repays the balance with what interest leaves, and the last leaves nothing.
    static decimal Slow(decimal principal, decimal rate, LocalDate from, LocalDate[] days)
    {
        var (low, high) = (0m, 2 * principal);
        for (int i = 0; i < 90; i++)
        {
            var (payment, balance, since) = ((low + high) / 2, principal, from);
            foreach (var day in days)
            {
                balance += balance * rate * Days(since, day) / 365 - payment;
                since = day;
            }
            if (balance > 0) low = payment; else high = payment;
        }
        return low;
    }

    static int Days(LocalDate from, LocalDate to) => NodaTime.Period.DaysBetween(from, to);
}
