using NodaTime;
using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Randomness;
using static ProjectFinance.Tests.Scenarios.SmallScenarios;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>Sobol points give the same distributions as pseudo-random numbers, more evenly.</summary>
public class SobolScenarioTests
{
    const int Points = 4096;

    static readonly LocalDate Before = new(1996, 9, 30), End = new(1996, 12, 31), Last = new(1999, 6, 30);

    static readonly ScenarioTerms Described = Terms(
            ("gold", "gold", new GeometricBrownian(0.2)), ("rate", "LIBOR", new HullWhite(0.3, 0.01)), ("cost", "Unit cost", new LognormalMultiple(0.2)),
            ("fresh", "Costs", new LognormalMultiple(0.1) { Drawn = DrawnWhen.EachColumn }), ("past", "forward rate", DrawnScenariosTests.HistoryOfRates()))
        .Correlated("gold", "rate", -0.4).Correlated("gold", "cost", 0.5) with { Sampling = Sampling.Sobol };

    // The mean of 4,096 pseudo-random prices after three years is off by 0.5 % (one standard error); Sobol points must be twenty times nearer, and here are a hundred times.
    [Fact]
    public void Mean_OfAPath_IsMuchNearerThanWithPseudoRandomNumbers()
    {
        var (drawn, sample) = Drawn(Described, Points);
        double[] prices = sample.Of(drawn, "Prices / gold", Last);

        Near(300, prices.Average(), Deviation(prices) / Math.Sqrt(Points) / 20);
        Near(200, sample.Of(drawn, "Unit cost").Average(), 200 * 0.2 / Math.Sqrt(Points) / 20);
        Near(Known.IndexOn("LIBOR", Last)!.Value, sample.Of(drawn, "Indices / LIBOR", Last).Average(), 0.01 / Math.Sqrt(Points) / 5);
    }

    // The points are not independent, so the standard errors of independent ones are more than is needed.
    [Fact]
    public void Paths_OfSobolPoints_HaveTheVariancesAndCorrelationsOfTheirLaws()
    {
        var (drawn, sample) = Drawn(Described, Points);
        double[] a = Logs(sample.Of(drawn, "Prices / gold", Before)), b = Logs(sample.Of(drawn, "Prices / gold", End)), c = Logs(sample.Of(drawn, "Prices / gold", Last));
        double[] later = [.. b.Zip(c, (x, y) => y - x)], between = [.. a.Zip(b, (x, y) => y - x)];

        HasDeviation(0.2 * Math.Sqrt(Years(Closing, Before)), a);
        HasDeviation(0.2 * Math.Sqrt(Years(Before, End)), between);
        HasDeviation(0.2 * Math.Sqrt(Years(End, Last)), later);
        Near(0, Statistics.Correlation(between, later), 5 / Math.Sqrt(Points));
        Near(0.5, Statistics.Correlation(c, Logs(sample.Of(drawn, "Unit cost"))), 4 / Math.Sqrt(Points));
        Near(-0.4, Statistics.Correlation(a, sample.Of(drawn, "Indices / LIBOR", Before)), 5 / Math.Sqrt(Points));
    }

    [Fact]
    public void Scenario_InAnyBlock_HasTheSameBits()
    {
        var model = Model();
        var drawn = new DrawnScenarios(model, Described);
        double[][] whole = drawn.Sample(model, 700), some = drawn.Sample(model, 600, 37, 100);

        for (int i = 0; i < whole.Length; i++) Assert.True(whole[i].AsSpan(100).SequenceEqual(some[i]), drawn.Inputs[i].ToString());
    }

    [Fact]
    public void Scenario_WithFewerInputsNeeded_HasTheSameBits()
    {
        var model = Model();
        var drawn = new DrawnScenarios(model, Described);
        var fewer = new DrawnScenarios(model, Described, needed: drawn.Inputs.Where(cell => cell.Name == "Unit cost"));

        Assert.Equal(drawn.Sample(model, 100).Of(drawn, "Unit cost"), Assert.Single(fewer.Sample(model, 100)));
    }
}
