using NodaTime;

namespace ProjectFinance.Time;

/// <summary>Business days from the start, counted, to the end, not counted, over 252. Source: Banco Central do Brasil and ANBIMA; 2021 ISDA Interest Rate Derivatives Definitions 4.6.1(l), "Calculation/252".</summary>
/// <param name="calendar">The business days; null for those of the accrual's context.</param>
sealed class Business252(BusinessCalendar? calendar) : DayCount(calendar is null ? "BUS/252" : $"BUS/252 {calendar.Name}")
{
    protected override int CountDays(LocalDate start, LocalDate end, AccrualContext? context) =>
        (calendar ?? context?.Calendar ?? throw Without()).BusinessDaysBetween(start, end);

    protected override double CountYears(LocalDate start, LocalDate end, AccrualContext? context) => CountDays(start, end, context) / 252.0;

    InvalidInputException Without() => InvalidInputException.Of($"Day count {Name}", "no calendar is given", "name one, as in 'BUS/252 New York', or give it with the accrual");
}
