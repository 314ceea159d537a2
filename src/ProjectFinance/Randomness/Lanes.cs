using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProjectFinance.Randomness;

/// <summary>
/// A function of one number, written once for eight at a time: only + - x /, square roots, comparisons, selections and bits, so that every processor computes the same bits.
/// Keep it short: without AVX-512 every operation is a method that must be inlined, and the compiler gives up on long ones.
/// </summary>
interface ILaneFunction
{
    static abstract Vector512<double> Of(Vector512<double> x);
}

/// <summary>Applies functions over spans, eight numbers at a time.</summary>
static class Lanes
{
    internal const int Count = 8;

    /// <summary>One number; the same bits as in a span.</summary>
    internal static double One<TFunction>(double x) where TFunction : struct, ILaneFunction
    {
        Each<TFunction>(new Span<double>(ref x));
        return x;
    }

    /// <summary>Every number of a span, in place.</summary>
    internal static void Each<TFunction>(Span<double> values) where TFunction : struct, ILaneFunction
    {
        int whole = values.Length - values.Length % Count;
        Eights<TFunction>(values[..whole]);
        if (whole == values.Length) return;
        Span<double> eight = stackalloc double[Count];
        eight.Fill(values[^1]);
        values[whole..].CopyTo(eight);
        Eights<TFunction>(eight);
        eight[..(values.Length - whole)].CopyTo(values[whole..]);
    }

    // Compiled once and well: a quick first version would run for most of a short simulation.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Eights<TFunction>(Span<double> values) where TFunction : struct, ILaneFunction
    {
        ref double start = ref MemoryMarshal.GetReference(values);
        for (nuint k = 0; k < (nuint)values.Length; k += Count) TFunction.Of(Vector512.LoadUnsafe(ref start, k)).StoreUnsafe(ref start, k);
    }
}
