using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProjectFinance.Scenarios;

/// <summary>
/// How many of many numbers fall where: a bucket for every 2^-12 of a number's power of two, found from the upper 24 bits of the double. Counts are whole numbers, so histograms add up in any
/// order, and memory grows with how far the numbers are apart and not with how many there are: 32 KB for each power of two that occurs.
/// </summary>
sealed class Histogram
{
    /// <summary>How far a number may be from the middle of its bucket, as a part of the number: 2^-13.</summary>
    internal const double Precision = 1.0 / 8192;

    const int Lanes = 8, KeyShift = 40, SlotBits = 12, Slots = 1 << SlotBits, Signs = 1 << 23;

    readonly long[]?[] pages = new long[]?[1 << 24 - SlotBits];

    /// <summary>Counts the finite numbers of a row.</summary>
    /// <returns>How many there were.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal int Add(ReadOnlySpan<double> row)
    {
        int finite = 0;
        Span<ulong> keys = stackalloc ulong[Lanes];
        for (; row.Length >= Lanes; row = row[Lanes..])
        {
            var values = Vector512.Create(row);
            if (!Vector512.LessThanOrEqualAll(Vector512.Abs(values), Vector512.Create(double.MaxValue)))
            {
                finite += AddEach(row[..Lanes]);
                continue;
            }
            finite += Lanes;
            var found = Vector512.ShiftRightLogical((values + Vector512<double>.Zero).AsUInt64(), KeyShift);
            found.CopyTo(keys);
            // Numbers that do not vary would wait for each other's counts.
            if (Vector512.EqualsAll(found, Vector512.Create(keys[0]))) Bucket(keys[0]) += Lanes;
            else
                foreach (ulong key in keys) Bucket(key)++;
        }
        return finite + AddEach(row);
    }

    /// <summary>Counts what another counted.</summary>
    internal void Add(Histogram other)
    {
        for (int p = 0; p < pages.Length; p++)
        {
            if (other.pages[p] is not { } theirs) continue;
            var ours = pages[p] ?? NewPage(p);
            for (int i = 0; i < Slots; i++) ours[i] += theirs[i];
        }
    }

    /// <summary>Adds a bucket's count.</summary>
    /// <param name="place">The bucket's place, as <see cref="Buckets"/> gives it.</param>
    /// <param name="count">How many.</param>
    internal void Add(int place, long count)
    {
        int key = place >= 0 ? place : Signs | ~place;
        Page(key)[key & (Slots - 1)] += count;
    }

    /// <summary>The buckets that are not empty, from the lowest numbers to the highest, by their place in that order.</summary>
    internal IEnumerable<(int Place, long Count)> Buckets()
    {
        const int half = 1 << 23 - SlotBits;
        for (int p = 2 * half - 1; p >= half; p--)
        for (int i = Slots - 1; i >= 0 && pages[p] is not null; i--)
            if (pages[p]![i] is > 0 and var count) yield return (~((p - half << SlotBits) + i), count);
        for (int p = 0; p < half; p++)
        for (int i = 0; i < Slots && pages[p] is not null; i++)
            if (pages[p]![i] is > 0 and var count) yield return ((p << SlotBits) + i, count);
    }

    /// <summary>The number that stands for a bucket: its middle; zero for the bucket of zero.</summary>
    internal static double Middle(int place)
    {
        long key = place >= 0 ? place : Signs | ~place;
        return place is 0 or -1 ? 0 : BitConverter.Int64BitsToDouble(key << KeyShift | 1L << KeyShift - 1);
    }

    int AddEach(ReadOnlySpan<double> row)
    {
        int finite = 0;
        foreach (double value in row)
        {
            if (!double.IsFinite(value)) continue;
            finite++;
            int key = KeyOf(value);
            Page(key)[key & (Slots - 1)]++;
        }
        return finite;
    }

    // Zero is one number, whatever its sign.
    static int KeyOf(double value) => (int)((ulong)BitConverter.DoubleToInt64Bits(value + 0.0) >> KeyShift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ref long Bucket(ulong key) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Page((int)key)), (nuint)key & (Slots - 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    long[] Page(int key) => pages[key >> SlotBits] ?? NewPage(key >> SlotBits);

    long[] NewPage(int page) => pages[page] = new long[Slots];
}
