using MathNet.Numerics.Distributions;
using NodaTime;
using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Randomness;
using static ProjectFinance.Tests.Scenarios.SmallScenarios;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>Multiples of plans and delays against their distributions: five standard errors, Kolmogorov's 2.2 / root n.</summary>
public class PlanFactorTests
{
    const string Costs = "Costs", Completion = "Milestones / Completion date";

    static readonly LocalDate One = new(1997, 3, 31), Other = new(1998, 3, 31);

    [Theory]
    [InlineData(1)]
    [InlineData(1.1)]
    public void LognormalMultiple_DrawnOnce_HasItsMeanAndDeviationInEveryColumn(double mean)
    {
        var (drawn, sample) = Drawn(Terms(Costs, new LognormalMultiple(0.2) { Mean = mean }));
        double[] one = sample.Of(drawn, Costs, One), other = sample.Of(drawn, Costs, Other);
        double usual = drawn.Inputs.First(cell => cell.Period!.End == One).Value, variance = Math.Log(1 + 0.2 * 0.2), usualOther = drawn.Inputs.First(cell => cell.Period!.End == Other).Value;

        HasMean(mean * usual, one);
        HasDeviation(1, [.. one.Select(x => (Math.Log(x / usual / mean) + variance / 2) / Math.Sqrt(variance))]);
        for (int k = 0; k < 1000; k++) Near(one[k] / usual, other[k] / usualOther, 1e-14);
    }

    [Fact]
    public void LognormalMultiple_DrawnInEachColumn_IsIndependentFromColumnToColumn()
    {
        var (drawn, sample) = Drawn(Terms(Costs, new LognormalMultiple(0.2) { Drawn = DrawnWhen.EachColumn }));
        double[] one = sample.Of(drawn, Costs, One), other = sample.Of(drawn, Costs, Other);

        HasMean(drawn.Inputs.First(cell => cell.Period!.End == One).Value, one);
        Near(0, Statistics.Correlation(one, other), 5 / Math.Sqrt(Paths));
    }

    [Theory]
    [InlineData(0.9, null, 1.15, 0.95)]
    [InlineData(0.8, 1.0, 1.4, 1.0)]
    [InlineData(1.0, 1.0, 1.5, 1.0)]
    public void TriangularMultiple_OfAParameter_IsTriangular(double low, double? mode, double high, double expectedMode)
    {
        var (drawn, sample) = Drawn(Terms("Unit cost", new TriangularMultiple(low, high) { Mode = mode }));
        var multiples = sample.Of(drawn, "Unit cost").Select(x => x / 200).ToArray();

        HasMean((low + expectedMode + high) / 3, multiples);
        Assert.True(Statistics.Kolmogorov(multiples, x => Triangular.CDF(low, high, expectedMode, x)) < 2.2 / Math.Sqrt(Paths));
    }

    [Fact]
    public void DiscreteDelay_OfCompletion_HasItsProbabilities()
    {
        var (drawn, sample) = Drawn(Terms(Completion, new DiscreteDelay([new(90, 0.3), new(0, 0.5), new(-30, 0.05), new(365, 0.15)])));
        var expected = NodaTime.Period.DaysBetween(Closing, new LocalDate(1997, 6, 30));
        var delays = sample.Of(drawn, Completion).Select(date => date - expected).ToList();

        foreach (var (days, probability) in new[] { (90, 0.3), (0, 0.5), (-30, 0.05), (365, 0.15) })
            Near(probability, delays.Count(delay => delay == days) / (double)Paths, 5 * Math.Sqrt(probability * (1 - probability) / Paths));
        Assert.All(delays, delay => Assert.Contains((int)delay, new[] { 90, 0, -30, 365 }));
    }

    // Rounding to whole days leaves the mean and adds a twelfth to the variance (Sheppard).
    [Theory]
    [InlineData(90, 60)]
    [InlineData(200, 40)]
    public void GammaDelay_OfCompletion_IsGammaInWholeDays(double mean, double deviation)
    {
        var (drawn, sample) = Drawn(Terms(Completion, new GammaDelay(mean, deviation)));
        var expected = NodaTime.Period.DaysBetween(Closing, new LocalDate(1997, 6, 30));
        double[] delays = [.. sample.Of(drawn, Completion).Select(date => date - expected)];
        double shape = mean * mean / (deviation * deviation), rate = mean / (deviation * deviation);

        Assert.All(delays, delay => Assert.True(delay == Math.Floor(delay) && delay >= 0));
        HasMean(mean, delays);
        // The fourth central moment of a gamma variable is (3 + 6 / shape) sd^4.
        Near(Math.Sqrt(deviation * deviation + 1.0 / 12), Deviation(delays), 5 * deviation * Math.Sqrt((2 + 6 / shape) / (4 * Paths)));
        foreach (int day in new[] { 5, 30, 90, 180, 250 })
        {
            double less = Gamma.CDF(shape, rate, day + 0.5);
            Near(less, delays.Count(delay => delay <= day) / (double)Paths, 5 * Math.Sqrt(less * (1 - less) / Paths) + 1e-12);
        }
    }

    [Fact]
    public void Completion_ReachedByTheBeginning_DoesNotVary()
    {
        var (drawn, _) = Drawn(Terms(Completion, new GammaDelay(90, 60)) with { From = new(1997, 6, 30) }, 8);
        Assert.Empty(drawn.Inputs);
    }

    [Fact]
    public void Costs_OfColumnsThatAreOver_DoNotVary()
    {
        var (drawn, _) = Drawn(Terms(Costs, new LognormalMultiple(0.1)) with { From = new(1997, 3, 31) }, 8);
        Assert.Equal(new LocalDate(1997, 6, 30), drawn.Inputs[0].Period!.End);
    }
}
