using MathNet.Numerics.Distributions;
using NodaTime;
using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Randomness;
using static ProjectFinance.Tests.Scenarios.SmallScenarios;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>Prices against closed forms of the books, at several dates. Means are held to five standard errors of 200,000 paths, distributions to Kolmogorov's 2.2 / root n (one in 8,000).</summary>
public class PricePathTests
{
    const string Price = "Prices / gold";

    static readonly LocalDate[] Ends = [new(1996, 9, 30), new(1997, 6, 30), new(1999, 6, 30)];

    // ln P is normal with variance s^2 t, and the mean of P is the usual value.
    [Fact]
    public void GeometricBrownian_AroundThePlan_IsLognormalWithThePlanAsMean()
    {
        const double Volatility = 0.15;
        var (drawn, sample) = Drawn(Terms("gold", new GeometricBrownian(Volatility)));
        foreach (var end in Ends)
        {
            double usual = Known.Prices["gold"].On(end)!.Value, s = Volatility * Math.Sqrt(Years(Closing, end));
            double[] prices = sample.Of(drawn, Price, end), z = [.. prices.Select(p => (Math.Log(p / usual) + s * s / 2) / s)];
            HasMean(usual, prices);
            HasDeviation(1, z);
            Assert.True(Statistics.Kolmogorov(z, x => Normal.CDF(0, 1, x)) < 2.2 / Math.Sqrt(Paths));
        }
    }

    [Fact]
    public void GeometricBrownian_OverDisjointTimes_HasIndependentReturns()
    {
        var (drawn, sample) = Drawn(Terms("gold", new GeometricBrownian(0.2)));
        double[] a = sample.Of(drawn, Price, Ends[0]), b = sample.Of(drawn, Price, Ends[1]), c = sample.Of(drawn, Price, Ends[2]);

        Near(0, Statistics.Correlation([.. a.Zip(b, (x, y) => Math.Log(y / x))], [.. b.Zip(c, (x, y) => Math.Log(y / x))]), 5 / Math.Sqrt(Paths));
    }

    // E P(t) = P(0) e^(mu t), from the price of the plan on the first day or a stated one.
    [Theory]
    [InlineData(null, 385)]
    [InlineData("USD/oz 400", 400)]
    public void GeometricBrownian_WithADrift_GrowsFromItsBeginning(string? start, double first)
    {
        var (drawn, sample) = Drawn(Terms("gold", new GeometricBrownian(0.15) { Drift = 0.03, Start = start is null ? null : Quantity.Parse(start) }));
        foreach (var end in Ends) HasMean(first * Math.Exp(0.03 * Years(Closing, end)), sample.Of(drawn, Price, end));
    }

    // Schwartz (1997), model 1: ln P is normal with variance s^2 (1 - e^(-2 k t)) / 2k; here with the plan as mean.
    [Fact]
    public void MeanRevertingPrice_AroundThePlan_HasTheVarianceOfSchwartz()
    {
        const double Speed = 0.8, Volatility = 0.25;
        var (drawn, sample) = Drawn(Terms("gold", new MeanRevertingPrice(Speed, Volatility)));
        foreach (var end in Ends)
        {
            double[] prices = sample.Of(drawn, Price, end);
            HasMean(Known.Prices["gold"].On(end)!.Value, prices);
            HasDeviation(Math.Sqrt(Variance(Speed, Volatility, Years(Closing, end))), Logs(prices));
        }
    }

    // Corr(ln P(s), ln P(t)) = e^(-k (t - s)) root(v(s) / v(t)); its standard error is at most 1 / root n.
    [Fact]
    public void MeanRevertingPrice_AtTwoDates_HasTheAutocorrelationOfItsSpeed()
    {
        const double Speed = 0.8, Volatility = 0.25;
        var (drawn, sample) = Drawn(Terms("gold", new MeanRevertingPrice(Speed, Volatility)));
        double s = Years(Closing, Ends[1]), t = Years(Closing, Ends[2]);
        double expected = Math.Exp(-Speed * (t - s)) * Math.Sqrt(Variance(Speed, Volatility, s) / Variance(Speed, Volatility, t));

        Near(expected, Statistics.Correlation(Logs(sample.Of(drawn, Price, Ends[1])), Logs(sample.Of(drawn, Price, Ends[2]))), 5 / Math.Sqrt(Paths));
    }

    // E ln P(t) = e^(-k t) ln P(0) + (1 - e^(-k t)) (mu - s^2 / 2k), where the long-run mean of P is e^(mu - s^2 / 4k) (Schwartz 1997, section I.A).
    [Fact]
    public void MeanRevertingPrice_WithALevel_TendsToIt()
    {
        const double Speed = 0.8, Volatility = 0.25, Level = 330, Start = 400;
        var (drawn, sample) = Drawn(Terms("gold", new MeanRevertingPrice(Speed, Volatility) { Level = Quantity.Parse("USD/oz 330"), Start = Quantity.Parse("USD/oz 400") }));
        double mu = Math.Log(Level) + Volatility * Volatility / (4 * Speed);
        foreach (var end in Ends)
        {
            double left = Math.Exp(-Speed * Years(Closing, end)), mean = left * Math.Log(Start) + (1 - left) * (mu - Volatility * Volatility / (2 * Speed));
            HasMean(mean, Logs(sample.Of(drawn, Price, end)));
            HasMean(Math.Exp(mean + Variance(Speed, Volatility, Years(Closing, end)) / 2), sample.Of(drawn, Price, end));
        }
    }

    // The mean of the values where the column begins and ends, scaled to the column's usual average; its variance follows from that of the two.
    [Fact]
    public void Average_OfAColumn_IsTheMeanOfItsEnds()
    {
        const double Volatility = 0.2;
        var (drawn, sample) = Drawn(Terms("gold", new GeometricBrownian(Volatility)));
        LocalDate before = new(1997, 3, 31), end = new(1997, 6, 30);
        double[] average = sample.Of(drawn, $"{Price}, average", end), first = sample.Of(drawn, Price, before), last = sample.Of(drawn, Price, end);

        for (int k = 0; k < 1000; k++) Near(350 * (first[k] / 350 + last[k] / 350) / 2, average[k], 1e-10);
        double a = Volatility * Volatility * Years(Closing, before), b = Volatility * Volatility * Years(Closing, end);
        double variance = (Math.Exp(a) + Math.Exp(b) + 2 * Math.Exp(a)) / 4 - 1;
        // The fourth moment of so mild a lognormal is within a tenth of the normal's, hence six instead of five standard errors.
        Near(Math.Sqrt(variance), Deviation(average) / 350, 6 * Math.Sqrt(variance / (2.0 * Paths)));
    }

    // Of the first quarter's days after the closing all vary; from 15 August on only the 46 that are left.
    [Fact]
    public void Average_PartlyKnown_VariesByWhatIsLeft()
    {
        LocalDate from = new(1996, 8, 15), end = new(1996, 9, 30);
        var (drawn, sample) = Drawn(Terms("gold", new GeometricBrownian(0.2)) with { From = from }, 1000);
        double[] average = sample.Of(drawn, $"{Price}, average", end), last = sample.Of(drawn, Price, end);
        double open = 46.0 / 81;

        for (int k = 0; k < 1000; k++) Near(385 * (1 - open) + open * (385 + last[k]) / 2, average[k], 1e-10);
    }

    static double Variance(double speed, double volatility, double years) => volatility * volatility * (1 - Math.Exp(-2 * speed * years)) / (2 * speed);
}
