using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ProjectFinance.Time;

/// <summary>How often interest is paid, as people write it: "P6M", "6M" or 2 for twice a year.</summary>
public static class CouponFrequency
{
    /// <summary>The step from one interest date to the next.</summary>
    /// <param name="text">An ISO 8601 period ("P3M", "P1Y", "P28D", "P2W"), the same without its P, or how many times a year: 1, 2, 3, 4, 6, 12, 13, 26 or 52.</param>
    /// <exception cref="InvalidInputException">The text is none of these, or the period is not at least a day long.</exception>
    public static NodaTime.Period Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var written = text.Trim();
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out int times)) return TimesAYear(times);
        if (written.StartsWith('p') || written.StartsWith('P')) written = written[1..];
        var read = PeriodPattern.Roundtrip.Parse($"P{written.ToUpperInvariant()}");
        if (read.Success && Rolling.IsPositive(read.Value)) return read.Value;
        throw InvalidInputException.Of($"Frequency '{text}'", read.Success ? "it does not go forward" : "it cannot be read", "write an ISO period of at least a day, such as 'P3M', 'P1Y' or 'P28D', or how many times a year");
    }

    /// <summary>The step from one interest date to the next, for interest paid so many times a year: six months for 2.</summary>
    /// <param name="times">1, 2, 3, 4, 6 or 12; 13, 26 and 52 are steps of four, two and one weeks.</param>
    /// <exception cref="InvalidInputException">It is another number.</exception>
    public static NodaTime.Period TimesAYear(int times) => times switch
    {
        1 or 2 or 3 or 4 or 6 or 12 => NodaTime.Period.FromMonths(12 / times),
        13 or 26 or 52 => NodaTime.Period.FromWeeks(52 / times),
        _ => throw InvalidInputException.Of("Frequency", $"interest is paid {times} times a year", "it must be 1, 2, 3, 4, 6, 12, 13, 26 or 52 times; give another as a period, such as 'P28D'"),
    };

    /// <summary>How many whole steps of a period make a year: 2 for six months, 13 for 28 days.</summary>
    internal static double PerYear(NodaTime.Period step)
    {
        int months = MonthsOf(step), days = step.Weeks * 7 + step.Days;
        if (days == 0) return 12.0 / months;
        return months == 0 && days % 7 == 0 ? 364.0 / days : 365.0 / (days + months * (365.0 / 12));
    }

    /// <summary>The months of a step, years included, without its days.</summary>
    internal static int MonthsOf(NodaTime.Period step) => step.Years * 12 + step.Months;
}
