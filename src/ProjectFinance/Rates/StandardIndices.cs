using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using ProjectFinance.Time;

namespace ProjectFinance.Rates;

/// <summary>The reference rates whose conventions are known.</summary>
static class StandardIndices
{
    /// <summary>Every length of every rate.</summary>
    internal static ImmutableArray<IndexConventions> All() =>
    [
        .. Libor("USD", 2, BusinessCalendars.London, DayCounts.Actual360),
        .. Libor("GBP", 0, BusinessCalendars.London, DayCounts.Actual365Fixed),
        .. Libor("EUR", 2, BusinessCalendars.Target, DayCounts.Actual360),
        .. Libor("CHF", 2, BusinessCalendars.London, DayCounts.Actual360),
        .. Libor("JPY", 2, BusinessCalendars.London, DayCounts.Actual360),
        .. Terms("EURIBOR", ["1W", "1M", "3M", "6M", "12M"], 2, BusinessCalendars.Target, DayCounts.Actual360, At(11, 0, "Europe/Brussels")),
        .. Terms("Term SOFR", ["1M", "3M", "6M", "12M"], 2, BusinessCalendars.USGovernmentSecurities, DayCounts.Actual360, At(5, 0, "America/Chicago")),
        Overnight("SOFR", OvernightTerms.SofrLoan, DayCounts.Actual360, 8, "America/New_York"),
        Overnight("daily simple SOFR", OvernightTerms.SofrSimpleLoan, DayCounts.Actual360, 8, "America/New_York"),
        Overnight("SOFR swap", OvernightTerms.SofrSwap, DayCounts.Actual360, 8, "America/New_York"),
        Overnight("SOFR, ISDA fallback", OvernightTerms.IsdaFallback, DayCounts.Actual360, 8, "America/New_York"),
        Overnight("SONIA", OvernightTerms.SoniaLoan, DayCounts.Actual365Fixed, 9, "Europe/London"),
        Overnight("EURSTR", OvernightTerms.SoniaLoan with { Calendars = [BusinessCalendars.Target], DaysInYear = 360 }, DayCounts.Actual360, 8, "Europe/Berlin"),
        new()
        {
            Name = "USD prime", FixingDays = 0, FixingCalendars = [BusinessCalendars.NewYork], DayCount = DayCounts.Actual360, Setting = new SetDaily(), IsHeld = true,
            Publication = At(0, 0, "America/New_York"),
        },
    ];

    static IEnumerable<IndexConventions> Libor(string currency, int days, BusinessCalendar calendar, DayCount dayCount) =>
        Terms($"{currency} LIBOR", ["1W", "1M", "2M", "3M", "6M", "12M"], days, calendar, dayCount, At(11, 45, "Europe/London"));

    static IEnumerable<IndexConventions> Terms(string family, string[] tenors, int days, BusinessCalendar calendar, DayCount dayCount, Publication published) => tenors.Select(tenor => new IndexConventions
    {
        Name = $"{family} {tenor}", Tenor = PeriodPattern.Roundtrip.Parse($"P{tenor}").Value, FixingDays = days, FixingCalendars = [calendar], DayCount = dayCount, Publication = published,
    });

    static IndexConventions Overnight(string name, OvernightTerms terms, DayCount dayCount, int hour, string zone) => new()
    {
        Name = name, FixingDays = 0, FixingCalendars = terms.Calendars, DayCount = dayCount, Setting = new OvernightInArrears(terms),
        Publication = At(hour, 0, zone) with { BusinessDays = 1, Calendars = terms.Calendars },
    };

    static Publication At(int hour, int minute, string zone) => new() { Time = new(hour, minute), Zone = zone };
}
