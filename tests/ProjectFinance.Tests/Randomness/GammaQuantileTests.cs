using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using ProjectFinance.Randomness;

namespace ProjectFinance.Tests.Randomness;

public class GammaQuantileTests
{
    [Theory]
    // Shape 1 is the exponential distribution, -scale ln(1 - p); shape 2 with 1 - (1 + x) e^-x; half a chi-square of one degree is shape 1/2: 3.841458820694124 / 2 for 0.95.
    [InlineData(1, 2, 0.75, 2.772588722239781)]
    [InlineData(2, 1, 0.2642411176571153, 1)]
    [InlineData(0.5, 1, 0.95, 1.920729410347062)]
    [InlineData(0.5, 2, 0.999, 10.827566170662733)]
    public void GammaQuantile_OfAKnownProbability_IsTheKnownNumber(double shape, double scale, double probability, double expected) =>
        Assert.Equal(expected, new GammaQuantile(shape, scale).Of(probability), 1e-13 * expected);

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.7)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(37.5)]
    [InlineData(900)]
    public void GammaQuantile_OfAnyProbability_IsWhereAnotherLibrarysGammaHasIt(double shape)
    {
        var inverse = new GammaQuantile(shape, 3);
        foreach (double p in new[] { 1e-9, 1e-4, 0.01, 0.2, 0.5, 0.8, 0.99, 1 - 1e-4, 1 - 1e-9 })
        {
            double x = inverse.Of(p) / 3, tail = Math.Min(p, 1 - p);
            // The library's own incomplete gamma function is good to about 1e-12, relatively, at the largest shape.
            Assert.Equal(tail, p <= 0.5 ? Below(shape, x) : SpecialFunctions.GammaUpperRegularized(shape, x), tail * 1e-11);
        }
    }

    // The library takes the smallest numbers for zero; of the series the first term is left there.
    static double Below(double shape, double x) => x < 1e-14 ? Math.Pow(x, shape) / SpecialFunctions.Gamma(shape + 1) : SpecialFunctions.GammaLowerRegularized(shape, x);

    [Fact]
    public void GammaQuantile_OfManyUniforms_HasTheMomentsOfTheGamma()
    {
        const int count = 1 << 17;
        const double shape = 4, scale = 15;
        var days = new double[count];
        Philox.Uniforms(Seeds.First, 0, 0, days);
        new GammaQuantile(shape, scale).Apply(days);
        // Mean 60, variance 900; the fourth central moment is 3 k^2 + 6 k = 72 times scale^4. Four standard errors are allowed for.
        Assert.Equal(60, days.Average(), 4 * 30 / Math.Sqrt(count));
        Assert.Equal(900, days.Average(x => (x - 60) * (x - 60)), 4 * Math.Sqrt((72 - 16) * Math.Pow(scale, 4) / count));
        Assert.True(Statistics.Kolmogorov(days, x => Gamma.CDF(shape, 1 / scale, x)) < 1.95 / Math.Sqrt(count));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, double.PositiveInfinity)]
    [InlineData(-0.1, double.NaN)]
    [InlineData(1.5, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void GammaQuantile_AtTheEdges_IsTheLimit(double probability, double expected) => Assert.Equal(expected, new GammaQuantile(4, 15).Of(probability));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(1, 0)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.PositiveInfinity)]
    public void GammaQuantile_WithoutAPositiveShapeAndScale_IsRefused(double shape, double scale) => Assert.Throws<ArgumentOutOfRangeException>(() => new GammaQuantile(shape, scale));

    [Theory]
    [InlineData(0.5, 0.5723649429247001)]
    [InlineData(1, 0)]
    [InlineData(4, 1.791759469228055)]
    [InlineData(101, 363.73937555556347)]
    public void LogGamma_OfANumber_IsThePublishedOne(double x, double expected) => Assert.Equal(expected, IncompleteGamma.LogGamma(x), 2e-14 * Math.Max(1, expected));
}
