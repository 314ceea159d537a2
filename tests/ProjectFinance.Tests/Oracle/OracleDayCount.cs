using NodaTime;

namespace ProjectFinance.Tests.Oracle;

/// <summary>The loan's day count.</summary>
enum OracleDayCount
{
    /// <summary>Calendar days over 360.</summary>
    Actual360,

    /// <summary>Months of 30 days over 360; a 31st counts as a 30th, at both ends.</summary>
    ThirtyE360,
}

/// <summary>Fractions of a year between two days.</summary>
static class OracleDayCounts
{
    public static decimal Fraction(this OracleDayCount dayCount, LocalDate from, LocalDate to) => dayCount switch
    {
        OracleDayCount.Actual360 => NodaTime.Period.DaysBetween(from, to) / 360m,
        OracleDayCount.ThirtyE360 =>
            (360 * (to.Year - from.Year) + 30 * (to.Month - from.Month) + Math.Min(to.Day, 30) - Math.Min(from.Day, 30)) / 360m,
        _ => throw new ArgumentOutOfRangeException(nameof(dayCount)),
    };
}
