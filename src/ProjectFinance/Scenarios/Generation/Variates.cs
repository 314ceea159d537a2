using ProjectFinance.Randomness;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>Uniform and normal variates of consecutive scenarios.</summary>
/// <param name="seed">What they are drawn with.</param>
/// <param name="sampling">How they are drawn.</param>
sealed class Variates(ulong seed, Sampling sampling)
{
    /// <summary>Two draws of a factor, the first an even one.</summary>
    internal void Uniforms(long first, DrawNumbers numbers, int draw, Span<double> even, Span<double> odd)
    {
        _ = sampling;
        Philox.Uniforms(seed, first, draw, even, odd, numbers.Stream);
    }

    /// <summary>The same as standard normal variates.</summary>
    internal void Normals(long first, DrawNumbers numbers, int draw, Span<double> even, Span<double> odd)
    {
        Uniforms(first, numbers, draw, even, odd);
        InverseNormal.Apply(even);
        InverseNormal.Apply(odd);
    }

    /// <summary>The first draw of a factor that has no other, as a standard normal variate.</summary>
    internal void Normal(long first, DrawNumbers numbers, Span<double> only)
    {
        Philox.Uniforms(seed, first, 0, only, numbers.Stream);
        InverseNormal.Apply(only);
    }
}
