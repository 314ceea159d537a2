using NodaTime;

namespace ProjectFinance.Time;

/// <summary>
/// Days over the days of the regular interest period times the periods in a year; a period that is not regular is divided into regular ones, counted from its regular end.
/// </summary>
/// <remarks>Source: ICMA Rule 251.1(iii); 2006 ISDA Definitions 4.16(c); the division of long and short periods: ISDA, "EMU and Market Conventions" (1998).</remarks>
sealed class ActualActualIcma() : DayCount("ACT/ACT ICMA")
{
    protected override int CountDays(LocalDate start, LocalDate end, AccrualContext? context) => NodaTime.Period.DaysBetween(start, end);

    protected override double CountYears(LocalDate start, LocalDate end, AccrualContext? context)
    {
        var known = context ?? throw Without();
        var (from, to) = (known.PeriodStart ?? start, known.PeriodEnd ?? end);
        if (to <= from) throw InvalidInputException.Of($"Day count {Name}", $"the interest period ends on {to.Iso()}, not after its start {from.Iso()}", "the end of the period must be later than its start");
        if (known.Frequency is { } step) return Years(start, end, new QuasiCoupons(from, to, step, known), CouponFrequency.PerYear(step));
        if (known.PeriodStart is null || known.PeriodEnd is null) throw Without();

        // Without a frequency the period is taken as regular, as long as the months nearest to its days.
        int months = (int)(0.5 + 12.0 * NodaTime.Period.DaysBetween(from, to) / 365);
        if (months == 0) return (double)NodaTime.Period.DaysBetween(start, end) / NodaTime.Period.DaysBetween(start, start.PlusYears(1));
        return Years(start, end, new QuasiCoupons(from, to, NodaTime.Period.FromMonths(months), known with { Kind = PeriodKind.Regular }), 12.0 / months);
    }

    static double Years(LocalDate start, LocalDate end, QuasiCoupons coupons, double perYear)
    {
        double periods = 0;
        int k = coupons.Containing(start);
        for (var from = start; from < end; k++)
        {
            var (first, last) = (coupons[k], coupons[k + 1]);
            var to = LocalDate.Min(last, end);
            periods += (double)NodaTime.Period.DaysBetween(from, to) / NodaTime.Period.DaysBetween(first, last);
            from = to;
        }
        return periods / perYear;
    }

    InvalidInputException Without() => InvalidInputException.Of($"Day count {Name}", "neither the interest period nor its frequency is known", "give the start and end of the interest period in which the dates lie, or how often interest is paid");
}
