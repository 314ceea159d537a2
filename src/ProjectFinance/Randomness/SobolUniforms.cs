using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProjectFinance.Randomness;

/// <summary>
/// Quasi-random numbers: Sobol's sequence, scrambled by the seed. Scenario k is point k, draw d is dimension d, so averages over 2^m scenarios converge much faster than with independent numbers,
/// fastest where what matters most comes in the first draws. Draws beyond the dimensions asked for are pseudo-random.
/// The error of a result is seen from several seeds; the standard error of one run means nothing.
/// </summary>
public sealed class SobolUniforms : IUniforms
{
    /// <summary>The most dimensions there can be: 1,111.</summary>
    public const int MostDimensions = SobolDirections.Dimensions;

    const int GroupBits = 3;

    readonly ulong[][] directions;
    readonly ulong[] shifts;
    readonly PhiloxUniforms beyond;

    /// <summary>Prepares the first dimensions: about 5 microseconds and 400 bytes each.</summary>
    /// <param name="seed">Any number; another seed gives another scrambling, whose error is independent.</param>
    /// <param name="dimensions">How many of a scenario's draws, from 1 to <see cref="MostDimensions"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many dimensions.</exception>
    public SobolUniforms(ulong seed, int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MostDimensions);
        (directions, shifts) = ([.. SobolDirections.Of(dimensions).Select(d => d.ToArray())], new ulong[dimensions]);
        for (int d = 0; d < dimensions; d++) shifts[d] = SobolScramble.Apply(directions[d], seed, d);
        beyond = new(seed);
    }

    /// <inheritdoc/>
    public void Fill(long first, int draw, Span<double> into)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, (1L << SobolDirections.Bits) - into.Length);
        if (draw < directions.Length) Fill(directions[draw], shifts[draw], (ulong)first, into);
        else beyond.Fill(first, draw, into);
    }

    /// <inheritdoc/>
    public void Fill(long first, int draw, Span<double> into, Span<double> next)
    {
        if (draw % 2 != 0) throw new ArgumentException("The first of two draws must be even.", nameof(draw));
        if (into.Length != next.Length) throw new ArgumentException("Both draws must have as many scenarios.", nameof(next));
        Fill(first, draw, into);
        Fill(first, draw + 1, next);
    }

    static void Fill(ReadOnlySpan<ulong> directions, ulong shift, ulong first, Span<double> into)
    {
        Span<double> eight = stackalloc double[Lanes.Count];
        int before = (int)(first % Lanes.Count), head = before == 0 ? 0 : Math.Min(Lanes.Count - before, into.Length), whole = (into.Length - head) / Lanes.Count * Lanes.Count;
        if (head > 0)
        {
            Groups(directions, shift, first / Lanes.Count, eight);
            eight.Slice(before, head).CopyTo(into);
        }
        Groups(directions, shift, (first + (ulong)head) / Lanes.Count, into.Slice(head, whole));
        if (head + whole == into.Length) return;
        Groups(directions, shift, (first + (ulong)(head + whole)) / Lanes.Count, eight);
        eight[..(into.Length - head - whole)].CopyTo(into[(head + whole)..]);
    }

    /// <summary>Whole groups of eight points: the lower three bits of their numbers choose the same in every group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Groups(ReadOnlySpan<ulong> directions, ulong shift, ulong group, Span<double> into)
    {
        var (one, two, four) = (directions[0], directions[1], directions[2]);
        var within = Vector512.Create(0, one, two, one ^ two, four, four ^ one, four ^ two, four ^ one ^ two);
        var ofGroups = directions[GroupBits..];
        ulong point = shift;
        for (ulong left = group; left != 0; left &= left - 1) point ^= At(ofGroups, BitOperations.TrailingZeroCount(left));
        for (int k = 0; k < into.Length; k += Lanes.Count, group++)
        {
            UnitInterval.Of(within ^ Vector512.Create(point)).StoreUnsafe(ref MemoryMarshal.GetReference(into), (nuint)k);
            for (ulong changed = group ^ (group + 1); changed != 0; changed &= changed - 1) point ^= At(ofGroups, BitOperations.TrailingZeroCount(changed));
        }
    }

    // After the very last point comes a bit that chooses nothing.
    static ulong At(ReadOnlySpan<ulong> directions, int bit) => bit < directions.Length ? directions[bit] : 0;
}
