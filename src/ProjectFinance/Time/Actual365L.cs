using NodaTime;

namespace ProjectFinance.Time;

/// <summary>
/// Calendar days over 365 or 366. Where interest is paid yearly: 366 if a 29 February falls after the start, up to the end of the interest period. Otherwise: 366 if the period ends in a leap year.
/// </summary>
/// <remarks>Source: ICMA Rule 251.1(i) part 2; 2006 ISDA Definitions 4.16(i), of sterling floating-rate notes.</remarks>
sealed class Actual365L() : DayCount("ACT/365L")
{
    protected override int CountDays(LocalDate start, LocalDate end, AccrualContext? context) => NodaTime.Period.DaysBetween(start, end);

    protected override double CountYears(LocalDate start, LocalDate end, AccrualContext? context)
    {
        var periodEnd = context?.PeriodEnd ?? end;
        bool leap = IsYearly(context, start, periodEnd) ? LeapDays.After(start, periodEnd) > 0 : LeapDays.IsIn(periodEnd.Year);
        return NodaTime.Period.DaysBetween(start, end) / (leap ? 366.0 : 365.0);
    }

    // Without a frequency, a period as long as a year is taken to be one of yearly interest.
    static bool IsYearly(AccrualContext? context, LocalDate start, LocalDate periodEnd) => context?.Frequency is { } step
        ? CouponFrequency.MonthsOf(step) == 12
        : context?.PeriodStart is { } from && from.PlusYears(1) == periodEnd || start.PlusYears(1) == periodEnd;
}
