using System.Collections.Immutable;
using System.Text;
using NodaTime;

namespace ProjectFinance.Reporting;

/// <summary>Shapes over a time axis.</summary>
/// <param name="frame">The drawing.</param>
/// <param name="axis">Its time axis.</param>
/// <param name="dates">[point] the dates of the values.</param>
sealed class TimeShapes(ChartFrame frame, DateAxis axis, IReadOnlyList<LocalDate> dates)
{
    /// <summary>A balance, which stays as it is until the next date.</summary>
    internal void Step(ChartSeries series, bool isOverAreas = false)
    {
        var path = Outline([.. series.Values], isStep: true);
        // Paper on both sides tells the line from what it lies over.
        if (isOverAreas) frame.Path(path, "casing");
        frame.Path(path, series.LineClass);
    }

    /// <summary>Balances above each other.</summary>
    internal void StackedSteps(IReadOnlyList<ChartSeries> stack)
    {
        var foot = new double[dates.Count];
        foreach (var series in stack)
        {
            var top = foot.Zip(series.Values, (below, value) => below + Math.Max(0, value)).ToArray();
            frame.Path($"{Outline(top, isStep: true)}{Back(foot, isStep: true)}Z", "area", series.Fill);
            foot = top;
        }
    }

    /// <summary>Values that hold on their dates only, joined by a line.</summary>
    /// <param name="series">The values; of lines, where a point stands for a column of the model.</param>
    /// <param name="tells">What is told of a value when it is pointed at.</param>
    internal void Points(ChartSeries series, Func<double, string> tells)
    {
        frame.Path(Outline([.. series.Values], isStep: false), series.LineClass);
        foreach (var (i, value) in series.Values.Index())
            if (double.IsFinite(value)) frame.Dot(axis.X(dates[i]), frame.Y(value), $"dot l{series.Style}", $"{series.Name}, {dates[i].Iso()}: {tells(value)}", series.Lines.IsEmpty ? null : new(series.Lines, i, i));
    }

    /// <summary>Spots over the whole height, one from each date to the next, which open the lines in the column of that date.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="tells">What is told of a column when it is pointed at.</param>
    internal void Spots(ImmutableArray<Line> lines, Func<int, string> tells)
    {
        for (int i = 0; i < dates.Count; i++)
        {
            double x = axis.X(dates[i]), end = i + 1 < dates.Count ? axis.X(dates[i + 1]) : ChartFrame.Right;
            if (end > x) frame.Bar(x, ChartFrame.Top, end - x, frame.Bottom, null, $"{dates[i].Iso()}: {tells(i)}", new(lines, i, i));
        }
    }

    /// <summary>The room between two lines, on the dates on which both are finite.</summary>
    internal void Between(IReadOnlyList<double> low, IReadOnlyList<double> high, string kind)
    {
        var known = Enumerable.Range(0, dates.Count).Where(i => double.IsFinite(low[i]) && double.IsFinite(high[i])).ToList();
        if (known.Count < 2) return;
        var up = known.Select((i, place) => $"{(place == 0 ? 'M' : 'L')}{Point(i, high[i])}");
        var down = known.AsEnumerable().Reverse().Select(i => $"L{Point(i, low[i])}");
        frame.Path($"{string.Concat(up)}{string.Concat(down)}Z", kind);
    }

    string Point(int i, double value) => $"{ChartFrame.At(axis.X(dates[i]))} {ChartFrame.At(frame.Y(value))}";

    string Outline(double[] values, bool isStep)
    {
        var path = new StringBuilder();
        double? before = null;
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i])) continue;
            if (isStep && before is { } last) path.Append('L').Append(Point(i, last));
            path.Append(before is null ? 'M' : 'L').Append(Point(i, values[i]));
            before = values[i];
        }
        return path.ToString();
    }

    string Back(double[] values, bool isStep)
    {
        var path = new StringBuilder();
        for (int i = values.Length - 1; i >= 0; i--)
        {
            path.Append('L').Append(Point(i, values[i]));
            if (isStep && i > 0) path.Append('L').Append(Point(i, values[i - 1]));
        }
        return path.ToString();
    }
}
