using NodaTime;

namespace ProjectFinance.Time;

/// <summary>Counts the 29ths of February.</summary>
static class LeapDays
{
    /// <summary>How many fall on the start or later, and before the end.</summary>
    public static int Between(LocalDate start, LocalDate end) => Before(end) - Before(start);

    /// <summary>How many fall after the start, and on the end or before.</summary>
    public static int After(LocalDate start, LocalDate end) => UpTo(end) - UpTo(start);

    /// <summary>How many fall on the start, on the end or between them.</summary>
    public static int Within(LocalDate start, LocalDate end) => UpTo(end) - Before(start);

    /// <summary>Whether a year has one.</summary>
    public static bool IsIn(int year) => CalendarSystem.Iso.IsLeapYear(year);

    /// <summary>The days of a year: 365 or 366.</summary>
    public static int InYear(int year) => IsIn(year) ? 366 : 365;

    static int Before(LocalDate date) => BeforeYear(date.Year) + (date.Month > 2 && IsIn(date.Year) ? 1 : 0);

    static int UpTo(LocalDate date) => Before(date) + (date is { Month: 2, Day: 29 } ? 1 : 0);

    static int BeforeYear(int year) => (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400;
}
