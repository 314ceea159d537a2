using NodaTime;

namespace ProjectFinance.Time;

/// <summary>Closing days of TARGET, the payment system of the Eurosystem. None is moved from a weekend. Source: European Central Bank, press releases of 1998-09-03, 1999-07-15, 2000-05-25 and 2000-12-14 (long-term calendar).</summary>
static class TargetHolidays
{
    /// <summary>The closing days of a year, in no order; those at a weekend among them.</summary>
    public static IEnumerable<LocalDate> InYear(int year)
    {
        yield return new LocalDate(year, 1, 1);
        yield return new LocalDate(year, 12, 25);
        if (year is 1999 or 2001) yield return new LocalDate(year, 12, 31); // the change of the millennium, the change to euro notes and coins
        if (year < 2000) yield break;
        var easter = EasterSunday.InYear(year);
        yield return easter.PlusDays(-2);
        yield return easter.PlusDays(1);
        yield return new LocalDate(year, 5, 1);
        yield return new LocalDate(year, 12, 26);
    }
}
