using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Accounts;
using ProjectFinance.Amounts;
using ProjectFinance.Facilities;
using ProjectFinance.Operations;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Excel;

/// <summary>A small deal of loans that run by their own schedule, one for each way of repaying, paid from one account that runs short now and then.</summary>
static class ScheduledLoans
{
    static readonly LocalDate Closing = new(2020, 1, 1), End = new(2022, 1, 1);

    static readonly Schedule Quarters = new OnDates([.. Enumerable.Range(1, 8).Select(i => Closing.PlusMonths(3 * i))]);

    static readonly Schedule HalfYears = new OnDates([.. Enumerable.Range(1, 4).Select(i => Closing.PlusMonths(6 * i))]);

    public static Deal Deal { get; } = new()
    {
        Name = "Small", Closing = Closing, End = End,
        Contributions = [new() { Name = "Sponsor / Paid in", Currency = Units.Usd, Payments = [.. Enumerable.Range(1, 8).Select(i => new DatedAmount(Closing.PlusMonths(3 * i), (i % 3 == 0 ? 100 : 1_200) * Units.Usd))] }],
        ScheduledLoans = Loans,
        Accounts = [new() { Name = "A", Currency = Units.Usd, Receipts = ["Sponsor / Paid in"], Waterfall = [.. Loans.SelectMany(loan => new Payment[] { new($"{loan.Name} / Interest"), new($"{loan.Name} / Principal") })] }],
    };

    public static Market Market { get; } = Market.Parse("""{ "name": "Trial", "indices": { "USD LIBOR 3M": { "forward": { "2019-12-01": "5%", "2020-12-01": "9%", "2021-06-01": "1%" }, "source": "assumption" } } }""");

    static ImmutableArray<ScheduledLoan> Loans =>
    [
        Loan("Bullet", new AtMaturity()),
        Loan("Level", new LevelPrincipal(Quarters)) with { Prepayments = [new(new(2021, 1, 1), 100 * Units.Usd)] },
        Loan("Annuity", new AnnuityInstalments(Quarters)) with { Interest = Interest with { DayCount = DayCounts.Actual365Fixed, Resets = [new(HalfYears) { Index = "USD LIBOR 3M", Spread = 0.01, FixingCalendars = [BusinessCalendars.None] }], Limits = new() { Floor = 0.02, Cap = 0.09, GreatestChange = 0.015 } } },
    ];

    static ScheduledInterest Interest => new() { Rate = 0.06, DayCount = DayCounts.ThirtyE360, Dates = Quarters };

    static ScheduledLoan Loan(string name, Amortisation amortisation) => new()
    {
        Name = name, Principal = 2_000 * Units.Usd, Drawn = Closing, Maturity = End, BusinessDays = new() { Calendars = [BusinessCalendars.None] }, Interest = Interest, Amortisation = amortisation,
    };
}
