using System.Collections.Immutable;

namespace ProjectFinance.Reporting;

/// <summary>Round numbers along an axis: 0, 5, 10, 15.</summary>
static class RoundTicks
{
    static readonly ImmutableArray<double> Steps = [1, 2, 2.5, 5, 10];

    /// <summary>Equal steps of 1, 2, 2.5 or 5 times a power of ten, from at or below the lowest to at or above the highest.</summary>
    /// <param name="lowest">What the axis must reach down to.</param>
    /// <param name="highest">What it must reach up to; where it is not above the lowest, one step more.</param>
    /// <param name="most">How many steps there may be. The default is 6.</param>
    internal static ImmutableArray<double> Between(double lowest, double highest, int most = 6)
    {
        if (!(highest > lowest)) highest = lowest + 1;
        double power = 1;
        while (power * 10 * most < highest - lowest) power *= 10;
        while (power * most > highest - lowest) power /= 10;
        foreach (double step in Steps.Select(times => times * power))
        {
            double first = Math.Floor(lowest / step), last = Math.Ceiling(highest / step);
            if (last - first <= most) return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)];
        }
        // Both ends may fall inside a step.
        return Between(lowest, highest, most + 1);
    }
}
