using MathNet.Numerics.Distributions;
using ProjectFinance.Randomness;

namespace ProjectFinance.Tests.Randomness;

public class InverseNormalTests
{
    // Wichura (1988), the values given to check an implementation: 0.25, 0.001 and 1e-20.
    [Theory]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.001, -3.090232306167814)]
    [InlineData(1e-20, -9.262340089798408)]
    // Tables of the normal distribution.
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.995, 2.5758293035489004)]
    [InlineData(0.5, 0)]
    public void InverseNormal_OfAPublishedProbability_IsThePublishedNumber(double probability, double expected) =>
        Assert.Equal(expected, InverseNormal.Of(probability), 1e-15 * Math.Max(1, Math.Abs(expected)));

    [Fact]
    public void InverseNormal_OfAnyProbability_AgreesWithAnotherLibrary()
    {
        // The other library's own error is about 1e-15, relatively.
        for (int k = 1; k < 20_000; k++) Agrees(k / 20_000.0);
        for (int k = 1; k <= 3_000; k++) Agrees(Math.Pow(10, -k / 10.0));

        static void Agrees(double p)
        {
            double expected = Normal.InvCDF(0, 1, p);
            Assert.Equal(expected, InverseNormal.Of(p), 4e-15 * Math.Max(1e-3, Math.Abs(expected)));
        }
    }

    [Theory]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(1, double.PositiveInfinity)]
    [InlineData(-0.1, double.NaN)]
    [InlineData(1.1, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void InverseNormal_AtTheEdges_IsTheLimit(double probability, double expected) => Assert.Equal(expected, InverseNormal.Of(probability));

    [Fact]
    public void InverseNormal_OfUniformNumbers_IsSymmetricToTheBit()
    {
        var u = new double[10_000];
        Philox.Uniforms(Seeds.First, 0, 0, u);
        Assert.All(u, x => Assert.Equal(-InverseNormal.Of(x), InverseNormal.Of(1 - x)));
    }

    [Theory]
    [InlineData(0.075)]
    [InlineData(0.925)]
    // exp(-25), where the far tail begins.
    [InlineData(1.3887943864964021e-11)]
    [InlineData(0.3)]
    public void InverseNormal_AcrossItsFormulas_Rises(double probability)
    {
        // Steps of 1e-13 of the probability are far above the error of either formula.
        double before = double.NegativeInfinity;
        for (int k = -1_000; k <= 1_000; k++)
        {
            double z = InverseNormal.Of(probability * (1 + k * 1e-13));
            Assert.True(z >= before);
            before = z;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(512)]
    [InlineData(1_337)]
    public void InverseNormal_OfASpan_IsThatOfEachAlone(int count)
    {
        var u = new double[count];
        Philox.Uniforms(Seeds.First, 17, 4, u);
        var z = (double[])u.Clone();
        InverseNormal.Apply(z);
        for (int k = 0; k < count; k++) Assert.Equal(InverseNormal.Of(u[k]), z[k]);
    }

    [Fact]
    public void InverseNormal_OfAMillionUniforms_HasTheMomentsAndTailsOfTheNormal()
    {
        const int count = 1 << 20;
        var z = new double[count];
        Philox.Uniforms(Seeds.First, 0, 0, z);
        InverseNormal.Apply(z);
        double error = 4 / Math.Sqrt(count);
        // Variances of z, z^2, z^3, z^4: 1, 2, 15, 96; four standard errors are allowed for.
        Assert.Equal(0, z.Average(), error);
        Assert.Equal(1, z.Average(x => x * x), error * Math.Sqrt(2));
        Assert.Equal(0, z.Average(x => x * x * x), error * Math.Sqrt(15));
        Assert.Equal(3, z.Average(x => x * x * x * x), error * Math.Sqrt(96));
        foreach (double level in new[] { 1.0, 2.0, 3.0, 4.0 })
        {
            double p = Normal.CDF(0, 1, -level);
            Assert.Equal(p, z.Average(x => x < -level ? 1.0 : 0), error * Math.Sqrt(p));
            Assert.Equal(p, z.Average(x => x > level ? 1.0 : 0), error * Math.Sqrt(p));
        }
        Assert.True(Statistics.Kolmogorov(z, x => Normal.CDF(0, 1, x)) < 1.95 / Math.Sqrt(count));
    }
}
