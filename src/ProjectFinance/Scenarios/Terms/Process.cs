namespace ProjectFinance.Scenarios;

/// <summary>The law by which a factor varies. The alternatives are the sealed records of this namespace.</summary>
public abstract record Process
{
    private protected Process() { }
}

/// <summary>
/// A price whose returns are normal and independent: geometric Brownian motion, dP = mu P dt + volatility P dW. For prices and indices of the market.
/// </summary>
/// <param name="Volatility">The standard deviation of a year's logarithmic return: 14 % is 0.14. From zero to 500 %.</param>
public sealed record GeometricBrownian(Percentage Volatility) : Process
{
    /// <summary>
    /// The yearly rate, continuously compounded, at which the mean price grows from <see cref="Start"/>: from -100 % to 100 %. The default, null, is that the mean of every input is its usual value: the plan,
    /// or the market's own path.
    /// </summary>
    public Percentage? Drift { get; init; }

    /// <summary>The price at the beginning, in the unit of the series; only beside a drift. The default, null, is what the market or the plan has for that day.</summary>
    public Quantity? Start { get; init; }
}

/// <summary>
/// A price whose logarithm is pulled back to a level: the first model of E. S. Schwartz, "The Stochastic Behavior of Commodity Prices", Journal of Finance 52 (1997), 923-973.
/// For prices and indices of the market.
/// </summary>
/// <param name="Speed">How fast it is pulled back, a year: at 0.5 half of a deviation of the logarithm is gone after ln 2 / 0.5 = 1.4 years. Above zero.</param>
/// <param name="Volatility">The standard deviation of the logarithm's movement in a year without any pull: 20 % is 0.2. From zero to 500 %.</param>
public sealed record MeanRevertingPrice(double Speed, Percentage Volatility) : Process
{
    /// <summary>
    /// The price to which the mean tends in the long run, in the unit of the series. The default, null, is that the mean of every input is its usual value and only deviations from it are pulled back.
    /// </summary>
    public Quantity? Level { get; init; }

    /// <summary>The price at the beginning; only beside a level. The default, null, is what the market or the plan has for that day.</summary>
    public Quantity? Start { get; init; }
}

/// <summary>
/// A rate that is its forward curve and a normal deviation that is pulled back to zero: J. Hull and A. White (1990), fitted, so that the mean of every input is its usual value.
/// For indices of the market.
/// </summary>
/// <param name="Speed">How fast a deviation is pulled back, a year. Zero or more; zero gives the model of Ho and Lee.</param>
/// <param name="Volatility">The standard deviation of the rate's movement in a year without any pull, in rate points: 1 % is 0.01. From zero to 100 %.</param>
public sealed record HullWhite(double Speed, Percentage Volatility) : Process
{
    /// <summary>The least rate, from -100 % to 100 %: lower values become this one. The default, null, is none, and rates may be negative.</summary>
    public Percentage? Floor { get; init; }
}

/// <summary>A rate that is pulled to a stated level, whatever the forward curve says: O. Vasicek (1977), dr = speed (level - r) dt + volatility dW. For indices of the market.</summary>
/// <param name="Speed">How fast it is pulled, a year. Above zero.</param>
/// <param name="Level">The rate to which it is pulled, as a yearly fraction: 5.5 % is 0.055. From -100 % to 100 %.</param>
/// <param name="Volatility">The standard deviation of the rate's movement in a year without any pull, in rate points: 1 % is 0.01. From zero to 100 %.</param>
public sealed record Vasicek(double Speed, Percentage Level, Percentage Volatility) : Process
{
    /// <summary>The rate at the beginning, from -100 % to 100 %. The default, null, is what the market or the plan has for that day.</summary>
    public Percentage? Start { get; init; }

    /// <summary>The least rate, from -100 % to 100 %: lower values become this one. The default, null, is none, and rates may be negative.</summary>
    public Percentage? Floor { get; init; }
}
