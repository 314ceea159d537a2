using NodaTime;

namespace ProjectFinance.Excel.Writing;

/// <summary>Dates as spreadsheets count them.</summary>
static class SerialDate
{
    static readonly LocalDate Zero = new(1899, 12, 30);

    /// <summary>The number of a day, as spreadsheets that begin in 1900 have it from March 1900 on.</summary>
    internal static double Of(LocalDate date) => NodaTime.Period.DaysBetween(Zero, date);
}
