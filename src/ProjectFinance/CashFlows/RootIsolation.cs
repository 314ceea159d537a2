using ProjectFinance.Randomness;

namespace ProjectFinance.CashFlows;

/// <summary>
/// Finds every root of a series for factors from 0 to 1 by dividing that interval until each part is known to hold none, or exactly one because the value only rises or only falls in it.
/// Both are shown by the value and slope in the middle and a bound of the second derivative. What is left are parts in which the value cannot be told from zero: a root that is touched, not crossed.
/// </summary>
ref struct RootIsolation
{
    // A part this narrow holds no further number.
    const double Narrow = 8.9e-16;

    // Rounding is bounded by one; below eight, a value counts as zero, so that every part is one or the other.
    const double Indistinct = 8;

    readonly FlowSeries series;
    readonly bool fromEnd;
    readonly Span<double> logs;
    double lastFactor, touchedFrom, touchedTo, factorBefore;
    int countBefore;

    RootIsolation(FlowSeries series, bool fromEnd, Span<double> logs)
    {
        this.series = series;
        this.fromEnd = fromEnd;
        this.logs = logs;
        touchedTo = double.NaN;
    }

    int Count { get; set; }

    /// <summary>The logarithms of growth, above zero seen from the first flow or below it seen from the last; a root at zero is found from the first only.</summary>
    /// <returns>How many there are.</returns>
    internal static int Find(in FlowSeries series, bool fromEnd, double atOne, Span<double> logs)
    {
        var isolation = new RootIsolation(series, fromEnd, logs);
        var one = series.TaylorAt(1, fromEnd);
        isolation.Search(0, fromEnd ? series.Last : series.First, 1, atOne, one.SizeCurvature);
        return isolation.Count;
    }

    void Search(double low, double atLow, double high, double atHigh, double curvature)
    {
        double middle = low + (high - low) / 2, half = (high - low) / 2;
        var here = series.TaylorAt(middle, fromEnd);
        double slope = here.Slope / middle, error = series.Rounding * here.Size;
        double reach = Math.Abs(slope) * half + curvature * half * half / 2, slopeError = series.Rounding * here.SizeSlope / middle;
        if (Math.Abs(here.Value) - error > reach + slopeError * half) return;
        if (Math.Abs(slope) - slopeError > curvature * half) Crossing(low, atLow, high, atHigh);
        else if (Math.Abs(here.Value) + reach <= Indistinct * error || half * 2 <= Narrow * high) Touching(low, atLow, high, atHigh, here.Value, error);
        else
        {
            // The second derivative by the factor itself; its bound grows with the factor.
            double lower = (here.SizeCurvature * (1 + series.Rounding) - here.SizeSlope) / (middle * middle);
            Search(low, atLow, middle, here.Value, lower < curvature ? lower : curvature);
            Search(middle, here.Value, high, atHigh, curvature);
        }
    }

    /// <summary>Whether the value passes zero: a root at the upper end belongs to the part, one at the lower end to the part before.</summary>
    static bool Crosses(double atLow, double atHigh) => atLow != 0 && (atHigh == 0 || atLow > 0 != atHigh > 0);

    void Crossing(double low, double atLow, double high, double atHigh)
    {
        if (!Crosses(atLow, atHigh) || (fromEnd && high == 1 && atHigh == 0)) return;
        double sign = fromEnd ? -1 : 1, near = high == 1 ? 0 : -Logarithm.Of(high) * sign;
        Add(atHigh == 0 ? near : low > 0
            ? BracketedRoot.Find(new ValueOfLog(series), near, -Logarithm.Of(low) * sign)
            : FlowRoots.Outward(series, near, atLow, sign));
    }

    void Touching(double low, double atLow, double high, double atHigh, double value, double error)
    {
        if (Math.Abs(value) > Indistinct * error && !Crosses(atLow, atHigh)) return;
        if (touchedTo == low) (Count, lastFactor) = (countBefore, factorBefore);
        else (touchedFrom, countBefore, factorBefore) = (low, Count, lastFactor);
        touchedTo = high;
        Add(LogOf(Extremum(touchedFrom, touchedTo)));
    }

    /// <summary>Where between two factors the slope passes zero, taking it as straight; the middle where it does not.</summary>
    readonly double Extremum(double low, double high)
    {
        double atLow = low == 0 ? 0 : series.TaylorAt(low, fromEnd).Slope, atHigh = series.TaylorAt(high, fromEnd).Slope;
        return atLow > 0 == atHigh > 0 || atLow == 0 ? (low + high) / 2 : low + (high - low) * (atLow / (atLow - atHigh));
    }

    readonly double LogOf(double factor) => fromEnd ? Logarithm.Of(factor) : -Logarithm.Of(factor);

    void Add(double log)
    {
        double factor = Exponential.Of(-Math.Abs(log));
        if (Count == logs.Length || (Count > 0 && FlowRoots.CannotBeTold(series, (factor + lastFactor) / 2, fromEnd))) return;
        lastFactor = factor;
        logs[Count++] = log;
    }
}
