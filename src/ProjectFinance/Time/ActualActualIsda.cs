using NodaTime;

namespace ProjectFinance.Time;

/// <summary>Days in a leap year over 366, the others over 365. The split falls on each 1 January. Source: 2006 ISDA Definitions 4.16(b).</summary>
sealed class ActualActualIsda() : DayCount("ACT/ACT ISDA")
{
    protected override int CountDays(LocalDate start, LocalDate end, AccrualContext? context) => NodaTime.Period.DaysBetween(start, end);

    protected override double CountYears(LocalDate start, LocalDate end, AccrualContext? context)
    {
        int first = LeapDays.InYear(start.Year), last = LeapDays.InYear(end.Year);
        if (start.Year == end.Year) return (end.DayOfYear - start.DayOfYear) / (double)first;
        return (end.Year - start.Year - 1) + (first - start.DayOfYear + 1) / (double)first + (end.DayOfYear - 1) / (double)last;
    }
}
