using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lane = System.Runtime.Intrinsics.Vector512<double>;

namespace ProjectFinance.Randomness;

/// <summary>c0 + c1 x + c2 x^2 + ... by Estrin's scheme: pairs of terms at once, where Horner's rule would make each step wait for the one before it.</summary>
static class Polynomial
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lane Of(Lane x, double c0, double c1, double c2, double c3, double c4, double c5, double c6)
    {
        var (x2, x4) = Powers(x);
        return Four(x, x2, c0, c1, c2, c3) + x4 * (Two(x, c4, c5) + x2 * Vector512.Create(c6));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lane Of(Lane x, double c0, double c1, double c2, double c3, double c4, double c5, double c6, double c7)
    {
        var (x2, x4) = Powers(x);
        return Four(x, x2, c0, c1, c2, c3) + x4 * Four(x, x2, c4, c5, c6, c7);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lane Of(Lane x, double c0, double c1, double c2, double c3, double c4, double c5, double c6, double c7, double c8, double c9)
    {
        var (x2, x4) = Powers(x);
        return Four(x, x2, c0, c1, c2, c3) + x4 * (Four(x, x2, c4, c5, c6, c7) + x4 * Two(x, c8, c9));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static (Lane, Lane) Powers(Lane x)
    {
        var x2 = x * x;
        return (x2, x2 * x2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lane Four(Lane x, Lane x2, double c0, double c1, double c2, double c3) => Two(x, c0, c1) + x2 * Two(x, c2, c3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lane Two(Lane x, double c0, double c1) => Vector512.Create(c0) + Vector512.Create(c1) * x;
}
