using ProjectFinance.Randomness;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>A lognormal variable: e to the power s z + ln(mean) - s^2 / 2, where s^2 = ln(1 + (standard deviation / mean)^2).</summary>
sealed class LognormalMap : INormalMap
{
    readonly double spread, shift;

    /// <summary>A variable of a mean and a standard deviation.</summary>
    /// <param name="mean">Its mean.</param>
    /// <param name="deviation">Its standard deviation as a share of the mean.</param>
    internal LognormalMap(double mean, double deviation)
    {
        double variance = Logarithm.Of(1 + deviation * deviation);
        (spread, shift) = (Math.Sqrt(variance), Logarithm.Of(mean) - variance / 2);
    }

    /// <inheritdoc/>
    public void Apply(Span<double> normals)
    {
        Rows.Scale(normals, spread, shift);
        Exponential.Apply(normals);
    }
}
