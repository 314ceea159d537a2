using NodaTime;

namespace ProjectFinance.Time;

/// <summary>
/// Days on which the Securities Industry and Financial Markets Association recommends that trading in U.S. government securities be closed, on which no SOFR is published.
/// Source: SIFMA, holiday recommendations; Federal Reserve Bank of New York, "Additional Information about Reference Rates", holidays.
/// </summary>
static class USGovernmentSecuritiesHolidays
{
    /// <summary>The holidays of a year, in no order; those on a Saturday that are not moved among them.</summary>
    public static IEnumerable<LocalDate> InYear(int year)
    {
        foreach (var date in NewYorkHolidays.InYear(year))
            if (date is not { Year: 2021, Month: 6 }) yield return IsMovedFromSaturday(date) ? date.PlusDays(-1) : date;

        // In 2015 the employment report came out on Good Friday and the market closed early instead.
        if (year != 2015) yield return EasterSunday.InYear(year).PlusDays(-2);
        if (year == 2018) yield return new LocalDate(2018, 12, 5); // national day of mourning, G. H. W. Bush
    }

    // New Year's Day and Veterans Day stay on a Saturday.
    static bool IsMovedFromSaturday(LocalDate date) => date.DayOfWeek == IsoDayOfWeek.Saturday && date is { Month: 6 or 7 or 12 };
}
