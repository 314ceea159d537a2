using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProjectFinance.Randomness;

/// <summary>
/// e to the power x, with the same bits on every processor, which <see cref="Math.Exp"/> does not promise. Within 0.9 units in the last place of the exact value.
/// Method: x = n ln 2 + r with |r| at most half of ln 2; 1 + r + r^2 q(r), with q the polynomial of least largest error (Remez); then the power of two.
/// </summary>
public static class Exponential
{
    // Up to here the result and its power of two are ordinary numbers; beyond the others the result is infinite, or zero.
    const double Ordinary = 708, Largest = 710, Smallest = -746;

    // Adding it to a number below 2^51 leaves the nearest integer in the last bits.
    const double Rounder = 6755399441055744;

    // ln 2 in two parts; the first has 21 zero bits at the end, so that n times it is exact.
    const double Ln2High = 0.6931471803691238, Ln2Low = 1.9082149292705877e-10;

    /// <summary>e to the power x: e^0.5 is 1.6487212707001282. Infinity above 709.78, zero below -745.13; not a number stays so.</summary>
    public static double Of(double x) => Lanes.One<Function>(x);

    /// <summary>e to the power of each number, in place; the bits of <see cref="Of(double)"/>. Allocates nothing.</summary>
    /// <param name="values">The exponents; afterwards the powers.</param>
    public static void Apply(Span<double> values) => Lanes.Each<Function>(values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Of(Vector512<double> x)
    {
        if (!Vector512.LessThanAll(Vector512.Abs(x), Vector512.Create(Ordinary))) return OfAny(x);
        var (power, n) = Split(x);
        return power * ((n + Vector512.Create(1023UL)) << 52).AsDouble();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static Vector512<double> OfAny(Vector512<double> x)
    {
        Vector512<double> large = Vector512.Create(Largest), small = Vector512.Create(Smallest);
        var held = Vector512.ConditionalSelect(Vector512.GreaterThan(x, large), large, x);
        held = Vector512.ConditionalSelect(Vector512.LessThan(held, small), small, held);
        var (power, n) = Split(held);
        // In two factors, for neither 2^1024 nor 2^-1075 is an ordinary number; the second alone may round.
        var both = n + Vector512.Create(2046UL);
        var first = both >>> 1;
        var result = power * (first << 52).AsDouble() * ((both - first) << 52).AsDouble();
        return Vector512.ConditionalSelect(Vector512.Equals(x, x), result, x);
    }

    /// <summary>The power without its power of two, from the root of a half to the root of two, and the exponent of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static (Vector512<double> Power, Vector512<ulong> Exponent) Split(Vector512<double> x)
    {
        var rounder = Vector512.Create(Rounder);
        var shifted = x * Vector512.Create(1.4426950408889634) + rounder;
        var n = shifted - rounder;
        var high = x - n * Vector512.Create(Ln2High);
        var low = n * Vector512.Create(Ln2Low);
        var r = high - low;
        var lost = high - r - low;
        var q = Polynomial.Of(r, 0.5000000000000009, 0.16666666666666421, 0.04166666666654066, 0.008333333333491713, 0.0013888888941203275,
            0.00019841269506864332, 2.4801495364670434e-05, 2.755758977080063e-06, 2.76295080229626e-07, 2.4998115309188963e-08);
        return (Vector512<double>.One + (r + (lost + r * r * q)), shifted.AsUInt64() - rounder.AsUInt64());
    }

    struct Function : ILaneFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Of(Vector512<double> x) => Exponential.Of(x);
    }
}
