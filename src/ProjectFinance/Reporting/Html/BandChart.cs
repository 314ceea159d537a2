using ProjectFinance.Scenarios;

namespace ProjectFinance.Reporting;

/// <summary>The distribution of a line period by period: the room between its quantiles, and the one in the middle.</summary>
static class BandChart
{
    internal static void Write(HtmlWriter to, Band band, string id)
    {
        var applying = band.Periods.Where(period => period.Statistics.Quantiles.Any(quantile => quantile.Value is { } value && double.IsFinite(value))).ToList();
        if (applying.Count < 2) return;
        var levels = applying[0].Statistics.Quantiles.Select(quantile => quantile.Level).ToList();
        List<List<double>> quantiles = [.. levels.Select((_, q) => applying.ConvertAll(period => period.Statistics.Quantiles[q].Value ?? double.NaN))];
        var all = quantiles.SelectMany(values => values).Where(double.IsFinite).ToList();
        double largest = all.Max(Math.Abs);
        var (divisor, unit) = band.Unit.IsNone ? (1, band.Line.StartsWith("Ratios / ", StringComparison.Ordinal) ? "times" : "number") : ChartFigure.Scale(band.Unit, largest);
        ChartFigure.Open(to, id, band.Line, unit, Note(levels));
        int middle = levels.Count / 2;
        var line = new ChartSeries($"{SimulatedFiguresText.Percent(levels[middle])} quantile", 0, [.. quantiles[middle].Select(value => value / divisor)]);
        ChartFigure.Legend(to, [], [line]);
        var frame = new ChartFrame(to, id, RoundTicks.Between(Math.Min(0, all.Min()) / divisor, Math.Max(0, all.Max()) / divisor), ChartFigure.Tick);
        var axis = new DateAxis(frame, applying[0].End, applying[^1].End);
        var shapes = new TimeShapes(frame, axis, applying.ConvertAll(period => period.End));
        for (int q = 0; q < levels.Count / 2; q++) shapes.Between(quantiles[q].ConvertAll(value => value / divisor), quantiles[levels.Count - 1 - q].ConvertAll(value => value / divisor), "band");
        shapes.Points(line, value => $"{ChartFigure.Tick(value)} {unit}");
        axis.Draw();
        frame.End();
        to.Close();
    }

    static string Note(List<decimal> levels)
    {
        var shaded = Enumerable.Range(0, levels.Count / 2).Select(q => $"{SimulatedFiguresText.Percent(levels[q])} to {SimulatedFiguresText.Percent(levels[levels.Count - 1 - q])}").ToList();
        return shaded.Count == 0 ? "One quantile of the scenarios." : $"Shaded, the darker the nearer to the middle: what lies between the quantiles {string.Join(", ", shaded)} of the scenarios.";
    }
}
