namespace ProjectFinance.Randomness;

/// <summary>
/// Where scenarios take their random numbers from: numbers between zero and one, never either, each a function of the scenario's number and the draw's.
/// Immutable; any number of threads may use one.
/// </summary>
public interface IUniforms
{
    /// <summary>One draw of consecutive scenarios. Allocates nothing.</summary>
    /// <param name="first">The number of the first scenario, from 0.</param>
    /// <param name="draw">Which of each scenario's numbers, from 0.</param>
    /// <param name="into">[scenario]; as many as are wanted.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number below zero, or a scenario the sequence does not reach.</exception>
    void Fill(long first, int draw, Span<double> into);

    /// <summary>Two draws, an even one and the next; the same numbers as one after the other, and for some sources at the price of one. Allocates nothing.</summary>
    /// <param name="first">The number of the first scenario, from 0.</param>
    /// <param name="draw">The first draw; an even number, from 0.</param>
    /// <param name="into">[scenario] for that draw.</param>
    /// <param name="next">[scenario] for the draw after it; as long, and apart from the other.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number below zero, or a scenario the sequence does not reach.</exception>
    /// <exception cref="ArgumentException">The draw is odd, or the spans differ in length.</exception>
    void Fill(long first, int draw, Span<double> into, Span<double> next);
}
