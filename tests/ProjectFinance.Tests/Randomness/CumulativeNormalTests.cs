using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using ProjectFinance.Randomness;

namespace ProjectFinance.Tests.Randomness;

public class CumulativeNormalTests
{
    // Abramowitz and Stegun, table 26.1.
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.841344746068543)]
    [InlineData(2, 0.977249868051821)]
    [InlineData(-1.5, 0.066807201268858)]
    public void Of_ATabulatedNumber_IsThePublishedProbability(double x, double expected) => Assert.Equal(expected, CumulativeNormal.Of(x), 14);

    // In the tails the four terms of the continued fraction leave a relative error of 1e-11 or so.
    [Fact]
    public void Of_ADenseGrid_IsThatOfAnotherLibrary()
    {
        for (double x = -37; x <= 9; x += 0.003)
        {
            double expected = SpecialFunctions.Erfc(-x / Math.Sqrt(2)) / 2, found = CumulativeNormal.Of(x);
            Assert.True(Math.Abs(found - expected) <= 1e-15, $"{x}: {found:R} is not {expected:R}");
            if (x < -1) Assert.Equal(1, found / expected, 1e-10);
        }
    }

    [Fact]
    public void Apply_ASpan_HasTheBitsOfEachNumber()
    {
        double[] numbers = [.. Enumerable.Range(-80, 163).Select(k => k / 9.0)], applied = [.. numbers];
        CumulativeNormal.Apply(applied);
        Assert.Equal(numbers.Select(CumulativeNormal.Of), applied);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(2.25)]
    [InlineData(44)]
    [InlineData(900)]
    public void IncompleteGamma_OfAShape_IsThatOfAnotherLibrary(double shape)
    {
        foreach (double q in new[] { 0.01, 0.2, 0.7, 1, 1.3, 2, 4 })
        {
            var (less, more) = IncompleteGamma.Of(shape, q * shape);
            Assert.Equal(Gamma.CDF(shape, 1, q * shape), less, 1e-12);
            Assert.Equal(SpecialFunctions.GammaUpperRegularized(shape, q * shape), more, 1e-12);
        }
    }
}
