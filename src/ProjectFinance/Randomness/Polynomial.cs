using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lane = System.Runtime.Intrinsics.Vector512<double>;

namespace ProjectFinance.Randomness;

/// <summary>c0 + c1 x + c2 x^2 + ... by Horner's rule.</summary>
static class Polynomial
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lane Of(Lane x, double c0, double c1, double c2, double c3, double c4, double c5) =>
        ((((C(c5) * x + C(c4)) * x + C(c3)) * x + C(c2)) * x + C(c1)) * x + C(c0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lane Of(Lane x, double c0, double c1, double c2, double c3, double c4, double c5, double c6) =>
        (((((C(c6) * x + C(c5)) * x + C(c4)) * x + C(c3)) * x + C(c2)) * x + C(c1)) * x + C(c0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lane Of(Lane x, double c0, double c1, double c2, double c3, double c4, double c5, double c6, double c7) =>
        ((((((C(c7) * x + C(c6)) * x + C(c5)) * x + C(c4)) * x + C(c3)) * x + C(c2)) * x + C(c1)) * x + C(c0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lane Of(Lane x, double c0, double c1, double c2, double c3, double c4, double c5, double c6, double c7, double c8, double c9) =>
        ((((((((C(c9) * x + C(c8)) * x + C(c7)) * x + C(c6)) * x + C(c5)) * x + C(c4)) * x + C(c3)) * x + C(c2)) * x + C(c1)) * x + C(c0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lane C(double value) => Vector512.Create(value);
}
