using NodaTime;

namespace ProjectFinance.Time;

/// <summary>Twelve months of thirty days: 360 (Y2 - Y1) + 30 (M2 - M1) + (D2 - D1), the days D1 and D2 first adjusted by the rule.</summary>
sealed class ThirtyDayCount(string name, Func<LocalDate, LocalDate, AccrualContext?, (int D1, int D2)> days) : DayCount(name)
{
    /// <summary>2006 ISDA Definitions 4.16(f): D1 31 is 30; D2 31 is 30 if D1 is then 30.</summary>
    public static (int D1, int D2) BondBasis(LocalDate start, LocalDate end, AccrualContext? context)
    {
        int d1 = Math.Min(start.Day, 30);
        return (d1, d1 == 30 ? Math.Min(end.Day, 30) : end.Day);
    }

    /// <summary>2006 ISDA Definitions 4.16(g): D1 31 is 30; D2 31 is 30.</summary>
    public static (int D1, int D2) Eurobond(LocalDate start, LocalDate end, AccrualContext? context) => (Math.Min(start.Day, 30), Math.Min(end.Day, 30));

    /// <summary>2006 ISDA Definitions 4.16(h): the last day of any month is the 30th, but at the end not that of February if it is the maturity.</summary>
    public static (int D1, int D2) EurobondIsda(LocalDate start, LocalDate end, AccrualContext? context)
    {
        bool toThirty = IsFebruaryEnd(end) && end != context?.Maturity;
        return (IsFebruaryEnd(start) ? 30 : Math.Min(start.Day, 30), toThirty ? 30 : Math.Min(end.Day, 30));
    }

    /// <summary>Mayle, Standard Securities Calculation Methods (SIA): where dates stay at month ends, the last day of February counts as the 30th, at the end only if at the start too; then as the bond basis.</summary>
    public static (int D1, int D2) UnitedStates(LocalDate start, LocalDate end, AccrualContext? context)
    {
        if (context is { EndOfMonth: false } || !IsFebruaryEnd(start)) return BondBasis(start, end, context);
        return (30, IsFebruaryEnd(end) ? 30 : Math.Min(end.Day, 30));
    }

    /// <summary>Microsoft Excel, YEARFRAC basis 0: as the rule above, but a 31st to which is counted from the end of February stays the 31st.</summary>
    public static (int D1, int D2) Excel(LocalDate start, LocalDate end, AccrualContext? context)
    {
        if (!IsFebruaryEnd(start)) return BondBasis(start, end, context);
        return (30, IsFebruaryEnd(end) ? 30 : end.Day);
    }

    protected override int CountDays(LocalDate start, LocalDate end, AccrualContext? context)
    {
        var (d1, d2) = days(start, end, context);
        return 360 * (end.Year - start.Year) + 30 * (end.Month - start.Month) + (d2 - d1);
    }

    protected override double CountYears(LocalDate start, LocalDate end, AccrualContext? context) => CountDays(start, end, context) / 360.0;

    static bool IsFebruaryEnd(LocalDate date) => date.Month == 2 && date.IsMonthEnd();
}
