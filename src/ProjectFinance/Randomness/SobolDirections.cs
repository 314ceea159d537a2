using System.Collections.Immutable;
using System.Globalization;

namespace ProjectFinance.Randomness;

/// <summary>
/// The direction numbers of Sobol's sequence: point n of a dimension is the exclusive or of those numbers that the bits of n choose.
/// Primitive polynomials and initial numbers: S. Joe and F. Y. Kuo, "Constructing Sobol sequences with better two-dimensional projections",
/// SIAM Journal on Scientific Computing 30 (2008), set new-joe-kuo-6, of which the dimensions with polynomials up to degree 13.
/// </summary>
static class SobolDirections
{
    /// <summary>How many dimensions are known.</summary>
    internal const int Dimensions = 1_111;

    /// <summary>How many direction numbers a dimension has: points 0 to 2^52 - 1.</summary>
    internal const int Bits = 52;

    /// <summary>[dimension][bit] for the first dimensions: the direction number as a binary fraction, its first digit in the highest of 64 bits.</summary>
    internal static ImmutableArray<ImmutableArray<ulong>> Of(int dimensions)
    {
        // The first dimension is van der Corput's sequence: bits in reverse.
        ImmutableArray<ulong> first = [.. Enumerable.Range(0, Bits).Select(k => 1UL << (63 - k))];
        return [.. Table().Take(dimensions - 1).Select(FromLine).Prepend(first)];
    }

    /// <summary>The lines of the table: dimension, degree s, inner coefficients of the polynomial as a number a, initial numbers m.</summary>
    internal static IEnumerable<string> Table()
    {
        using var stream = typeof(SobolDirections).Assembly.GetManifestResourceStream("joe-kuo-6.1111.txt") ?? throw new InvalidOperationException("The table of direction numbers is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#')) yield return line;
    }

    static ImmutableArray<ulong> FromLine(string line)
    {
        int[] numbers = [.. line.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
        return Recur(degree: numbers[1], coefficients: numbers[2], initial: numbers.AsSpan(3));
    }

    // v[k] = c[1] v[k-1] + ... + c[s-1] v[k-s+1] + v[k-s] + v[k-s] / 2^s, where + is exclusive or.
    static ImmutableArray<ulong> Recur(int degree, int coefficients, ReadOnlySpan<int> initial)
    {
        var v = new ulong[Bits];
        for (int k = 0; k < degree; k++) v[k] = (ulong)initial[k] << (63 - k);
        for (int k = degree; k < Bits; k++)
        {
            v[k] = v[k - degree] ^ (v[k - degree] >> degree);
            for (int i = 1; i < degree; i++)
                if ((coefficients >> (degree - 1 - i) & 1) == 1) v[k] ^= v[k - i];
        }
        return [.. v];
    }
}
