using System.Globalization;

namespace ProjectFinance.Quantities;

/// <summary>Reads and writes rates and shares of a whole: "2.25%" is the fraction 0.0225.</summary>
public static class Percent
{
    /// <summary>Reads "2.25%" or a plain fraction "0.0225".</summary>
    /// <returns>A fraction: 2.25 % is 0.0225.</returns>
    /// <exception cref="InvalidInputException">The text is neither.</exception>
    public static double Parse(string text)
    {
        var trimmed = text.Trim();
        bool percent = trimmed.EndsWith('%');
        if (!decimal.TryParse(percent ? trimmed[..^1].TrimEnd() : trimmed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
            throw InvalidInputException.Of($"Rate '{text}'", "it cannot be read as a percentage", "write it as '2.25%' or as a fraction, '0.0225'");
        return (double)(percent ? value / 100 : value);
    }

    /// <summary>Writes a fraction as a percentage with no rounding beyond twelve decimals: 0.0225 is "2.25%".</summary>
    public static string Format(double fraction) => (fraction * 100).ToString("0.############", CultureInfo.InvariantCulture) + "%";
}
