using NodaTime;

namespace ProjectFinance.CashFlows;

/// <summary>What flows and their dates must be before anything is computed of them.</summary>
static class DatedFlows
{
    /// <summary>The year of XNPV and XIRR, leap year or not.</summary>
    internal const double DaysOfYear = 365;

    internal static void Check(ref InputCheck check, ReadOnlySpan<double> flows, ReadOnlySpan<LocalDate> dates)
    {
        if (flows.Length != dates.Length) check.Add($"there are {flows.Length} flows and {dates.Length} dates", "each flow must have one date", "dates");
        int first = dates.IsEmpty ? 0 : DayNumber(dates[0]);
        for (int i = 1; i < dates.Length; i++)
            if (DayNumber(dates[i]) < first) check.Add($"date {i}, {dates[i].Iso()}, lies before the first, {dates[0].Iso()}", "the others may come in any order, but none before the first", $"dates[{i}]");
    }

    /// <summary>Days since 0000-03-01, for differences; a tenth of the time that a difference of dates takes.</summary>
    internal static int DayNumber(LocalDate date)
    {
        if (date.Calendar != CalendarSystem.Iso) date = date.WithCalendar(CalendarSystem.Iso);
        // Years begin in March, so that the leap day is the last of its year.
        int month = (date.Month + 9) % 12, year = date.Year - month / 10;
        int leapDays = (int)Math.Floor(year / 4.0) - (int)Math.Floor(year / 100.0) + (int)Math.Floor(year / 400.0);
        return 365 * year + leapDays + (month * 306 + 5) / 10 + date.Day - 1;
    }

    internal static void CheckSigns(ref InputCheck check, ReadOnlySpan<double> flows)
    {
        bool paid = false, received = false;
        foreach (double flow in flows)
        {
            paid |= flow < 0;
            received |= flow > 0;
        }
        if (!paid || !received)
            check.Add(paid ? "every flow is paid and none received" : received ? "every flow is received and none paid" : "every flow is zero",
                "there must be one below and one above zero", "flows");
    }
}
