using System.Globalization;

namespace ProjectFinance;

/// <summary>A number with its unit: USD 19,500,000.</summary>
/// <param name="Value">The number, in <paramref name="Unit"/>.</param>
/// <param name="Unit">What it is counted in.</param>
public readonly record struct Quantity(double Value, Unit Unit)
{
    const NumberStyles Written = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;

    /// <summary>Reads an amount as people write it: "USD 19,500,000", "oz 57,499", "USD/oz 385", or a plain "1.5".</summary>
    /// <exception cref="InvalidInputException">The text is not a number with a known unit in front.</exception>
    public static Quantity Parse(string text)
    {
        var trimmed = text.Trim();
        int number = 0;
        while (number < trimmed.Length && !char.IsAsciiDigit(trimmed[number]) && trimmed[number] is not ('-' or '+' or '.')) number++;
        if (!double.TryParse(trimmed[number..], Written, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
            throw InvalidInputException.Of($"Amount '{text}'", "it cannot be read as a unit followed by a number", "write the unit first and the number in digits: 'USD 19,500,000', 'oz 57,499', 'USD/oz 385'");
        return new(value, Unit.Parse(trimmed[..number].Trim()));
    }

    /// <summary>The amount as people write it, with thousands separators and no rounding.</summary>
    public override string ToString()
    {
        var number = Value.ToString("#,0.##########", CultureInfo.InvariantCulture);
        return Unit is null || Unit.IsNone ? number : $"{Unit.Symbol} {number}";
    }
}
