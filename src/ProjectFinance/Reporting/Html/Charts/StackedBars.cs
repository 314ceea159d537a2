using System.Globalization;

namespace ProjectFinance.Reporting;

/// <summary>Bars of parts on top of each other, one a period of equal width.</summary>
static class StackedBars
{
    // A narrower label would run into the next.
    const double LabelWidth = 64;

    /// <summary>Draws the bars and their names.</summary>
    /// <param name="frame">The drawing.</param>
    /// <param name="bars">[bar] what stands below it, and the columns it is of.</param>
    /// <param name="stack">The parts, lowest first; what is below zero is not drawn.</param>
    /// <param name="tells">What is told of a value when it is pointed at.</param>
    internal static void Draw(ChartFrame frame, IReadOnlyList<(string Name, int First, int Last)> bars, IReadOnlyList<ChartSeries> stack, Func<double, string> tells)
    {
        double each = (ChartFrame.Right - ChartFrame.Left) / bars.Count, width = each * 0.78;
        int labelled = (int)Math.Ceiling(LabelWidth / each);
        for (int i = 0; i < bars.Count; i++)
        {
            double x = ChartFrame.Left + (i + 0.11) * each, below = 0;
            foreach (var series in stack.Where(series => series.Values[i] > 0))
            {
                double above = below + series.Values[i];
                frame.Bar(x, frame.Y(above), width, frame.Y(below), series.Fill, string.Create(CultureInfo.InvariantCulture, $"{series.Name}, {bars[i].Name}: {tells(series.Values[i])}"),
                    series.Lines.IsEmpty ? null : new(series.Lines, bars[i].First, bars[i].Last));
                below = above;
            }
            if (i % labelled == 0) frame.Text(bars[i].Name, x + width / 2, frame.Bottom + 18);
        }
        frame.Line(ChartFrame.Left, frame.Bottom, ChartFrame.Right, frame.Bottom, "axis");
    }
}
