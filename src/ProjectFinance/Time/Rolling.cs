using NodaTime;

namespace ProjectFinance.Time;

/// <summary>Dates that lie whole steps from an anchor. Each is counted from the anchor, so that short months leave no trace in later dates.</summary>
static class Rolling
{
    const int LastYear = 9999;

    /// <summary>Whether the date is the last day of its month.</summary>
    public static bool IsMonthEnd(this LocalDate date) => date.Day == DaysInMonth(date.Year, date.Month);

    /// <summary>Whether the step is a whole number of months, years included.</summary>
    public static bool IsWholeMonths(NodaTime.Period step) => Days(step) == 0 && Months(step) > 0;

    /// <summary>Whether the step goes forward by at least a day, has no part that goes back and no time of day.</summary>
    public static bool IsPositive(NodaTime.Period step) =>
        !step.HasTimeComponent && step is { Years: >= 0, Months: >= 0, Weeks: >= 0, Days: >= 0 } && (Months(step) > 0 || Days(step) > 0);

    /// <summary>
    /// The anchor, one step from it, two steps, and so on, until the calendar ends.
    /// From a month end, steps of whole months go to month ends: 1996-09-30 then 1996-12-31.
    /// </summary>
    /// <param name="anchor">The date the steps are counted from.</param>
    /// <param name="step">A positive step.</param>
    /// <param name="direction">1 for later dates, -1 for earlier ones.</param>
    public static IEnumerable<LocalDate> From(LocalDate anchor, NodaTime.Period step, int direction = 1)
    {
        var roll = IsWholeMonths(step) && anchor.IsMonthEnd() ? RollConvention.EndOfMonth : RollConvention.None;
        for (long count = 0; At(anchor, step, count * direction, roll) is { } date; count++) yield return date;
    }

    /// <summary>The date whole steps from the anchor, later or earlier, on the day of its month that a roll convention says; null where the calendar has no such date.</summary>
    public static LocalDate? At(LocalDate anchor, NodaTime.Period step, long count, RollConvention roll)
    {
        long month = anchor.Year * 12L + anchor.Month - 1 + Months(step) * count;
        if (month < 12 || month > LastYear * 12L + 11) return null;
        var rolled = roll.In((int)(month / 12), (int)(month % 12) + 1, anchor.Day);
        long shift = Days(step) * count;
        if (shift == 0) return rolled;
        if (shift > NodaTime.Period.DaysBetween(rolled, LocalDate.MaxIsoValue) || -shift > NodaTime.Period.DaysBetween(new LocalDate(1, 1, 1), rolled)) return null;
        return rolled.PlusDays((int)shift);
    }

    static long Months(NodaTime.Period step) => step.Years * 12L + step.Months;

    static long Days(NodaTime.Period step) => step.Weeks * 7L + step.Days;

    internal static int DaysInMonth(int year, int month) => CalendarSystem.Iso.GetDaysInMonth(year, month);
}
