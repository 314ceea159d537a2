using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProjectFinance.Randomness;

/// <summary>
/// The natural logarithm, with the same bits on every processor, which <see cref="Math.Log(double)"/> does not promise. Within 0.9 units in the last place of the exact value.
/// Method: x = 2^k (1 + f) with 1 + f between the square roots of a half and of two; s = f / (2 + f); ln(1 + f) = 2 s + s^3 q(s^2), with q the polynomial
/// of least largest error (Remez), added up so that f itself, the largest term, is added last.
/// </summary>
public static class Logarithm
{
    const double Ln2High = 0.6931471803691238, Ln2Low = 1.9082149292705877e-10;
    const double SmallestNormal = 2.2250738585072014e-308, TwoTo54 = 18014398509481984;
    const ulong One = 0x3FF0000000000000, RootOfHalf = 0x3FE6A09E667F3BCD;

    // Its last bits count units: bits of an integer put there make 2^52 and the integer.
    const double Counter = 4503599627370496;

    /// <summary>ln x: ln 2 is 0.6931471805599453. Minus infinity at zero; not a number below.</summary>
    public static double Of(double x) => Lanes.One<Function>(x);

    /// <summary>The logarithm of each number, in place; the bits of <see cref="Of(double)"/>. Allocates nothing.</summary>
    /// <param name="values">The numbers; afterwards their logarithms.</param>
    public static void Apply(Span<double> values) => Lanes.Each<Function>(values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Of(Vector512<double> x) =>
        Vector512.GreaterThanOrEqualAll(x, Vector512.Create(SmallestNormal)) && Vector512.LessThanAll(x, Vector512.Create(double.PositiveInfinity))
            ? OfNormal(x, Vector512<double>.Zero)
            : OfAny(x);

    // Apart, for selecting costs more than the logarithm.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static Vector512<double> OfAny(Vector512<double> x)
    {
        Vector512<double> zero = Vector512<double>.Zero, infinity = Vector512.Create(double.PositiveInfinity);
        var tiny = Vector512.LessThan(x, Vector512.Create(SmallestNormal));
        var normal = Vector512.ConditionalSelect(tiny, x * Vector512.Create(TwoTo54), x);
        var log = OfNormal(normal, Vector512.ConditionalSelect(tiny, Vector512.Create(54.0), zero));
        log = Vector512.ConditionalSelect(Vector512.LessThan(x, infinity), log, x);
        log = Vector512.ConditionalSelect(Vector512.Equals(x, zero), -infinity, log);
        return Vector512.ConditionalSelect(Vector512.LessThan(x, zero), Vector512.Create(double.NaN), log);
    }

    /// <summary>For positive, finite numbers not below 2.2e-308: ln x less some times ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> OfNormal(Vector512<double> x, Vector512<double> halvings)
    {
        var bits = x.AsUInt64();
        var exponent = (bits + Vector512.Create(One - RootOfHalf)) >>> 52;
        var f = (bits - (exponent << 52) + Vector512.Create(One)).AsDouble() - Vector512<double>.One;
        var k = (exponent | Vector512.Create(Counter).AsUInt64()).AsDouble() - Vector512.Create(Counter + 1023) - halvings;
        var s = f / (Vector512.Create(2.0) + f);
        var z = s * s;
        var half = Vector512.Create(0.5) * f * f;
        var rest = z * Polynomial.Of(z, 0.6666666666666718, 0.39999999999502006, 0.2857142872557767, 0.22222200116766513, 0.1818349100682143, 0.15315790152527528, 0.147796358939812);
        // 2 s = f - s f and s f = f^2 / 2 - s f^2 / 2: what is added to f is small.
        return k * Vector512.Create(Ln2High) - (half - (s * (half + rest) + k * Vector512.Create(Ln2Low)) - f);
    }

    struct Function : ILaneFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Of(Vector512<double> x) => Logarithm.Of(x);
    }
}
