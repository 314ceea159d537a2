using ProjectFinance.Randomness;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>A triangular variable: below its mode low + sqrt(p (high - low) (mode - low)), where p is the probability of less; above it high - sqrt((1 - p) (high - low) (high - mode)).</summary>
sealed class TriangularMap(double low, double mode, double high) : INormalMap
{
    readonly double belowMode = (mode - low) / (high - low), rising = (high - low) * (mode - low), falling = (high - low) * (high - mode);

    /// <inheritdoc/>
    public void Apply(Span<double> normals)
    {
        CumulativeNormal.Apply(normals);
        Rows.Roots(normals, belowMode, low, rising, high, falling);
    }
}
