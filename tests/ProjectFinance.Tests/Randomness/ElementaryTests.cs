using ProjectFinance.Randomness;

namespace ProjectFinance.Tests.Randomness;

/// <summary>The exponential and the logarithm.</summary>
public class ElementaryTests
{
    // Both libraries err by less than one unit, so that they are at most one number apart, two where their errors add up.
    const long Units = 1;

    [Theory]
    // Decimals by arithmetic of forty digits; each is the nearest double.
    [InlineData(1, 2.718281828459045235)]
    [InlineData(-1, 0.3678794411714423216)]
    [InlineData(0.5, 1.648721270700128147)]
    [InlineData(10, 22026.46579480671652)]
    [InlineData(-700, 9.859676543759770e-305)]
    [InlineData(700, 1.014232054735004509e304)]
    [InlineData(1e-10, 1.00000000010000000000500)]
    public void Exponential_OfANumber_IsTheKnownOne(double x, double expected) => Assert.InRange(Statistics.UnitsBetween(Exponential.Of(x), expected), -Units, Units);

    [Theory]
    [InlineData(2, 0.6931471805599453094)]
    [InlineData(10, 2.302585092994045684)]
    [InlineData(0.5, -0.6931471805599453094)]
    [InlineData(1.0000000001, 1.000000082690371e-10)]
    [InlineData(1e300, 690.7755278982137052)]
    [InlineData(1e-300, -690.7755278982137052)]
    public void Logarithm_OfANumber_IsTheKnownOne(double x, double expected) => Assert.InRange(Statistics.UnitsBetween(Logarithm.Of(x), expected), -Units, Units);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-0.0, 1)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.MaxValue, double.PositiveInfinity)]
    [InlineData(double.MinValue, 0)]
    [InlineData(double.Epsilon, 1)]
    [InlineData(709.7827128933841, double.PositiveInfinity)]
    [InlineData(-745.1332191019412, 0)]
    [InlineData(-745.13321910194110, double.Epsilon)]
    public void Exponential_AtTheEdges_IsTheLimit(double x, double expected) => Assert.Equal(expected, Exponential.Of(x));

    [Theory]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(-0.0, double.NegativeInfinity)]
    [InlineData(1, 0)]
    [InlineData(-1, double.NaN)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    // 1074 and 1022 times ln 2.
    [InlineData(double.Epsilon, -744.44007192138126231)]
    [InlineData(2.2250738585072014e-308, -708.39641853226410622)]
    public void Logarithm_AtTheEdges_IsTheLimit(double x, double expected) => Assert.Equal(expected, Logarithm.Of(x));

    [Fact]
    public void Exponential_OnADenseGrid_AgreesWithTheSystems()
    {
        foreach (double reach in new[] { 1e-3, 0.5, 4.0, 745.0 })
            for (int k = -20_000; k <= 20_000; k++)
            {
                double x = reach * k / 20_000;
                Assert.InRange(Statistics.UnitsBetween(Exponential.Of(x), Math.Exp(x)), -Units, Units);
            }
    }

    [Fact]
    public void Logarithm_OnADenseGrid_AgreesWithTheSystems()
    {
        for (int k = 1; k <= 40_000; k++)
            foreach (double x in new[] { k / 10_000.0, 1 + (k - 20_000) * 1e-9, Math.ScaleB(1 + k / 40_000.0, k % 2040 - 1070) })
                Assert.InRange(Statistics.UnitsBetween(Logarithm.Of(x), Math.Log(x)), -Units, Units);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(43)]
    public void Functions_OfASpanOfAllKinds_AreThoseOfEachAlone(int count)
    {
        double[] kinds = [0.3, 17, double.NaN, 1e-310, 0, -0.5, -3, 800, double.PositiveInfinity, 705.5, -744, 1, 1e200];
        double[] x = [.. Enumerable.Range(0, count).Select(k => kinds[k * k % kinds.Length])], powers = [.. x], logarithms = [.. x];
        Exponential.Apply(powers);
        Logarithm.Apply(logarithms);
        Assert.Equal(x.Select(Exponential.Of), powers);
        Assert.Equal(x.Select(Logarithm.Of), logarithms);
    }

    [Fact]
    public void Exponential_OfALogarithm_IsTheNumber()
    {
        for (int k = 1; k <= 10_000; k++)
        {
            double x = k / 100.0;
            // Half a unit lost in the logarithm, of at most 4.7, counts 4.7 / 2 times in the power; each function adds one.
            Assert.Equal(x, Exponential.Of(Logarithm.Of(x)), x * 6 * Math.Pow(2, -53));
        }
    }
}
