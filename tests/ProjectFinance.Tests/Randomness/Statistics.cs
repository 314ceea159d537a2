namespace ProjectFinance.Tests.Randomness;

/// <summary>What samples are measured by.</summary>
static class Statistics
{
    internal static double Correlation(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double meanX = 0, meanY = 0, xx = 0, yy = 0, xy = 0;
        for (int k = 0; k < x.Length; k++) (meanX, meanY) = (meanX + x[k] / x.Length, meanY + y[k] / x.Length);
        for (int k = 0; k < x.Length; k++)
        {
            var (dx, dy) = (x[k] - meanX, y[k] - meanY);
            (xx, yy, xy) = (xx + dx * dx, yy + dy * dy, xy + dx * dy);
        }
        return xy / Math.Sqrt(xx * yy);
    }

    /// <summary>The largest distance between the distribution of a sample and one given.</summary>
    internal static double Kolmogorov(double[] sample, Func<double, double> cumulative)
    {
        double[] sorted = [.. sample];
        Array.Sort(sorted);
        double distance = 0;
        for (int k = 0; k < sorted.Length; k++)
        {
            double c = cumulative(sorted[k]);
            distance = Math.Max(distance, Math.Max((k + 1.0) / sorted.Length - c, c - (double)k / sorted.Length));
        }
        return distance;
    }

    /// <summary>How many numbers lie between two; with the sign of the difference.</summary>
    internal static long UnitsBetween(double x, double y) => Ordered(x) - Ordered(y);

    static long Ordered(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        return bits < 0 ? long.MinValue - bits : bits;
    }
}
