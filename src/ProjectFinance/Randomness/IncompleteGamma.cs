namespace ProjectFinance.Randomness;

/// <summary>The probability that a gamma variable of a shape and of scale one stays below a number, and that it does not, with the same bits on every processor.</summary>
static class IncompleteGamma
{
    const double Precision = 1e-17, Tiny = 1e-300;
    const int MostTerms = 100_000;

    /// <summary>Both probabilities; the smaller one keeps its digits.</summary>
    /// <param name="shape">Above zero.</param>
    /// <param name="x">Above zero.</param>
    /// <remarks>Below shape + 1 by the series of Abramowitz and Stegun 6.5.29, above by the continued fraction 6.5.31.</remarks>
    internal static (double Less, double More) Of(double shape, double x)
    {
        if (x < shape + 1)
        {
            double less = Exponential.Of(shape * Logarithm.Of(x) - x - LogGamma(shape + 1)) * Series(shape, x);
            return (less, 1 - less);
        }
        double more = Exponential.Of(shape * Logarithm.Of(x) - x - LogGamma(shape)) / Fraction(shape, x);
        return (1 - more, more);
    }

    static double Series(double shape, double x)
    {
        double sum = 1, term = 1;
        for (int n = 1; n < MostTerms && term > sum * Precision; n++)
        {
            term *= x / (shape + n);
            sum += term;
        }
        return sum;
    }

    // Lentz's method.
    static double Fraction(double shape, double x)
    {
        double b = x + 1 - shape, fraction = b, c = b, d = 0;
        if (fraction == 0) fraction = c = Tiny;
        for (int n = 1; n < MostTerms; n++)
        {
            double a = n * (shape - n);
            b += 2;
            d = b + a * d;
            c = b + a / c;
            d = 1 / (d == 0 ? Tiny : d);
            if (c == 0) c = Tiny;
            fraction *= c * d;
            if (Math.Abs(c * d - 1) < 1e-16) break;
        }
        return fraction;
    }

    /// <summary>ln of the gamma function, for numbers above zero: Stirling's series from ten on, the recurrence below.</summary>
    internal static double LogGamma(double x)
    {
        double product = 1;
        for (; x < 10; x++) product *= x;
        double z = 1 / (x * x);
        double series = (1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680 - z * (1.0 / 1188 - z * (691.0 / 360360 - z / 156)))))) / x;
        const double HalfLogOfTwoPi = 0.91893853320467274178;
        return (x - 0.5) * Logarithm.Of(x) - x + HalfLogOfTwoPi + series - Logarithm.Of(product);
    }
}
