using System.Collections.Immutable;
using ProjectFinance.Randomness;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>Whole days with their probabilities, as the normal variates that part one from the next.</summary>
sealed class DayTable : INormalMap
{
    // Uniform numbers have 52 bits: no variate of them lies further out.
    const double Furthest = 8.3;

    // So many cells that with the usual delays hardly one holds two bounds.
    const int Cells = 1024;

    readonly ImmutableArray<double> days, bounds;
    readonly ImmutableArray<int> below;

    // bounds[i] parts days[i] from days[i + 1]; below[c] bounds lie in cells before c.
    DayTable(ImmutableArray<double> days, ImmutableArray<double> bounds)
    {
        (this.days, this.bounds) = (days, bounds);
        int[] counts = new int[Cells];
        foreach (double bound in bounds)
            if (CellOf(bound) + 1 < Cells) counts[CellOf(bound) + 1]++;
        for (int cell = 1; cell < Cells; cell++) counts[cell] += counts[cell - 1];
        below = [.. counts];
    }

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
        ReadOnlySpan<double> parting = bounds.AsSpan(), all = days.AsSpan();
        var before = below.AsSpan();
        for (int k = 0; k < normals.Length; k++)
        {
            double z = normals[k];
            int day = before[CellOf(z)];
            while (day < parting.Length && parting[day] < z) day++;
            normals[k] = all[day];
        }
    }

    // A greater number is never in an earlier cell.
    static int CellOf(double z) => (int)Math.Clamp((z + Furthest) * (Cells / (2 * Furthest)), 0, Cells - 1);

    // From the smaller side, whose digits are not lost.
    static double Bound(double less, double more) => less <= more ? InverseNormal.Of(less) : -InverseNormal.Of(Math.Max(0, more));
}
