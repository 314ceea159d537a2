namespace ProjectFinance.Randomness;

/// <summary>
/// Philox 4x32-10: a random number is a function of a key and a counter, so any scenario has the same numbers whatever was drawn before and wherever it is drawn.
/// The key is the seed; the counter is (scenario, low and high; draw / 2; stream), and its four words give the two draws 2d and 2d + 1.
/// Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011); known answers published with Random123.
/// </summary>
public static class Philox
{
    internal const uint Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57;
    // The golden ratio and the square root of three less one, in 32 bits.
    internal const uint Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;
    internal const int Rounds = 10;

    /// <summary>The four words for a counter and a key.</summary>
    /// <param name="counter">Four words of 32 bits.</param>
    /// <param name="key">Two words: the lower 32 bits are the first.</param>
    public static (uint, uint, uint, uint) Words((uint, uint, uint, uint) counter, ulong key)
    {
        var (c0, c1, c2, c3) = counter;
        var (k0, k1) = ((uint)key, (uint)(key >> 32));
        for (int round = 0; round < Rounds; round++)
        {
            ulong p0 = (ulong)Multiplier0 * c0, p1 = (ulong)Multiplier1 * c2;
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            (k0, k1) = (k0 + Weyl0, k1 + Weyl1);
        }
        return (c0, c1, c2, c3);
    }

    /// <summary>A number between zero and one, never either: an odd multiple of 2^-53, all 2^52 of them equally likely.</summary>
    /// <param name="seed">Any number; other seeds give unrelated numbers.</param>
    /// <param name="scenario">The scenario's number, from 0.</param>
    /// <param name="draw">Which of the scenario's numbers, from 0.</param>
    /// <param name="stream">What the numbers are for, from 0: other streams are unrelated. The default is 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number below zero.</exception>
    public static double Uniform(ulong seed, long scenario, int draw, int stream = 0)
    {
        Check(scenario, draw, stream);
        var words = Words(((uint)scenario, (uint)(scenario >> 32), (uint)draw / 2, (uint)stream), seed);
        var (high, low) = draw % 2 == 0 ? (words.Item1, words.Item2) : (words.Item3, words.Item4);
        return UnitInterval.Of((ulong)high << 32 | low);
    }

    /// <summary>The same draw of consecutive scenarios: <see cref="Uniform"/> of each. Allocates nothing. Two draws cost hardly more than one: see <see cref="Uniforms(ulong, long, int, Span{double}, Span{double}, int)"/>.</summary>
    /// <param name="seed">Any number; other seeds give unrelated numbers.</param>
    /// <param name="first">The number of the first scenario, from 0.</param>
    /// <param name="draw">Which of each scenario's numbers, from 0.</param>
    /// <param name="into">[scenario]; as many as are wanted.</param>
    /// <param name="stream">What the numbers are for, from 0. The default is 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number below zero.</exception>
    public static void Uniforms(ulong seed, long first, int draw, Span<double> into, int stream = 0)
    {
        Check(first, draw, stream);
        if (draw % 2 == 0) PhiloxLanes.Fill(seed, first, draw / 2, stream, into, []);
        else PhiloxLanes.Fill(seed, first, draw / 2, stream, [], into);
    }

    /// <summary>Two draws, an even one and the next, of consecutive scenarios: the numbers of two calls for the price of one. Allocates nothing.</summary>
    /// <param name="seed">Any number; other seeds give unrelated numbers.</param>
    /// <param name="first">The number of the first scenario, from 0.</param>
    /// <param name="draw">The first draw; an even number, from 0.</param>
    /// <param name="into">[scenario] for that draw.</param>
    /// <param name="next">[scenario] for the draw after it; as long, and apart from the other.</param>
    /// <param name="stream">What the numbers are for, from 0. The default is 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number below zero.</exception>
    /// <exception cref="ArgumentException">The draw is odd, or the spans differ in length.</exception>
    public static void Uniforms(ulong seed, long first, int draw, Span<double> into, Span<double> next, int stream = 0)
    {
        Check(first, draw, stream);
        if (draw % 2 != 0) throw new ArgumentException("The first of two draws must be even.", nameof(draw));
        if (into.Length != next.Length) throw new ArgumentException("Both draws must have as many scenarios.", nameof(next));
        PhiloxLanes.Fill(seed, first, draw / 2, stream, into, next);
    }

    static void Check(long scenario, int draw, int stream)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scenario);
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        ArgumentOutOfRangeException.ThrowIfNegative(stream);
    }
}
