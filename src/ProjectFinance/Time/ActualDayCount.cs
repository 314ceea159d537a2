using NodaTime;

namespace ProjectFinance.Time;

/// <summary>Calendar days over a year of fixed length.</summary>
/// <param name="name">The usual name.</param>
/// <param name="yearLength">Days in a year: 360, 365, 365.25.</param>
sealed class ActualDayCount(string name, double yearLength) : DayCount(name)
{
    protected override int CountDays(LocalDate start, LocalDate end, AccrualContext? context) => NodaTime.Period.DaysBetween(start, end);

    protected override double CountYears(LocalDate start, LocalDate end, AccrualContext? context) => NodaTime.Period.DaysBetween(start, end) / yearLength;
}
