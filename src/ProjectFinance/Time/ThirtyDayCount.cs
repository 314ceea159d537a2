using NodaTime;

namespace ProjectFinance.Time;

/// <summary>Twelve months of thirty days: 360 (Y2 - Y1) + 30 (M2 - M1) + (D2 - D1), the days D1 and D2 first adjusted by the rule.</summary>
sealed class ThirtyDayCount(string name, Func<LocalDate, LocalDate, (int D1, int D2)> days) : DayCount(name)
{
    /// <summary>2006 ISDA Definitions 4.16(f): D1 31 is 30; D2 31 is 30 if D1 is then 30.</summary>
    public static (int D1, int D2) BondBasis(LocalDate start, LocalDate end)
    {
        int d1 = Math.Min(start.Day, 30);
        return (d1, d1 == 30 ? Math.Min(end.Day, 30) : end.Day);
    }

    /// <summary>2006 ISDA Definitions 4.16(g): D1 31 is 30; D2 31 is 30.</summary>
    public static (int D1, int D2) Eurobond(LocalDate start, LocalDate end) => (Math.Min(start.Day, 30), Math.Min(end.Day, 30));

    /// <summary>Mayle, Standard Securities Calculation Methods (SIA): as the bond basis, but the last day of February counts as the 30th, at the end only if at the start too.</summary>
    public static (int D1, int D2) UnitedStates(LocalDate start, LocalDate end)
    {
        if (!IsFebruaryEnd(start)) return BondBasis(start, end);
        return (30, IsFebruaryEnd(end) ? 30 : Math.Min(end.Day, 30));
    }

    protected override int CountDays(LocalDate start, LocalDate end)
    {
        var (d1, d2) = days(start, end);
        return 360 * (end.Year - start.Year) + 30 * (end.Month - start.Month) + (d2 - d1);
    }

    protected override double CountYears(LocalDate start, LocalDate end) => CountDays(start, end) / 360.0;

    static bool IsFebruaryEnd(LocalDate date) => date.Month == 2 && date.IsMonthEnd();
}
