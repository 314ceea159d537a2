using NodaTime;
using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Randomness;
using static ProjectFinance.Tests.Scenarios.SmallScenarios;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>A path that takes several steps at once has the law it had step by step, what is drawn once included.</summary>
public class MergedStepsTests
{
    const int Paths = 1 << 16;
    const double Speed = 1.5, Rho = 0.6;

    static readonly LocalDate Last = new(1999, 6, 30);

    [Theory]
    [InlineData(Sampling.PseudoRandom)]
    [InlineData(Sampling.Sobol)]
    public void PulledRate_BetweenItsFixings_IsCorrelatedWithWhatIsDrawnOnceAsItsStepsAre(Sampling sampling)
    {
        var terms = Terms(("gold", "gold", new GeometricBrownian(0.2)), ("rate", "LIBOR", new HullWhite(Speed, 0.01)), ("cost", "Unit cost", new LognormalMultiple(0.2)))
            .Correlated("rate", "cost", Rho).Correlated("gold", "rate", 0.3) with { Sampling = sampling };
        var (drawn, sample) = Drawn(terms, Paths);
        double[] rate = sample.Of(drawn, "Indices / LIBOR", Last), cost = Logs(sample.Of(drawn, "Unit cost")), gold = Logs(sample.Of(drawn, "Prices / gold", Last));
        double t = Years(Closing, Last);
        // The correlation of the integrals of e^(-speed (t - u)) and of 1 over a Brownian motion.
        double expected = Rho * (1 - Math.Exp(-Speed * t)) / Speed / Math.Sqrt((1 - Math.Exp(-2 * Speed * t)) / (2 * Speed) * t);

        // The standard error is below 1 / sqrt(paths) = 0.004; four are allowed for, and 0.005 for steps of up to three months in place of an integral.
        double allowed = 4 / Math.Sqrt(Paths) + 0.005;
        Near(expected, Statistics.Correlation(rate, cost), allowed);
        Near(0, Statistics.Correlation(gold, cost), allowed);
        HasDeviation(Math.Sqrt(Math.Log(1.04)), cost);
        HasDeviation(0.01 * Math.Sqrt((1 - Math.Exp(-2 * Speed * t)) / (2 * Speed)), rate);
    }
}
