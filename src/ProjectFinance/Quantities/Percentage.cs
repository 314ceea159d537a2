using System.Globalization;

namespace ProjectFinance;

/// <summary>A rate or a share of a whole, as people write it: "2.25%". In formulas it is the fraction 0.0225.</summary>
/// <param name="Fraction">The value as a fraction: 2.25 % is 0.0225.</param>
public readonly record struct Percentage(double Fraction)
{
    /// <summary>Reads "2.25%" or a plain fraction "0.0225".</summary>
    /// <exception cref="InvalidInputException">The text is neither.</exception>
    public static Percentage Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        bool percent = trimmed.EndsWith('%');
        const NumberStyles Written = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        // Read as a decimal, so that 5.6875% is the double nearest to 0.056875 and not one of its neighbours.
        if (!decimal.TryParse(percent ? trimmed[..^1].TrimEnd() : trimmed, Written, CultureInfo.InvariantCulture, out decimal value))
            throw InvalidInputException.Of($"Rate '{text}'", "it cannot be read as a percentage", "write it as '2.25%' or as a fraction, '0.0225'");
        return (double)(percent ? value / 100 : value);
    }

    /// <summary>A fraction as a percentage: 0.0225 is 2.25 %.</summary>
    public static implicit operator Percentage(double fraction) => new(fraction);

    /// <summary>The fraction: 2.25 % is 0.0225.</summary>
    public static implicit operator double(Percentage percentage) => percentage.Fraction;

    /// <summary>The percentage as people write it, with at most ten decimals: "2.25%".</summary>
    public override string ToString() => (Fraction * 100).ToString("0.##########", CultureInfo.InvariantCulture) + "%";
}
