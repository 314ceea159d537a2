using System.Globalization;

namespace ProjectFinance;

/// <summary>A number with its unit: USD 19,500,000.</summary>
/// <param name="Value">The number, in <paramref name="Unit"/>.</param>
/// <param name="Unit">What it is counted in.</param>
public readonly record struct Quantity(double Value, Unit Unit)
{
    const NumberStyles Written = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>The amount so many times over: USD 19,500,000 x 7.9375 %.</summary>
    public static Quantity operator *(Quantity amount, double factor) => amount with { Value = amount.Value * factor };

    /// <summary>The amount so many times over.</summary>
    public static Quantity operator *(double factor, Quantity amount) => amount * factor;

    /// <summary>A part of the amount.</summary>
    public static Quantity operator /(Quantity amount, double divisor) => amount with { Value = amount.Value / divisor };

    /// <summary>The negative amount.</summary>
    public static Quantity operator -(Quantity amount) => amount with { Value = -amount.Value };

    /// <summary>Reads an amount as people write it: "USD 19,500,000", "oz 57,499", "USD/oz 385", or a plain "1.5".</summary>
    /// <exception cref="InvalidInputException">The text is not a number with a known unit in front, or its commas do not part thousands.</exception>
    public static Quantity Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        // From the back: some units hold digits, as m3 does.
        int number = trimmed.Length;
        while (number > 0 && (char.IsAsciiDigit(trimmed[number - 1]) || trimmed[number - 1] is '-' or '+' or '.' or ',')) number--;
        if (!TryRead(trimmed[number..], out double value))
            throw InvalidInputException.Of($"Amount '{text}'", "it cannot be read as a unit followed by a number", "write the unit first and the number in digits, with commas between thousands only: 'USD 19,500,000', 'oz 57,499', 'USD/oz 385'");
        return new(value, Unit.Parse(trimmed[..number].Trim()));
    }

    /// <summary>The amount as people write it, with thousands separators and up to ten decimals, of fifteen digits in all.</summary>
    public override string ToString()
    {
        var number = Value.ToString("#,0.##########", CultureInfo.InvariantCulture);
        return Unit is null || Unit.IsNone ? number : $"{Unit.Symbol} {number}";
    }

    static bool TryRead(string number, out double value)
    {
        value = 0;
        int point = number.IndexOf('.', StringComparison.Ordinal);
        var (whole, rest) = point < 0 ? (number, "") : (number[..point], number[point..]);
        return PartsThousands(whole.TrimStart('-', '+').Split(','))
            && double.TryParse(whole.Replace(",", "", StringComparison.Ordinal) + rest, Written, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    // A comma anywhere else is a decimal comma or a slip; dropping it would change the amount.
    static bool PartsThousands(string[] groups) => groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3));
}
