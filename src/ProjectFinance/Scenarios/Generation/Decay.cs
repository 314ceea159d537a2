using ProjectFinance.Randomness;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>What exact steps of processes with a pull are made of, with the same bits on every machine.</summary>
static class Decay
{
    // With x up to a half, the terms left out are below the last place.
    const int Terms = 16;

    /// <summary>What is left of a deviation after some years: e to the power -speed x years.</summary>
    internal static double Left(double speed, double years) => Exponential.Of(-speed * years);

    /// <summary>The variance that a deviation gathers in some years: volatility^2 (1 - e^(-2 speed years)) / (2 speed); volatility^2 years without any pull.</summary>
    internal static double Variance(double speed, double volatility, double years) => volatility * volatility * years * Mean(2 * speed * years);

    /// <summary>(1 - e^-x) / x, the mean of e^-u for u from 0 to x.</summary>
    static double Mean(double x)
    {
        if (x > 0.5) return (1 - Exponential.Of(-x)) / x;
        double sum = 0;
        for (int n = Terms; n >= 1; n--) sum = (1 - sum) * x / (n + 1);
        return 1 - sum;
    }
}
