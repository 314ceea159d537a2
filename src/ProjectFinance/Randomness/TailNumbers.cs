using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ProjectFinance.Randomness;

/// <summary>Probabilities far from a half, taken out of a row to be worked on together and put back. Spans have as many numbers as there are, and where it says so eight more.</summary>
static class TailNumbers
{
    /// <summary>Copies the probabilities further than so much from a half, with their places; how many there are. Other numbers may follow those.</summary>
    /// <param name="row">The probabilities.</param>
    /// <param name="distance">How far from a half the tails begin.</param>
    /// <param name="tails">Afterwards the probabilities in the tails; room for eight more than the row.</param>
    /// <param name="places">Afterwards their places; as long.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int Collect(ReadOnlySpan<double> row, double distance, Span<double> tails, Span<int> places)
    {
        int count = 0, k = 0;
        if (Avx512F.VL.IsSupported) (count, k) = CollectEights(row, distance, tails, places);
        for (; k < row.Length; k++)
        {
            // Written whether kept or not, which is faster than a jump that nobody can predict.
            (tails[count], places[count]) = (row[k], k);
            count += Math.Abs(row[k] - 0.5) > distance ? 1 : 0;
        }
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static (int Count, int Done) CollectEights(ReadOnlySpan<double> row, double distance, Span<double> tails, Span<int> places)
    {
        ref double start = ref MemoryMarshal.GetReference(row), kept = ref MemoryMarshal.GetReference(tails[..(row.Length + Lanes.Count)]);
        var eight = Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7);
        int count = 0, k = 0;
        for (; k <= row.Length - Lanes.Count; k += Lanes.Count)
        {
            var numbers = Vector512.LoadUnsafe(ref start, (nuint)k);
            var isTail = Vector512.GreaterThan(Vector512.Abs(numbers - Vector512.Create(0.5)), Vector512.Create(distance));
            Avx512F.Compress(Vector512<double>.Zero, isTail, numbers).StoreUnsafe(ref kept, (nuint)count);
            var where = Avx512F.Compress(Vector512<long>.Zero, isTail.AsInt64(), eight);
            Avx512F.ConvertToVector256Int32(where).StoreUnsafe(ref Unsafe.Add(ref MemoryMarshal.GetReference(places), count));
            eight += Vector512.Create((long)Lanes.Count);
            count += BitOperations.PopCount(isTail.ExtractMostSignificantBits());
        }
        return (count, k);
    }

    /// <summary>The smaller one of each probability and its complement.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void SmallerSides(ReadOnlySpan<double> probabilities, Span<double> smaller)
    {
        ref double u = ref MemoryMarshal.GetReference(probabilities), into = ref MemoryMarshal.GetReference(smaller);
        for (nuint k = 0; k < (nuint)smaller.Length; k += Lanes.Count)
        {
            var p = Vector512.LoadUnsafe(ref u, k);
            Vector512.MinNative(p, Vector512<double>.One - p).StoreUnsafe(ref into, k);
        }
    }

    /// <summary>Whether any number is below a bound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static bool AnyBelow(ReadOnlySpan<double> numbers, double bound)
    {
        ref double start = ref MemoryMarshal.GetReference(numbers);
        var below = Vector512<double>.Zero;
        for (nuint k = 0; k < (nuint)numbers.Length; k += Lanes.Count) below |= Vector512.LessThan(Vector512.LoadUnsafe(ref start, k), Vector512.Create(bound));
        return below.ExtractMostSignificantBits() != 0;
    }

    /// <summary>Makes numbers negative whose probability is below a half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void GiveSides(Span<double> normals, ReadOnlySpan<double> probabilities)
    {
        ref double u = ref MemoryMarshal.GetReference(probabilities), z = ref MemoryMarshal.GetReference(normals);
        for (nuint k = 0; k < (nuint)normals.Length; k += Lanes.Count)
        {
            var side = Vector512.LoadUnsafe(ref u, k) - Vector512.Create(0.5);
            Vector512.ConditionalSelect(Vector512.Create(-0.0), side, Vector512.LoadUnsafe(ref z, k)).StoreUnsafe(ref z, k);
        }
    }

    /// <summary>Puts numbers back to their places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void PutBack(ReadOnlySpan<double> normals, ReadOnlySpan<int> places, Span<double> row)
    {
        for (int i = 0; i < normals.Length; i++) row[places[i]] = normals[i];
    }
}
