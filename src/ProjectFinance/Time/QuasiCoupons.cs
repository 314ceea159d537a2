using NodaTime;

namespace ProjectFinance.Time;

/// <summary>The regular dates on which interest would be paid, before, in and after an interest period. The date at 1 is the period's end or the first regular date after its start.</summary>
readonly struct QuasiCoupons
{
    readonly LocalDate anchor;
    readonly NodaTime.Period step;
    readonly RollConvention roll;
    readonly int offset;
    readonly LocalDate? start, end;

    /// <summary>The dates around a period.</summary>
    /// <param name="start">The period's start.</param>
    /// <param name="end">The period's end, after its start.</param>
    /// <param name="step">The length of a regular period.</param>
    /// <param name="context">Says whether the period is regular and whether month ends are kept.</param>
    public QuasiCoupons(LocalDate start, LocalDate end, NodaTime.Period step, AccrualContext context)
    {
        this.step = step;
        var kind = context.Kind ?? KindOf(start, end, step, context.EndOfMonth, context.Maturity);
        // The later day of the month is the one that short months have not cut.
        bool fromStart = kind == PeriodKind.BackStub || kind == PeriodKind.Regular && start.Day > end.Day;
        (anchor, offset) = fromStart ? (start, 0) : (end, 1);
        roll = context.EndOfMonth && Rolling.IsWholeMonths(step) && anchor.IsMonthEnd() ? RollConvention.EndOfMonth : RollConvention.None;
        if (kind == PeriodKind.Regular) (this.start, this.end) = (start, end);
    }

    /// <summary>The regular date at a place counted from the start of the period (or from the regular date before its end).</summary>
    public LocalDate this[int k] => k == 0 && start is { } first ? first : k == 1 && end is { } last ? last : Rolling.At(anchor, step, k - offset, roll)
        ?? throw InvalidInputException.Of("Interest period", $"the regular dates around {anchor.Iso()} leave the calendar", "dates from the year 1 to the year 9999 can be counted");

    /// <summary>The place of the last regular date on or before a date.</summary>
    public int Containing(LocalDate date)
    {
        int k = 0;
        while (this[k] > date) k--;
        while (this[k + 1] <= date) k++;
        return k;
    }

    /// <summary>Whether a period is one step long, by any usual way of counting months; if not, it is a back stub where it ends at maturity, otherwise a front stub.</summary>
    public static PeriodKind KindOf(LocalDate start, LocalDate end, NodaTime.Period step, bool endOfMonth, LocalDate? maturity)
    {
        bool Fits(LocalDate from, int count, LocalDate to) =>
            Rolling.At(from, step, count, RollConvention.None) == to ||
            endOfMonth && Rolling.IsWholeMonths(step) && from.IsMonthEnd() && Rolling.At(from, step, count, RollConvention.EndOfMonth) == to;
        if (Fits(start, 1, end) || Fits(end, -1, start)) return PeriodKind.Regular;
        return end == maturity ? PeriodKind.BackStub : PeriodKind.FrontStub;
    }
}
