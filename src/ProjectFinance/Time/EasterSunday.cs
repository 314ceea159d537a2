using NodaTime;

namespace ProjectFinance.Time;

/// <summary>The date of Easter in the Gregorian calendar.</summary>
static class EasterSunday
{
    /// <summary>Easter Sunday of a year: 1997-03-30. Source: the "anonymous" algorithm in Meeus, Astronomical Algorithms, chapter 8.</summary>
    public static LocalDate InYear(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int day = h + l - 7 * m + 114;
        return new LocalDate(year, day / 31, day % 31 + 1);
    }
}
