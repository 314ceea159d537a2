using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using ProjectFinance.Results;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Facilities;

/// <summary>A loan of USD 1,000 at 12 % from the start of 2020 to that of 2021 with quarters of 30 x 3 days, so that each bears 3 % and figures can be found by hand.</summary>
static class PlainLoan
{
    public static LocalDate Drawn { get; } = new(2020, 1, 1);

    public static LocalDate Maturity { get; } = new(2021, 1, 1);

    public static LocalDate[] Quarters { get; } = [new(2020, 4, 1), new(2020, 7, 1), new(2020, 10, 1), Maturity];

    /// <summary>The three quarter days before maturity.</summary>
    public static Schedule BeforeMaturity { get; } = new Every(NodaTime.Period.FromMonths(3), new LocalDate(2020, 4, 1), new LocalDate(2020, 10, 1));

    public static Quantity Usd(double amount) => amount * Units.Usd;

    public static ScheduledLoan Terms(Amortisation? amortisation = null, Func<ScheduledInterest, ScheduledInterest>? interest = null) => new()
    {
        Name = "L",
        Principal = Usd(1_000),
        Drawn = Drawn,
        Maturity = Maturity,
        Interest = (interest ?? (terms => terms))(new() { Rate = 0.12, DayCount = DayCounts.ThirtyE360, Dates = BeforeMaturity }),
        Amortisation = amortisation ?? new AtMaturity(),
        BusinessDays = new() { Calendars = [BusinessCalendars.None] },
    };

    /// <summary>The index "LIBOR" on dates.</summary>
    public static Market Libor(params (LocalDate On, double Rate)[] fixings) => new()
    {
        Name = "test",
        Indices = ImmutableSortedDictionary<string, IndexSeries>.Empty.Add("LIBOR", new() { Fixings = fixings.ToImmutableSortedDictionary(f => f.On, f => (Percentage)f.Rate) }),
    };

    /// <summary>Computes every line; the checks are zero.</summary>
    public static Run Run(this ScheduledLoan loan, Market? market = null, LocalDate? start = null, LocalDate? end = null)
    {
        var run = new Runner(ScheduledLoanLayout.Lay(loan, market, start, end)).Run();
        Assert.All(run.Checks, check => Assert.True(check.Passed, $"{check.Name} is off by {check.Largest} in {check.At}"));
        return run;
    }

    /// <summary>A line on certain days, to nine decimals: the figures are sums and products of a few numbers with two.</summary>
    public static double[] On(this Run run, string title, params LocalDate[] days) => [.. days.Select(day => Math.Round(run[$"L / {title}", run.Model.Timeline.EndingOn(day)], 9))];
}
