using System.Globalization;

namespace ProjectFinance.Reporting;

/// <summary>Bars of parts on top of each other, one a period of equal width.</summary>
static class StackedBars
{
    // A narrower label would run into the next.
    const double LabelWidth = 64;

    /// <summary>Draws the bars and their names.</summary>
    /// <param name="frame">The drawing.</param>
    /// <param name="names">[bar] what stands below it.</param>
    /// <param name="stack">The parts, lowest first; what is below zero is not drawn.</param>
    /// <param name="tells">What is told of a value when it is pointed at.</param>
    internal static void Draw(ChartFrame frame, IReadOnlyList<string> names, IReadOnlyList<ChartSeries> stack, Func<double, string> tells)
    {
        double each = (ChartFrame.Right - ChartFrame.Left) / names.Count, width = each * 0.78;
        int labelled = (int)Math.Ceiling(LabelWidth / each);
        for (int i = 0; i < names.Count; i++)
        {
            double x = ChartFrame.Left + (i + 0.11) * each, below = 0;
            foreach (var series in stack.Where(series => series.Values[i] > 0))
            {
                double above = below + series.Values[i];
                frame.Bar(x, frame.Y(above), width, frame.Y(below), series.Fill, string.Create(CultureInfo.InvariantCulture, $"{series.Name}, {names[i]}: {tells(series.Values[i])}"));
                below = above;
            }
            if (i % labelled == 0) frame.Text(names[i], x + width / 2, frame.Bottom + 18);
        }
        frame.Line(ChartFrame.Left, frame.Bottom, ChartFrame.Right, frame.Bottom, "axis");
    }
}
