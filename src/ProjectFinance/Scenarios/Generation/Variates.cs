using System.Collections.Immutable;
using ProjectFinance.Randomness;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>Where the numbers of a factor come from.</summary>
/// <param name="Stream">The stream of pseudo-random numbers.</param>
/// <param name="Dimensions">[draw]: the coordinates of Sobol points.</param>
readonly record struct DrawNumbers(int Stream, ImmutableArray<int> Dimensions);

/// <summary>Uniform and normal variates of consecutive scenarios.</summary>
/// <param name="seed">What they are drawn with.</param>
/// <param name="sobol">Sobol points; null for pseudo-random numbers.</param>
sealed class Variates(ulong seed, SobolUniforms? sobol)
{
    /// <summary>Whether all draws of a path are wanted before its first step: a bridge gives the first coordinates to the whole movement.</summary>
    internal bool AreBridged => sobol is not null;

    /// <summary>One draw of a factor, as standard normal variates.</summary>
    internal void Normals(long first, DrawNumbers numbers, int draw, Span<double> into)
    {
        if (sobol is null) Philox.Uniforms(seed, first, draw, into, numbers.Stream);
        else sobol.Fill(first, numbers.Dimensions[draw], into);
        InverseNormal.Apply(into);
    }

    /// <summary>Two draws of a factor, the first an even one, as standard normal variates: half of the span each, one behind the other. The second only where there is one.</summary>
    internal void NormalPair(long first, DrawNumbers numbers, int draw, Span<double> pair)
    {
        Uniforms(first, numbers, draw, pair[..(pair.Length / 2)], pair[(pair.Length / 2)..]);
        InverseNormal.Apply(pair);
    }

    /// <summary>Two draws of a factor, the first an even one, as numbers between zero and one.</summary>
    internal void Uniforms(long first, DrawNumbers numbers, int draw, Span<double> even, Span<double> odd)
    {
        if (sobol is null)
        {
            Philox.Uniforms(seed, first, draw, even, odd, numbers.Stream);
            return;
        }
        sobol.Fill(first, numbers.Dimensions[draw], even);
        if (draw + 1 < numbers.Dimensions.Length) sobol.Fill(first, numbers.Dimensions[draw + 1], odd);
        else odd.Fill(0.5);
    }
}
