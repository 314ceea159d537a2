using NodaTime;
using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Randomness;
using static ProjectFinance.Tests.Scenarios.SmallScenarios;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>Rates against closed forms: Hull and White (1990), Vasicek (1977), Ho and Lee (1986). Five standard errors of 200,000 paths.</summary>
public class RatePathTests
{
    const string Rate = "Indices / LIBOR";

    static readonly LocalDate[] Ends = [new(1996, 9, 30), new(1997, 6, 30), new(1999, 6, 30)];

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.001)]
    [InlineData(0)]
    public void HullWhite_OnEveryDate_HasTheForwardRateAsMeanAndItsVariance(double speed)
    {
        const double Volatility = 0.012;
        var (drawn, sample) = Drawn(Terms("LIBOR", new HullWhite(speed, Volatility)));
        foreach (var end in Ends)
        {
            double t = Years(Closing, end), variance = speed == 0 ? t : (1 - Math.Exp(-2 * speed * t)) / (2 * speed);
            HasMean(Known.IndexOn("LIBOR", end)!.Value, sample.Of(drawn, Rate, end));
            HasDeviation(Volatility * Math.Sqrt(variance), sample.Of(drawn, Rate, end));
        }
    }

    // E r(t) = b + (r(0) - b) e^(-a t).
    [Theory]
    [InlineData(null, 0.056)]
    [InlineData(0.03, 0.03)]
    public void Vasicek_FromItsBeginning_IsPulledToItsLevel(double? start, double first)
    {
        const double Speed = 0.4, Level = 0.07, Volatility = 0.01;
        var (drawn, sample) = Drawn(Terms("LIBOR", new Vasicek(Speed, Level, Volatility) { Start = start is { } given ? (Percentage)given : null }));
        foreach (var end in Ends)
        {
            double t = Years(Closing, end);
            HasMean(Level + (first - Level) * Math.Exp(-Speed * t), sample.Of(drawn, Rate, end));
            HasDeviation(Volatility * Math.Sqrt((1 - Math.Exp(-2 * Speed * t)) / (2 * Speed)), sample.Of(drawn, Rate, end));
        }
    }

    [Fact]
    public void HullWhite_AtTwoDates_HasTheAutocorrelationOfItsSpeed()
    {
        const double Speed = 0.5;
        var (drawn, sample) = Drawn(Terms("LIBOR", new HullWhite(Speed, 0.01)));
        double s = Years(Closing, Ends[1]), t = Years(Closing, Ends[2]);
        double expected = Math.Exp(-Speed * (t - s)) * Math.Sqrt((1 - Math.Exp(-2 * Speed * s)) / (1 - Math.Exp(-2 * Speed * t)));

        Near(expected, Statistics.Correlation(sample.Of(drawn, Rate, Ends[1]), sample.Of(drawn, Rate, Ends[2])), 5 / Math.Sqrt(Paths));
    }

    // A rate of m + s z that is not below f has the mean f + s (d N(d) + n(d)), where d = (m - f) / s.
    [Fact]
    public void HullWhite_WithAFloor_IsNeverBelowIt()
    {
        const double Floor = 0.05, Volatility = 0.02;
        var (drawn, sample) = Drawn(Terms("LIBOR", new HullWhite(0, Volatility) { Floor = Floor }));
        var rates = sample.Of(drawn, Rate, Ends[1]);
        double s = Volatility * Math.Sqrt(Years(Closing, Ends[1])), d = (Known.IndexOn("LIBOR", Ends[1])!.Value - Floor) / s;

        // The rate is put together again from its mean and its deviation, hence a unit in the last place.
        Assert.True(rates.Min() >= Floor - 1e-17 && rates.Min() <= Floor + 1e-17);
        HasMean(Floor + s * (d * MathNet.Numerics.Distributions.Normal.CDF(0, 1, d) + Math.Exp(-d * d / 2) / Math.Sqrt(2 * Math.PI)), rates);
    }

    [Fact]
    public void LeaseRate_ThatIsADifference_MovesWithItsParts()
    {
        var (drawn, sample) = Drawn(Terms(("a", "LIBOR", new HullWhite(0.2, 0.01)), ("b", "forward rate", new HullWhite(0.1, 0.005))), 1000);
        foreach (var end in Ends)
        {
            double[] of = sample.Of(drawn, Rate, end), less = sample.Of(drawn, "Indices / forward rate", end), lease = sample.Of(drawn, "Indices / lease rate", end);
            for (int k = 0; k < 1000; k++) Near(of[k] - less[k], lease[k], 1e-15);
        }
    }

    [Fact]
    public void LeaseRate_WithOnePartMoved_MovesByIt()
    {
        var (drawn, sample) = Drawn(Terms("LIBOR", new GeometricBrownian(0.2)), 1000);
        double[] of = sample.Of(drawn, Rate, Ends[2]), lease = sample.Of(drawn, "Indices / lease rate", Ends[2]);
        double less = Known.IndexOn("forward rate", Ends[2])!.Value;

        for (int k = 0; k < 1000; k++) Near(of[k] - less, lease[k], 1e-15);
        Assert.DoesNotContain(drawn.Inputs, cell => cell.Name == "Indices / forward rate");
    }

    [Fact]
    public void Rates_ObservedUpToTheBeginning_DoNotVary()
    {
        var (drawn, _) = Drawn(Terms(("a", "LIBOR", new HullWhite(0.2, 0.01)), ("b", "gold", new GeometricBrownian(0.1))) with { From = new(1997, 3, 31) }, 8);

        Assert.All(drawn.Inputs, cell => Assert.True(cell.Observed!.Over.End > new LocalDate(1997, 3, 31), cell.ToString()));
        Assert.Contains(drawn.Inputs, cell => cell.Observed!.Over.End == new LocalDate(1997, 6, 30));
    }
}
