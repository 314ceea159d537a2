using ProjectFinance.Randomness;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>
/// A path whose deviation x from its mean begins at zero, is pulled back to it, and is normal: x(t + h) = e^(-speed h) x(t) + noise.
/// A rate is mean + x; a price is mean times e^(x - variance of x / 2), so that its mean is the mean.
/// </summary>
/// <param name="Speed">How fast x is pulled back, a year.</param>
/// <param name="Volatility">The standard deviation of what x gathers in a year without any pull.</param>
/// <param name="OfPrice">Whether it is a price's.</param>
sealed record PathLaw(double Speed, double Volatility, bool OfPrice) : FactorLaw
{
    internal override bool IsMultiple => OfPrice;

    internal override bool IsPositive => IsMultiple || Floor > 0;

    /// <summary>The law of a factor that is such a path.</summary>
    internal static new PathLaw Of(Process process, Func<double> observed)
    {
        switch (process)
        {
            case GeometricBrownian { Drift: { } drift } x:
                double first = x.Start?.Value ?? observed();
                return new(0, x.Volatility, true) { Mean = years => first * Exponential.Of(drift * years) };
            case GeometricBrownian x: return new(0, x.Volatility, true);
            case MeanRevertingPrice { Level: { } level } x: return new(x.Speed, x.Volatility, true) { Mean = PulledPrice(x, level.Value, x.Start?.Value ?? observed()) };
            case MeanRevertingPrice x: return new(x.Speed, x.Volatility, true);
            case HullWhite x: return new(x.Speed, x.Volatility, false) { Floor = x.Floor?.Fraction };
            case Vasicek x:
                double start = x.Start?.Fraction ?? observed();
                return new(x.Speed, x.Volatility, false) { Floor = x.Floor?.Fraction, Mean = years => x.Level + (start - x.Level) * Decay.Left(x.Speed, years) };
            default: throw new ArgumentOutOfRangeException(nameof(process), process, "Not a path.");
        }
    }

    // ln P is pulled to ln(level) - volatility^2 / (4 speed), so that the mean of P tends to the level.
    static Func<double, double> PulledPrice(MeanRevertingPrice terms, double level, double start)
    {
        double pulledTo = Logarithm.Of(level) - terms.Volatility * terms.Volatility / (4 * terms.Speed), from = Logarithm.Of(start);
        return years => Exponential.Of(pulledTo + (from - pulledTo) * Decay.Left(terms.Speed, years) + Decay.Variance(terms.Speed, terms.Volatility, years) / 2);
    }
}
