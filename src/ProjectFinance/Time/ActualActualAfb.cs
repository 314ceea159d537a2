using NodaTime;

namespace ProjectFinance.Time;

/// <summary>
/// Whole years counted back from the end, and the rest over 366 if it holds a 29 February, otherwise over 365. From a 28 February is counted back to the 29th where there is one.
/// </summary>
/// <remarks>Source: Association Française des Banques, Master Agreement, Technical Schedule (September 1994), as ISDA, "EMU and Market Conventions" (1998), states it.</remarks>
sealed class ActualActualAfb() : DayCount("ACT/ACT AFB")
{
    protected override int CountDays(LocalDate start, LocalDate end, AccrualContext? context) => NodaTime.Period.DaysBetween(start, end);

    protected override double CountYears(LocalDate start, LocalDate end, AccrualContext? context)
    {
        int years = end.Year - start.Year;
        if (years > 0 && YearsBefore(end, years) < start) years--;
        var rest = YearsBefore(end, years);
        return years + NodaTime.Period.DaysBetween(start, rest) / (LeapDays.Between(start, rest) > 0 ? 366.0 : 365.0);
    }

    static LocalDate YearsBefore(LocalDate end, int years)
    {
        int year = end.Year - years;
        return years > 0 && end is { Month: 2, Day: >= 28 } ? new LocalDate(year, 2, LeapDays.IsIn(year) ? 29 : 28) : end.PlusYears(-years);
    }
}
