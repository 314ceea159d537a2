using ProjectFinance.Randomness;

namespace ProjectFinance.CashFlows;

/// <summary>Compound growth, accurate for rates however small, with the same bits on every processor.</summary>
static class Growth
{
    // Below it the first terms of the series are more accurate than the difference.
    const double SmallTotal = 0.02;

    /// <summary>ln(1 + rate) for rates above -100 %. Method: Kahan's, which divides out the rounding of 1 + rate.</summary>
    internal static double Log(double rate)
    {
        double sum = 1 + rate;
        if (sum == 1) return rate;
        return double.IsInfinity(sum) ? sum : Logarithm.Of(sum) * (rate / (sum - 1));
    }

    /// <summary>e to the power x, less 1. Method: Kahan's.</summary>
    internal static double ExpLessOne(double x)
    {
        double power = Exponential.Of(x);
        if (power == 1) return x;
        double less = power - 1;
        return less == -1 || double.IsInfinity(power) ? less : less * (x / Logarithm.Of(power));
    }

    /// <summary>(1 + rate) to the power of periods; below -100 % periods must be whole.</summary>
    internal static double Factor(double rate, double periods)
    {
        if (periods == 0) return 1;
        if (rate > -1) return Exponential.Of(periods * Log(rate));
        if (rate == -1) return periods > 0 ? 0 : double.PositiveInfinity;
        double size = Exponential.Of(periods * Logarithm.Of(-1 - rate));
        return Math.IEEERemainder(periods, 2) == 0 ? size : -size;
    }

    /// <summary>(1 + rate) to the power of periods, less 1.</summary>
    internal static double Gain(double rate, double periods) => rate > -1 ? ExpLessOne(periods * Log(rate)) : Factor(rate, periods) - 1;

    /// <summary>What payments of 1 at the end of each period have grown to: ((1 + rate)^periods - 1) / rate, which at rate zero is the number of periods.</summary>
    internal static double OfPayments(double rate, double periods) => rate == 0 ? periods : Gain(rate, periods) / rate;

    /// <summary>What the same payments are worth one period before the first of them.</summary>
    internal static double OfPaymentsDiscounted(double rate, double periods) => rate == 0 ? periods : -Gain(rate, -periods) / rate;

    /// <summary>What <see cref="OfPayments"/> is above the payments themselves, for a rate above zero.</summary>
    internal static double OfPaymentsBeyond(double rate, double periods)
    {
        if (rate * periods > SmallTotal) return OfPayments(rate, periods) - periods;
        // The binomial series without its first term.
        double term = periods * (periods - 1) / 2 * rate, sum = 0;
        for (int k = 2; k < 12; k++)
        {
            sum += term;
            term *= (periods - k) / (k + 1) * rate;
        }
        return sum;
    }
}
