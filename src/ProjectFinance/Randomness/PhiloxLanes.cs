using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Word = System.Runtime.Intrinsics.Vector512<ulong>;

namespace ProjectFinance.Randomness;

/// <summary>Philox for eight consecutive scenarios at a time. A lane of 64 bits carries a word of 32 in its lower half; what is left in the upper half is never read.</summary>
static class PhiloxLanes
{
    const ulong LowerHalf = 0xFFFFFFFF;

    /// <summary>The two draws of a pair for consecutive scenarios; a draw that is not wanted has no room.</summary>
    internal static void Fill(ulong seed, long first, int pair, int stream, Span<double> even, Span<double> odd)
    {
        Span<Word> keys = stackalloc Word[2 * Philox.Rounds];
        Schedule(keys, seed);
        int count = Math.Max(even.Length, odd.Length), whole = count - count % Lanes.Count;
        Eights((ulong)first, pair, stream, keys, whole, even, odd);
        if (whole == count) return;
        Span<double> lastEven = stackalloc double[Lanes.Count], lastOdd = stackalloc double[Lanes.Count];
        Eights((ulong)first + (ulong)whole, pair, stream, keys, Lanes.Count, lastEven, lastOdd);
        if (even.Length > 0) lastEven[..(count - whole)].CopyTo(even[whole..]);
        if (odd.Length > 0) lastOdd[..(count - whole)].CopyTo(odd[whole..]);
    }

    static void Schedule(Span<Word> keys, ulong seed)
    {
        var (k0, k1) = ((uint)seed, (uint)(seed >> 32));
        for (int round = 0; round < Philox.Rounds; round++)
        {
            (keys[2 * round], keys[2 * round + 1]) = (Vector512.Create((ulong)k0), Vector512.Create((ulong)k1));
            (k0, k1) = (k0 + Philox.Weyl0, k1 + Philox.Weyl1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Eights(ulong first, int pair, int stream, Span<Word> keys, int count, Span<double> even, Span<double> odd)
    {
        ref Word key = ref MemoryMarshal.GetReference(keys);
        var scenarios = Vector512.Create(0UL, 1, 2, 3, 4, 5, 6, 7) + Vector512.Create(first);
        int k = 0;
        // Two vectors of counters at a time: one is multiplied while the other waits for its products.
        for (; k + 2 * Lanes.Count <= count; k += 2 * Lanes.Count)
        {
            var next = scenarios + Vector512.Create((ulong)Lanes.Count);
            Word a0 = scenarios, a1 = scenarios >>> 32, a2 = Vector512.Create((ulong)pair), a3 = Vector512.Create((ulong)stream);
            Word b0 = next, b1 = next >>> 32, b2 = a2, b3 = a3;
            for (int round = 0; round < 2 * Philox.Rounds; round += 2)
            {
                Round(ref a0, ref a1, ref a2, ref a3, Unsafe.Add(ref key, round), Unsafe.Add(ref key, round + 1));
                Round(ref b0, ref b1, ref b2, ref b3, Unsafe.Add(ref key, round), Unsafe.Add(ref key, round + 1));
            }
            Store(even, k, a0, a1);
            Store(odd, k, a2, a3);
            Store(even, k + Lanes.Count, b0, b1);
            Store(odd, k + Lanes.Count, b2, b3);
            scenarios = next + Vector512.Create((ulong)Lanes.Count);
        }
        if (k == count) return;
        Word c0 = scenarios, c1 = scenarios >>> 32, c2 = Vector512.Create((ulong)pair), c3 = Vector512.Create((ulong)stream);
        for (int round = 0; round < 2 * Philox.Rounds; round += 2) Round(ref c0, ref c1, ref c2, ref c3, Unsafe.Add(ref key, round), Unsafe.Add(ref key, round + 1));
        Store(even, k, c0, c1);
        Store(odd, k, c2, c3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Round(ref Word c0, ref Word c1, ref Word c2, ref Word c3, Word k0, Word k1)
    {
        Word p0 = Multiply(c0, Philox.Multiplier0), p1 = Multiply(c2, Philox.Multiplier1);
        (c0, c1, c2, c3) = ((p1 >>> 32) ^ c1 ^ k0, p1, (p0 >>> 32) ^ c3 ^ k1, p0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Store(Span<double> draws, int k, Word high, Word low)
    {
        if (draws.Length > 0) UnitInterval.Of(Joined(high, low)).StoreUnsafe(ref MemoryMarshal.GetReference(draws), (nuint)k);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Word Joined(Word high, Word low) => (high << 32) | (low & Vector512.Create(LowerHalf));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Word Multiply(Word words, uint by)
    {
        if (Avx512F.IsSupported) return Avx512F.Multiply(words.AsUInt32(), Vector512.Create((ulong)by).AsUInt32());
        if (!Avx2.IsSupported) return (words & Vector512.Create(LowerHalf)) * by;
        var factor = Vector256.Create((ulong)by).AsUInt32();
        return Vector512.Create(Avx2.Multiply(words.GetLower().AsUInt32(), factor), Avx2.Multiply(words.GetUpper().AsUInt32(), factor));
    }
}
