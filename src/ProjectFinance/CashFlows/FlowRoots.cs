namespace ProjectFinance.CashFlows;

/// <summary>A series as a function of the logarithm of growth.</summary>
readonly ref struct ValueOfLog(FlowSeries series) : IRealFunction
{
    readonly FlowSeries series = series;

    public double At(double x) => series.ValueAt(x);
}

/// <summary>
/// All growths at which a series is worth nothing. How many there can be is known from signs before anything is computed (Descartes; Laguerre for those above and those below zero), and mostly
/// that is one; where it is not, the line is divided until every part is settled (<see cref="RootIsolation"/>).
/// </summary>
static class FlowRoots
{
    // Farther out than any growth over one unit of time that a number shows.
    const double Farthest = 745;

    // Ten percent over a year, in years or in days, is the first step outward.
    const double FirstStep = 0.1;

    const double Indistinct = 8;

    /// <summary>Fills in the logarithms of growth over one unit of time in rising order, infinite where no number shows the growth.</summary>
    /// <param name="series">The flows.</param>
    /// <param name="logs">Room for as many as the flows have sign changes.</param>
    /// <returns>How many there are.</returns>
    internal static int Find(in FlowSeries series, Span<double> logs)
    {
        if (series.SignChanges == 0) return 0;
        double sum = series.Sum;
        if (series.SignChanges == 1)
        {
            logs[0] = sum == 0 ? 0 : series.First > 0 == sum > 0 ? Outward(series, 0, series.Last, -1) : Outward(series, 0, series.First, 1);
            return 1;
        }
        int below = Side(series, fromEnd: true, sum, logs);
        int above = Side(series, fromEnd: false, sum, logs[below..]);
        int count = Joined(series, logs, below, above);
        logs[..count].Sort();
        return count;
    }

    /// <summary>The root that lies farther out than a point, where the value far out has another sign.</summary>
    internal static double Outward(in FlowSeries series, double near, double farSign, double direction)
    {
        double step = FirstStep / Math.Max(1, series.Duration / 10);
        for (double inner = near; Math.Abs(inner) < Farthest; step *= 4)
        {
            double outer = inner + direction * step, value = series.ValueAt(outer);
            if (value == 0 || value > 0 == farSign > 0) return BracketedRoot.Find(new ValueOfLog(series), inner, outer);
            inner = outer;
        }
        return direction * double.PositiveInfinity;
    }

    /// <summary>Whether the value at a factor is within what rounding may have made of zero.</summary>
    internal static bool CannotBeTold(in FlowSeries series, double factor, bool fromEnd)
    {
        var here = series.TaylorAt(factor, fromEnd);
        return Math.Abs(here.Value) <= Indistinct * series.Rounding * here.Size;
    }

    static int Side(in FlowSeries series, bool fromEnd, double sum, Span<double> logs)
    {
        if (logs.IsEmpty) return 0;
        int most = series.ChangesOfTotals(fromEnd);
        bool clear = !CannotBeTold(series, 1, fromEnd);
        if (most > 1 || !clear) return RootIsolation.Find(series, fromEnd, sum, logs);
        double far = fromEnd ? series.Last : series.First;
        if (far > 0 == sum > 0) return 0;
        logs[0] = Outward(series, 0, far, fromEnd ? -1 : 1);
        return 1;
    }

    /// <summary>Drops a root found from both sides of zero. Each side lists its roots from the farthest to the nearest.</summary>
    static int Joined(in FlowSeries series, Span<double> logs, int below, int above)
    {
        if (below == 0 || above == 0) return below + above;
        ref double last = ref logs[below - 1], nearest = ref logs[below + above - 1];
        double between = (last + nearest) / 2;
        bool same = CannotBeTold(series, Randomness.Exponential.Of(-Math.Abs(between)), fromEnd: between < 0) && CannotBeTold(series, 1, fromEnd: false);
        if (!same) return below + above;
        nearest = between;
        logs[below..(below + above)].CopyTo(logs[(below - 1)..]);
        return below + above - 1;
    }
}
