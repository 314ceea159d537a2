using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProjectFinance.Randomness;

/// <summary>A function of one number, written once for eight at a time: only + - x /, square roots, comparisons, selections and bits, so that every processor computes the same bits.</summary>
interface ILaneFunction
{
    static abstract Vector512<double> Of(Vector512<double> x);
}

/// <summary>Applies functions over spans, eight numbers at a time.</summary>
static class Lanes
{
    internal const int Count = 8;

    /// <summary>One number; the same bits as in a span.</summary>
    internal static double One<TFunction>(double x) where TFunction : struct, ILaneFunction => TFunction.Of(Vector512.Create(x)).ToScalar();

    /// <summary>Every number of a span, in place.</summary>
    // Compiled once and well: a quick first version would run for most of a short simulation.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Each<TFunction>(Span<double> values) where TFunction : struct, ILaneFunction
    {
        ref double start = ref MemoryMarshal.GetReference(values);
        int k = 0;
        for (; k <= values.Length - Count; k += Count) TFunction.Of(Vector512.LoadUnsafe(ref start, (nuint)k)).StoreUnsafe(ref start, (nuint)k);
        if (k < values.Length) StoreFirst(TFunction.Of(LoadFirst(values[k..])), values[k..]);
    }

    /// <summary>Fewer than eight numbers; the other lanes hold the last.</summary>
    internal static Vector512<double> LoadFirst(ReadOnlySpan<double> values)
    {
        Span<double> eight = stackalloc double[Count];
        eight.Fill(values[^1]);
        values.CopyTo(eight);
        return Vector512.Create<double>(eight);
    }

    /// <summary>Writes the first lanes, as many as there is room for.</summary>
    internal static void StoreFirst(Vector512<double> lanes, Span<double> into)
    {
        Span<double> eight = stackalloc double[Count];
        lanes.CopyTo(eight);
        eight[..into.Length].CopyTo(into);
    }
}
