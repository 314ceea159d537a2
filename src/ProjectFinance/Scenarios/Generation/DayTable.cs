using System.Collections.Immutable;
using ProjectFinance.Randomness;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>Whole days with their probabilities, as the normal variates that part one from the next.</summary>
sealed class DayTable : INormalMap
{
    // Uniform numbers have 52 bits: no variate of them lies further out.
    const double Furthest = 8.3;

    readonly ImmutableArray<double> days, bounds;

    // bounds[i] parts days[i] from days[i + 1].
    DayTable(ImmutableArray<double> days, ImmutableArray<double> bounds) => (this.days, this.bounds) = (days, bounds);

    /// <summary>The least number of days.</summary>
    internal double Least => days[0];

    /// <summary>Stated days.</summary>
    internal static DayTable Of(DiscreteDelay terms)
    {
        var inOrder = terms.Days.Where(delay => delay.Probability > 0).OrderBy(delay => delay.Days).ToList();
        var bounds = new double[inOrder.Count - 1];
        double less = 0, more = inOrder.Sum(delay => delay.Probability);
        for (int i = 0; i < bounds.Length; i++)
        {
            (less, more) = (less + inOrder[i].Probability, more - inOrder[i].Probability);
            bounds[i] = Bound(less, more);
        }
        return new([.. inOrder.Select(delay => (double)delay.Days)], [.. bounds]);
    }

    /// <summary>A gamma variable to the nearest day.</summary>
    internal static DayTable Of(GammaDelay terms)
    {
        double shape = terms.Mean / terms.Deviation * (terms.Mean / terms.Deviation), scale = terms.Deviation * terms.Deviation / terms.Mean;
        var bounds = ImmutableArray.CreateBuilder<double>();
        for (double day = 0.5; ; day++)
        {
            var (less, more) = IncompleteGamma.Of(shape, day / scale);
            double bound = Bound(less, more);
            if (bound > Furthest) break;
            bounds.Add(bound);
        }
        return new([.. Enumerable.Range(0, bounds.Count + 1).Select(day => (double)day)], bounds.ToImmutable());
    }

    /// <inheritdoc/>
    public void Apply(Span<double> normals)
    {
        var parting = bounds.AsSpan();
        for (int k = 0; k < normals.Length; k++) normals[k] = days[Below(parting, normals[k])];
    }

    /// <summary>How many bounds lie below a number.</summary>
    static int Below(ReadOnlySpan<double> bounds, double z)
    {
        int from = 0;
        for (int left = bounds.Length; left > 0;)
        {
            int half = left / 2;
            bool above = bounds[from + half] < z;
            from = above ? from + half + 1 : from;
            left = above ? left - half - 1 : half;
        }
        return from;
    }

    // From the smaller side, whose digits are not lost.
    static double Bound(double less, double more) => less <= more ? InverseNormal.Of(less) : -InverseNormal.Of(Math.Max(0, more));
}
