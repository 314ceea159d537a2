using NodaTime;

namespace ProjectFinance.Time;

/// <summary>One for each interest period, whatever its length; part of a stated period by calendar days. Source: 2006 ISDA Definitions 4.16(a), which knows whole periods only.</summary>
sealed class OneOne() : DayCount("1/1")
{
    protected override int CountDays(LocalDate start, LocalDate end, AccrualContext? context) => 1;

    protected override double CountYears(LocalDate start, LocalDate end, AccrualContext? context) =>
        context is { PeriodStart: { } from, PeriodEnd: { } to } && from <= start && end <= to
            ? (double)NodaTime.Period.DaysBetween(start, end) / NodaTime.Period.DaysBetween(from, to)
            : 1;
}
