using NodaTime;

namespace ProjectFinance.Time;

/// <summary>Spans of months before and after a date.</summary>
static class Windows
{
    /// <summary>The date some months later (or earlier, if negative); a month's end stays a month's end.</summary>
    internal static LocalDate MonthsLater(this LocalDate date, int months)
    {
        var moved = date.PlusMonths(months);
        return date.IsMonthEnd() ? moved.With(DateAdjusters.EndOfMonth) : moved;
    }

    /// <summary>The date some days later (or earlier, if negative); at most the last day there is, at least the first.</summary>
    internal static LocalDate DaysLater(this LocalDate date, int days) => date.PlusDays(Math.Clamp(
        days, -NodaTime.Period.DaysBetween(LocalDate.MinIsoValue, date), NodaTime.Period.DaysBetween(date, LocalDate.MaxIsoValue)));

    /// <summary>The part of a column's days that lie after one date up to another, from 0 to 1; in a column without days 0.</summary>
    internal static double ShareWithin(this Period period, LocalDate after, LocalDate upTo) =>
        period.Days == 0 ? 0 : (double)period.DaysWithin(after, upTo) / period.Days;
}
