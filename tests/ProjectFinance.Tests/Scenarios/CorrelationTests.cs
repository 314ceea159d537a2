using NodaTime;
using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Randomness;
using static ProjectFinance.Tests.Scenarios.SmallScenarios;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>Correlations found again in 200,000 paths, to five standard errors; that of a normal pair's correlation is (1 - r^2) / root n.</summary>
public class CorrelationTests
{
    static readonly LocalDate Before = new(1996, 9, 30), End = new(1996, 12, 31), Last = new(1999, 6, 30);

    static readonly ScenarioTerms All = Terms(
            ("gold", "gold", new GeometricBrownian(0.15)), ("rate", "LIBOR", new HullWhite(0.3, 0.01)), ("cost", "Unit cost", new LognormalMultiple(0.2)),
            ("delay", "Milestones / Completion date", new GammaDelay(400, 60)), ("fresh", "Costs", new LognormalMultiple(0.1) { Drawn = DrawnWhen.EachColumn }),
            ("grade", "Grade", new LognormalMultiple(0.1) { Drawn = DrawnWhen.EachColumn }))
        .Correlated("gold", "rate", -0.4).Correlated("gold", "cost", 0.5).Correlated("delay", "cost", 0.6).Correlated("fresh", "gold", 0.3).Correlated("fresh", "grade", -0.5).Correlated("fresh", "cost", 0.2);

    static readonly (DrawnScenarios Drawn, double[][] Sample) Sampled = Drawn(All);

    static double[] Gold => [.. Return(Closing, Before, 385, 385)];

    [Fact]
    public void Paths_InEveryStep_HaveTheirCorrelation()
    {
        double[] gold = [.. Return(Before, End, 385, 380)], a = Rate(Before), b = Rate(End);
        double keep = Math.Exp(-0.3 * Years(Before, End));
        double[] rate = [.. a.Zip(b, (x, y) => y - keep * x)];

        // Over 92 days the pull weakens the correlation of the sums of steps by 2e-4 at most.
        IsCorrelated(-0.4, gold, rate, 2e-4);
        IsCorrelated(0, Gold, rate);
    }

    [Fact]
    public void WhatIsDrawnOnce_WithAPath_HasItsCorrelationWithTheWholeMovement() => IsCorrelated(0.5, [.. Return(Closing, Last, 385, 300)], Logs(Of("Unit cost")));

    [Fact]
    public void Delay_ByTheCopula_HasItsCorrelation()
    {
        // A gamma variable of shape 44 is nearly normal: its correlation is that of the copula within a hundredth.
        IsCorrelated(0.6, Of("Milestones / Completion date"), Logs(Of("Unit cost")), 0.01);
        // Through the cost the delay is tied to gold only as far as stated: not at all.
        IsCorrelated(0, Of("Milestones / Completion date"), [.. Return(Closing, Last, 385, 300)]);
    }

    [Fact]
    public void WhatIsDrawnInEachColumn_WithAPath_HasItsCorrelationWithTheMovementInTheColumn()
    {
        IsCorrelated(0.3, [.. Return(Before, End, 385, 380)], Logs(Of("Costs", End)));
        IsCorrelated(0, [.. Return(Before, End, 385, 380)], Logs(Of("Costs", Before)));
        IsCorrelated(-0.5, Logs(Of("Grade", End)), Logs(Of("Costs", End)));
        IsCorrelated(0, Logs(Of("Grade", End)), [.. Return(Before, End, 385, 380)]);
    }

    // With the sum over all columns, each weighted by the root of its share of the time.
    [Fact]
    public void WhatIsDrawnOnce_WithColumns_HasItsCorrelationWithAllOfThem()
    {
        var sum = new double[Paths];
        var columns = Sampled.Drawn.Inputs.Where(cell => cell.Name == "Costs").ToList();
        foreach (var cell in columns)
        {
            double weight = Math.Sqrt(cell.Period!.Days / (double)columns.Sum(column => column.Period!.Days));
            var logs = Logs(Of("Costs", cell.Period.End));
            for (int k = 0; k < Paths; k++) sum[k] += weight * logs[k];
        }
        IsCorrelated(0.2, sum, Logs(Of("Unit cost")));
    }

    [Fact]
    public void Uncorrelated_Pairs_AreIndependent()
    {
        IsCorrelated(0, Rate(Last), Logs(Of("Unit cost")));
        IsCorrelated(0, Of("Milestones / Completion date"), Rate(Last));
    }

    static IEnumerable<double> Return(LocalDate from, LocalDate to, double usual, double usualThen)
    {
        var then = Of("Prices / gold", to);
        return from == Closing ? then.Select(p => Math.Log(p / usualThen)) : Of("Prices / gold", from).Zip(then, (p, q) => Math.Log(q / usualThen / (p / usual)));
    }

    static double[] Rate(LocalDate end)
    {
        double mean = Known.IndexOn("LIBOR", end)!.Value;
        return [.. Of("Indices / LIBOR", end).Select(rate => rate - mean)];
    }

    static double[] Of(string line, LocalDate end) => Sampled.Sample.Of(Sampled.Drawn, line, end);

    static double[] Of(string parameter) => Sampled.Sample.Of(Sampled.Drawn, parameter);

    static void IsCorrelated(double expected, double[] x, double[] y, double bias = 0) => Near(expected, Statistics.Correlation(x, y), 5 * (1 - expected * expected) / Math.Sqrt(Paths) + bias);
}
