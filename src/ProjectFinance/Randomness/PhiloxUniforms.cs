namespace ProjectFinance.Randomness;

/// <summary>Pseudo-random numbers by <see cref="Philox"/>: independent for all that a simulation can tell.</summary>
/// <param name="seed">Any number; other seeds give unrelated numbers.</param>
/// <param name="stream">What the numbers are for, from 0; other streams are unrelated. The default is 0.</param>
public sealed class PhiloxUniforms(ulong seed, int stream = 0) : IUniforms
{
    /// <inheritdoc/>
    public void Fill(long first, int draw, Span<double> into) => Philox.Uniforms(seed, first, draw, into, stream);

    /// <inheritdoc/>
    public void Fill(long first, int draw, Span<double> into, Span<double> next) => Philox.Uniforms(seed, first, draw, into, next, stream);
}
