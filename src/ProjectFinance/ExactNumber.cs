using System.Globalization;

namespace ProjectFinance;

/// <summary>Writes numbers so that whoever reads them has the same number to the last bit.</summary>
static class ExactNumber
{
    /// <summary>The number with as few digits as read back to the same, a point, no separators.</summary>
    internal static string Of(double value)
    {
        // Adding zero makes of a negative zero a plain one.
        value += 0.0;
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        // "R" writes some powers of two, 2^-25 for one, a digit too short.
        return double.Parse(text, CultureInfo.InvariantCulture).Equals(value) ? text : value.ToString("G17", CultureInfo.InvariantCulture);
    }
}
