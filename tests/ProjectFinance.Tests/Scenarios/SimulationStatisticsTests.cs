using MathNet.Numerics.Distributions;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>Statistics against plain computations on all values, and against distributions whose figures are known.</summary>
public sealed class SimulationStatisticsTests
{
    // The exact sums leave the roundings of one block and of the last division: far below this.
    const double Rounding = 1e-12;

    public static TheoryData<string, int> Shapes => new() { { "uniform", 1 }, { "uniform", 7 }, { "uniform", 4096 }, { "uniform", 10_000 }, { "money", 10_000 }, { "both signs", 9_000 }, { "far from zero", 9_000 }, { "atoms", 9_000 }, { "skewed", 20_000 } };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Moments_OfAnySample_AreThoseOfTwoPassesOverIt(string shape, int count)
    {
        var values = Sample(shape, count);

        var output = OneNumber.Simulate(values)[OneNumber.Output];

        decimal centre = values.Sum(x => (decimal)x) / count;
        double mean = (double)centre;
        Assert.Equal(count, output.Count);
        Close(mean, output.Mean!.Value, Math.Max(Math.Abs(mean), Spread(values)));
        if (count == 1)
        {
            Assert.Null(output.StandardDeviation);
            Assert.Null(output.StandardError);
            return;
        }
        double deviation = Math.Sqrt((double)(values.Sum(x => ((decimal)x - centre) * ((decimal)x - centre)) / (count - 1)));
        Close(deviation, output.StandardDeviation!.Value, deviation);
        Close(deviation / Math.Sqrt(count), output.StandardError!.Value, deviation);
        double second = values.Sum(x => (x - mean) * (x - mean)) / count, third = values.Sum(x => Math.Pow(x - mean, 3)) / count;
        // The oracle sums in plain doubles, a thousand times less exact than what is tested.
        Assert.Equal(third / Math.Pow(second, 1.5), output.Skewness!.Value, 1e-8);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void EndsAndQuantiles_OfAnySample_AreThoseOfTheSortedValues(string shape, int count)
    {
        var values = Sample(shape, count);
        var sorted = values.Order().ToArray();

        var output = OneNumber.Simulate(values, options => options with { Quantiles = [0, 0.001m, 0.07m, 0.29m, 0.5m, 0.95m, 1] })[OneNumber.Output];

        Assert.Equal(new ScenarioValue(sorted[0], Array.IndexOf(values, sorted[0])), output.Lowest);
        Assert.Equal(new ScenarioValue(sorted[^1], Array.IndexOf(values, sorted[^1])), output.Highest);
        foreach (var (level, value) in output.Quantiles.Select(quantile => (quantile.Level, quantile.Value!.Value)))
        {
            double exact = sorted[(int)Math.Max(1, Math.Ceiling(level * count)) - 1];
            Assert.InRange(Math.Abs(value - exact), 0, SimulationResult.Precision * Math.Abs(exact));
        }
    }

    [Theory]
    [InlineData("0.05", 10_000)]
    [InlineData("0.333", 10_000)]
    [InlineData("0.00005", 10_000)]
    [InlineData("1", 10_000)]
    public void MeanOfTail_OfASample_IsThatOfTheSortedValues(string tail, int count)
    {
        var values = Sample("money", count);
        var sorted = values.Order().ToArray();
        decimal part = decimal.Parse(tail, System.Globalization.CultureInfo.InvariantCulture);

        var output = OneNumber.Simulate(values, options => options with { Tail = part })[OneNumber.Output];

        Assert.Equal(1, output.MeanOfLowest!.Value / Mean(sorted), SimulationResult.Precision);
        Assert.Equal(1, output.MeanOfHighest!.Value / Mean([.. sorted.Reverse()]), SimulationResult.Precision);

        // Of the value in which the part ends, a part counts (Acerbi and Tasche, 2002).
        double Mean(double[] worstFirst)
        {
            decimal wanted = part * count;
            int whole = (int)Math.Floor(wanted);
            decimal sum = worstFirst.Take(whole).Sum(x => (decimal)x) + (whole < count ? (wanted - whole) * (decimal)worstFirst[whole] : 0);
            return (double)(sum / wanted);
        }
    }

    [Fact]
    public void Normal_InEqualParts_HasTheKnownFigures()
    {
        const int count = 200_000;
        var normal = new Normal(10, 2);

        var output = OneNumber.Simulate(count, s => normal.InverseCumulativeDistribution((s + 0.5) / count))[OneNumber.Output];

        // A grid of 200,000 equal parts: its mean is exact by symmetry, its tails are cut off at half a part.
        Assert.Equal(10, output.Mean!.Value, 1e-10);
        Assert.Equal(2, output.StandardDeviation!.Value, 1e-4);
        Assert.Equal(0, output.Skewness!.Value, 1e-8);
        foreach (var quantile in output.Quantiles) Assert.Equal(1, quantile.Value!.Value / normal.InverseCumulativeDistribution((double)quantile.Level), 2 * SimulationResult.Precision);
        // Expected shortfall of a normal: mean - deviation x density(z) / part.
        double shortfall = 2 * Normal.PDF(0, 1, Normal.InvCDF(0, 1, 0.05)) / 0.05;
        Assert.Equal(10 - shortfall, output.MeanOfLowest!.Value, 2e-3);
        Assert.Equal(10 + shortfall, output.MeanOfHighest!.Value, 2e-3);
    }

    [Fact]
    public void Lognormal_InEqualParts_HasTheKnownFigures()
    {
        const int count = 200_000;
        var lognormal = new LogNormal(0, 0.25);

        var output = OneNumber.Simulate(count, s => lognormal.InverseCumulativeDistribution((s + 0.5) / count))[OneNumber.Output];

        Assert.Equal(Math.Exp(0.25 * 0.25 / 2), output.Mean!.Value, 1e-4);
        foreach (var quantile in output.Quantiles) Assert.Equal(1, quantile.Value!.Value / Math.Exp(0.25 * Normal.InvCDF(0, 1, (double)quantile.Level)), 2 * SimulationResult.Precision);
        // The mean below the quantile of part a: e^(s^2/2) N(z - s) / a.
        double shortfall = Math.Exp(0.03125) * Normal.CDF(0, 1, Normal.InvCDF(0, 1, 0.05) - 0.25) / 0.05;
        Assert.Equal(1, output.MeanOfLowest!.Value / shortfall, 3e-4);
    }

    [Fact]
    public void Value_ThatDoesNotApply_IsCountedAndLeftOut()
    {
        var values = Sample("uniform", 10_000).Select((x, i) => i % 7 == 3 ? double.PositiveInfinity : x).ToArray();
        var applying = values.Where(double.IsFinite).ToArray();

        var (with, without) = (OneNumber.Simulate(values)[OneNumber.Output], OneNumber.Simulate(applying)[OneNumber.Output]);

        Assert.Equal((applying.Length, values.Length - applying.Length), (with.Count, with.NotApplicable));
        Close(applying.Average(), with.Mean!.Value, 1);
        Assert.Equal(without.Quantiles.AsEnumerable(), with.Quantiles);
        Assert.Equal((without.MeanOfLowest, without.MeanOfHighest), (with.MeanOfLowest, with.MeanOfHighest));
    }

    [Fact]
    public void Output_ThatNeverApplies_HasNoStatistics()
    {
        var output = OneNumber.Simulate([.. Enumerable.Repeat(double.PositiveInfinity, 5000)])[OneNumber.Output];

        Assert.Equal((0, 5000), (output.Count, output.NotApplicable));
        Assert.Null(output.Mean);
        Assert.Null(output.Lowest);
        Assert.Null(output.MeanOfLowest);
        Assert.All(output.Quantiles, quantile => Assert.Null(quantile.Value));
    }

    [Fact]
    public void Output_ThatIsTheSameInEveryScenario_IsExact()
    {
        var output = OneNumber.Simulate([.. Enumerable.Repeat(19_500_000.1, 5000)])[OneNumber.Output];

        Assert.Equal((19_500_000.1, 0.0, null, 19_500_000.1), (output.Mean, output.StandardDeviation, output.Skewness, output.MeanOfHighest));
        Assert.All(output.Quantiles, quantile => Assert.Equal(19_500_000.1, quantile.Value));
        Assert.Equal(new ScenarioValue(19_500_000.1, 0), output.Lowest);
    }

    [Fact]
    public void Value_ThatIsNotANumber_IsRefusedWithItsFirstScenario()
    {
        var found = Assert.Throws<InvalidInputException>(() => OneNumber.Simulate(50_000, s => s >= 12_345 ? double.NaN : 1, options => options with { Threads = 3 }));

        Assert.Equal("Output 'X@2027-03-31': it cannot be computed in scenario 12345: the result is not a number; the inputs must be finite numbers, and those that formulas divide by above zero", found.Message);
    }

    static double[] Sample(string shape, int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(i => shape switch
        {
            "uniform" => random.NextDouble(),
            "money" => 20_000_000 * (1 + random.NextDouble()),
            "both signs" => 1e6 * (random.NextDouble() - 0.3),
            // Sixty-fourths of millions have no more digits than a decimal takes from a double.
            "far from zero" => 1e6 + random.Next(64) / 64.0,
            "atoms" => Math.Max(0, random.Next(-3, 4)) * 0.5,
            _ => Math.Exp(2 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())),
        })];
    }

    static double Spread(double[] values) => values.Max() - values.Min();

    static void Close(double expected, double actual, double scale) => Assert.InRange(Math.Abs(actual - expected), 0, Rounding * scale);
}
