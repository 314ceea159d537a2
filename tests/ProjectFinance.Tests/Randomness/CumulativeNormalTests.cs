using MathNet.Numerics.Distributions;
using ProjectFinance.Randomness;

namespace ProjectFinance.Tests.Randomness;

public class CumulativeNormalTests
{
    // Tables of the normal distribution.
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.8413447460685429)]
    [InlineData(-1.959963984540054, 0.025)]
    [InlineData(-10, 7.619853024160526e-24)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(double.NaN, double.NaN)]
    public void CumulativeNormal_OfANumber_IsThePublishedProbability(double x, double expected) => Assert.Equal(expected, CumulativeNormal.Of(x), 2e-15);

    [Fact]
    public void CumulativeNormal_OnADenseGrid_AgreesWithAnotherLibrary()
    {
        for (int k = -8_000; k <= 8_000; k++) Assert.Equal(Normal.CDF(0, 1, k / 1_000.0), CumulativeNormal.Of(k / 1_000.0), 2e-15);
    }

    [Fact]
    public void CumulativeNormal_OfTheInverse_IsTheProbability()
    {
        var u = new double[10_001];
        Philox.Uniforms(Seeds.First, 0, 0, u);
        var p = (double[])u.Clone();
        InverseNormal.Apply(p);
        CumulativeNormal.Apply(p);
        for (int k = 0; k < u.Length; k++) Assert.Equal(u[k], p[k], 2e-15);
    }
}
