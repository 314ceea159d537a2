using NodaTime;

namespace ProjectFinance.Time;

/// <summary>
/// Calendar days over the year length of Microsoft Excel's YEARFRAC, basis 1: up to a year, 366 where a 29 February is touched or both dates lie in one leap year, otherwise 365;
/// beyond, the average length of the calendar years touched.
/// </summary>
/// <remarks>Source: D. Wheeler, "YEARFRAC Function Incompatibility" (OASIS OpenFormula, 2008), and Excel's own results.</remarks>
sealed class ActualActualExcel() : DayCount("ACT/ACT Excel")
{
    protected override int CountDays(LocalDate start, LocalDate end, AccrualContext? context) => NodaTime.Period.DaysBetween(start, end);

    protected override double CountYears(LocalDate start, LocalDate end, AccrualContext? context) => NodaTime.Period.DaysBetween(start, end) / YearLength(start, end);

    static double YearLength(LocalDate start, LocalDate end)
    {
        if (start.Year == end.Year) return LeapDays.InYear(start.Year);
        bool upToAYear = end.Year == start.Year + 1 && (start.Month, start.Day).CompareTo((end.Month, end.Day)) >= 0;
        if (upToAYear) return LeapDays.Within(start, end) > 0 ? 366 : 365;
        int years = end.Year - start.Year + 1;
        return 365 + (double)LeapDays.Between(new LocalDate(start.Year, 1, 1), new LocalDate(end.Year, 12, 31)) / years;
    }
}
