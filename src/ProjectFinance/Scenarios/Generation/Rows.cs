using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>What is done with one number a scenario, eight scenarios at a time; the same bits for each wherever it stands in a row.</summary>
static class Rows
{
    const int Lanes = 8;

    /// <summary>Adds a multiple of another row: x + coefficient y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Add(Span<double> row, double coefficient, ReadOnlySpan<double> other)
    {
        ref double x = ref MemoryMarshal.GetReference(row), y = ref MemoryMarshal.GetReference(other[..row.Length]);
        var c = Vector512.Create(coefficient);
        int k = 0;
        for (; k <= row.Length - Lanes; k += Lanes) (Vector512.LoadUnsafe(ref x, (nuint)k) + c * Vector512.LoadUnsafe(ref y, (nuint)k)).StoreUnsafe(ref x, (nuint)k);
        for (; k < row.Length; k++) row[k] += coefficient * other[k];
    }

    /// <summary>Begins a row with a constant and a multiple of another row: constant + coefficient y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Begin(Span<double> row, double constant, double coefficient, ReadOnlySpan<double> other)
    {
        ref double x = ref MemoryMarshal.GetReference(row), y = ref MemoryMarshal.GetReference(other[..row.Length]);
        Vector512<double> c = Vector512.Create(coefficient), d = Vector512.Create(constant);
        int k = 0;
        for (; k <= row.Length - Lanes; k += Lanes) (d + c * Vector512.LoadUnsafe(ref y, (nuint)k)).StoreUnsafe(ref x, (nuint)k);
        for (; k < row.Length; k++) row[k] = constant + coefficient * other[k];
    }

    /// <summary>Takes a step: keep x + coefficient y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Step(Span<double> row, double keep, double coefficient, ReadOnlySpan<double> other)
    {
        ref double x = ref MemoryMarshal.GetReference(row), y = ref MemoryMarshal.GetReference(other[..row.Length]);
        Vector512<double> kept = Vector512.Create(keep), c = Vector512.Create(coefficient);
        int k = 0;
        for (; k <= row.Length - Lanes; k += Lanes) (kept * Vector512.LoadUnsafe(ref x, (nuint)k) + c * Vector512.LoadUnsafe(ref y, (nuint)k)).StoreUnsafe(ref x, (nuint)k);
        for (; k < row.Length; k++) row[k] = keep * row[k] + coefficient * other[k];
    }

    /// <summary>Scales and shifts: coefficient x + constant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Scale(Span<double> row, double coefficient, double constant)
    {
        ref double x = ref MemoryMarshal.GetReference(row);
        Vector512<double> c = Vector512.Create(coefficient), d = Vector512.Create(constant);
        int k = 0;
        for (; k <= row.Length - Lanes; k += Lanes) (c * Vector512.LoadUnsafe(ref x, (nuint)k) + d).StoreUnsafe(ref x, (nuint)k);
        for (; k < row.Length; k++) row[k] = coefficient * row[k] + constant;
    }

    /// <summary>Another row less a constant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Less(Span<double> row, ReadOnlySpan<double> other, double constant)
    {
        ref double x = ref MemoryMarshal.GetReference(row), y = ref MemoryMarshal.GetReference(other[..row.Length]);
        var c = Vector512.Create(constant);
        int k = 0;
        for (; k <= row.Length - Lanes; k += Lanes) (Vector512.LoadUnsafe(ref y, (nuint)k) - c).StoreUnsafe(ref x, (nuint)k);
        for (; k < row.Length; k++) row[k] = other[k] - constant;
    }

    /// <summary>Raises what is below a least value to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Raise(Span<double> row, double least)
    {
        ref double x = ref MemoryMarshal.GetReference(row);
        var l = Vector512.Create(least);
        int k = 0;
        for (; k <= row.Length - Lanes; k += Lanes) Vector512.MaxNative(Vector512.LoadUnsafe(ref x, (nuint)k), l).StoreUnsafe(ref x, (nuint)k);
        for (; k < row.Length; k++) row[k] = row[k] > least ? row[k] : least;
    }

    /// <summary>Turns probabilities p into numbers: low + sqrt(p rising) below a probability, high - sqrt((1 - p) falling) from it on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Roots(Span<double> row, double parting, double low, double rising, double high, double falling)
    {
        ref double x = ref MemoryMarshal.GetReference(row);
        Vector512<double> bound = Vector512.Create(parting), l = Vector512.Create(low), r = Vector512.Create(rising), h = Vector512.Create(high), f = Vector512.Create(falling);
        int k = 0;
        for (; k <= row.Length - Lanes; k += Lanes)
        {
            var p = Vector512.LoadUnsafe(ref x, (nuint)k);
            var isBelow = Vector512.LessThan(p, bound);
            var root = Vector512.Sqrt(Vector512.ConditionalSelect(isBelow, p * r, (Vector512<double>.One - p) * f));
            Vector512.ConditionalSelect(isBelow, l + root, h - root).StoreUnsafe(ref x, (nuint)k);
        }
        for (; k < row.Length; k++) row[k] = row[k] < parting ? low + Math.Sqrt(row[k] * rising) : high - Math.Sqrt((1 - row[k]) * falling);
    }

    /// <summary>Makes a movement x and a variate y the movements of two parts: first x + second y, second x - first y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Divide(Span<double> movement, Span<double> variate, double first, double second)
    {
        ref double x = ref MemoryMarshal.GetReference(movement), y = ref MemoryMarshal.GetReference(variate[..movement.Length]);
        Vector512<double> f = Vector512.Create(first), s = Vector512.Create(second);
        int k = 0;
        for (; k <= movement.Length - Lanes; k += Lanes)
        {
            Vector512<double> a = Vector512.LoadUnsafe(ref x, (nuint)k), b = Vector512.LoadUnsafe(ref y, (nuint)k);
            (f * a + s * b).StoreUnsafe(ref x, (nuint)k);
            (s * a - f * b).StoreUnsafe(ref y, (nuint)k);
        }
        for (; k < movement.Length; k++) (movement[k], variate[k]) = (first * movement[k] + second * variate[k], second * movement[k] - first * variate[k]);
    }
}
