using System.Globalization;
using System.Numerics;

namespace ProjectFinance.Scenarios;

/// <summary>
/// A sum of doubles without rounding, so that the order of adding does not matter: a whole number of 2^-1074, the smallest step of a double, kept in limbs of 32 bits.
/// </summary>
sealed class ExactSum
{
    // The largest double ends at bit 2,098; limbs above it hold the sum of as many as are ever added.
    const int Limbs = 70;
    const int LimbBits = 32;
    const int LeastExponent = -1074;
    const int SignificandBits = 53;

    // Each addition changes a limb by less than 2^32, and a limb holds 2^63.
    const int AdditionsBetweenCarries = 1 << 29;

    readonly long[] limbs = new long[Limbs];
    int additions;
    bool isBeyond;

    /// <summary>Adds a number; one that is not finite makes the sum not a number.</summary>
    internal void Add(double value)
    {
        if (!double.IsFinite(value))
        {
            isBeyond = true;
            return;
        }
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)(bits >> 52) & 0x7FF;
        ulong significand = (ulong)bits & ((1UL << 52) - 1) | (exponent == 0 ? 0 : 1UL << 52);
        int place = Math.Max(exponent, 1) - 1;
        var shifted = (UInt128)significand << place % LimbBits;
        int limb = place / LimbBits, sign = bits < 0 ? -1 : 1;
        limbs[limb] += sign * (long)(uint)shifted;
        limbs[limb + 1] += sign * (long)(uint)(shifted >> LimbBits);
        limbs[limb + 2] += sign * (long)(uint)(shifted >> 2 * LimbBits);
        if (++additions == AdditionsBetweenCarries) Carry();
    }

    /// <summary>Adds another sum.</summary>
    internal void Add(ExactSum other)
    {
        Carry();
        other.Carry();
        isBeyond |= other.isBeyond;
        for (int i = 0; i < Limbs; i++) limbs[i] += other.limbs[i];
        Carry();
    }

    /// <summary>The double nearest to the sum, of two equally near the even one; not a number where something added was not finite.</summary>
    internal double Value
    {
        get
        {
            if (isBeyond) return double.NaN;
            var whole = Whole();
            var size = BigInteger.Abs(whole);
            int drop = (int)Math.Max(0, (long)size.GetBitLength() - SignificandBits);
            var kept = size >> drop;
            var half = drop == 0 ? BigInteger.Zero : BigInteger.One << drop - 1;
            var rest = size - (kept << drop);
            if (drop > 0 && (rest > half || rest == half && !kept.IsEven)) kept++;
            return Math.ScaleB(whole.Sign * (double)(ulong)kept, drop + LeastExponent);
        }
    }

    /// <summary>The sum as text that is the same for the same sum: "-1a3p-1070" is -0x1a3 x 2^-1070 with an odd number before the p, "0" is nothing, "nan" not a number.</summary>
    public override string ToString()
    {
        if (isBeyond) return "nan";
        var whole = Whole();
        if (whole.IsZero) return "0";
        var size = BigInteger.Abs(whole);
        int even = 0;
        while ((size >> even).IsEven) even++;
        var digits = (size >> even).ToString("x", CultureInfo.InvariantCulture).TrimStart('0');
        return string.Create(CultureInfo.InvariantCulture, $"{(whole.Sign < 0 ? "-" : "")}{digits}p{even + LeastExponent}");
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    internal static ExactSum Parse(string text)
    {
        var sum = new ExactSum();
        if (text == "nan") sum.isBeyond = true;
        if (text is "nan" or "0") return sum;
        int p = text.IndexOf('p', StringComparison.Ordinal), sign = text.StartsWith('-') ? 1 : 0;
        if (p <= sign) throw new FormatException("A sum is written as hexadecimal digits, the letter p and an exponent of two.");
        int shift = int.Parse(text.AsSpan(p + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) - LeastExponent;
        var size = BigInteger.Parse("0" + text[sign..p], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        if (shift < 0 || shift + (long)size.GetBitLength() >= (Limbs - 1) * LimbBits) throw new FormatException("The sum is out of range.");
        size <<= shift;
        for (int i = 0; !size.IsZero; i++, size >>= LimbBits) sum.limbs[i] = (sign == 1 ? -1 : 1) * (long)(uint)(size & uint.MaxValue);
        return sum;
    }

    BigInteger Whole()
    {
        var whole = BigInteger.Zero;
        for (int i = Limbs - 1; i >= 0; i--) whole = (whole << LimbBits) + limbs[i];
        return whole;
    }

    void Carry()
    {
        additions = 0;
        for (int i = 0; i < Limbs - 1; i++)
        {
            limbs[i + 1] += limbs[i] >> LimbBits;
            limbs[i] &= uint.MaxValue;
        }
    }
}
