using System.Numerics;

namespace ProjectFinance.Randomness;

/// <summary>
/// Randomises a dimension of Sobol's sequence so that what makes it even is kept: each binary digit becomes itself plus a random sum of the digits before it,
/// and then random digits are added to all points alike. Every point alone is uniform, so that averages are without bias, and averages under several seeds show the error.
/// Source: J. Matousek, "On the L2-discrepancy for anchored boxes", Journal of Complexity 14 (1998): random linear scrambling with a digital shift.
/// </summary>
static class SobolScramble
{
    // A stream that no scenario's numbers are drawn from.
    const uint Stream = uint.MaxValue;

    /// <summary>Scrambles the direction numbers of one dimension in place and gives the shift.</summary>
    internal static ulong Apply(Span<ulong> directions, ulong seed, int dimension)
    {
        Span<ulong> rows = stackalloc ulong[SobolDirections.Bits];
        for (int i = 0; i < rows.Length; i++)
        {
            ulong digit = 1UL << (63 - i), before = ~(digit | digit - 1);
            rows[i] = digit | Random(seed, dimension, i) & before;
        }
        foreach (ref ulong direction in directions) direction = Times(rows, direction);
        return Random(seed, dimension, rows.Length);
    }

    static ulong Times(ReadOnlySpan<ulong> rows, ulong vector)
    {
        ulong product = 0;
        for (int i = 0; i < rows.Length; i++) product |= (ulong)(BitOperations.PopCount(rows[i] & vector) & 1) << (63 - i);
        return product;
    }

    static ulong Random(ulong seed, int dimension, int row)
    {
        var (high, low, _, _) = Philox.Words(((uint)row, (uint)dimension, 0, Stream), seed);
        return (ulong)high << 32 | low;
    }
}
