using NodaTime;

namespace ProjectFinance.Time;

/// <summary>Calendar days without the 29ths of February, over 365. A 29 February counts neither as a day after the start nor as the end. Source: ISO 20022, InterestComputationMethod A014.</summary>
sealed class NoLeap365() : DayCount("NL/365")
{
    protected override int CountDays(LocalDate start, LocalDate end, AccrualContext? context) => NodaTime.Period.DaysBetween(start, end) - LeapDays.After(start, end);

    protected override double CountYears(LocalDate start, LocalDate end, AccrualContext? context) => CountDays(start, end, context) / 365.0;
}
