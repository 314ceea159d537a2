using System.Collections.Immutable;
using ProjectFinance.Amounts;
using ProjectFinance.Covenants;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>The cover ratios on the dates on which they apply, and the levels that covenants ask for; one to one where none does.</summary>
static class CoverChart
{
    const string Id = "chart-cover";

    // What lies far from the rest says only that there is little to cover, and would press the rest flat.
    const double Highest = 3, Lowest = -1, TimesMedian = 2;

    static readonly ImmutableArray<string> Ratios = ["Ratios / DSCR", "Ratios / LLCR"];

    internal static void Write(HtmlWriter to, RunPage page)
    {
        var run = page.Run;
        var series = Ratios.Select(run.Model.TryFind).OfType<Line>().Select((line, i) => new ChartSeries(line.Name["Ratios / ".Length..], i, [.. run.Values(line)]) { Lines = [line] }).Where(ratio => ratio.Values.Any(double.IsFinite)).ToList();
        if (series.Count == 0) return;
        var levels = Levels(page).ToList();
        var values = series.Concat(levels).SelectMany(one => one.Values).Where(double.IsFinite).Append(1).Append(0).Order().ToList();
        double highest = Math.Min(values[^1], Math.Max(Highest, TimesMedian * values[values.Count / 2])), lowest = Math.Max(values[0], Lowest);
        bool isCut = values[^1] > highest || values[0] < lowest;
        ChartFigure.Open(to, Id, "Cover ratios", "times", Note(page, series, isCut));
        ChartFigure.Legend(to, [], [.. series, .. levels]);
        var frame = new ChartFrame(to, Id, RoundTicks.Between(lowest, highest), value => $"{ChartFigure.Tick(value)}x");
        var axis = new DateAxis(frame, run.Model.Timeline.Start, run.Model.Timeline.End);
        var shapes = new TimeShapes(frame, axis, [.. run.Model.Periods.Select(t => t.End)]);
        foreach (var level in levels) shapes.Step(level);
        foreach (var ratio in series) shapes.Points(ratio, value => Figure.Times(value));
        axis.Draw();
        frame.End();
        Table(to, run, [.. series, .. levels.Where(level => !level.Lines.IsEmpty)]);
        to.Close();
    }

    static void Table(HtmlWriter to, Run run, List<ChartSeries> all)
    {
        var rows = run.Model.Periods.Where(t => all.Exists(one => double.IsFinite(one.Values[t.Index]))).ToList();
        ChartTable.Write(to, "Cover ratios, times", all.ConvertAll(one => (one.Name, one.Lines)), rows.ConvertAll(t => (t.End.Iso(), t.Index, t.Index)), (row, k) => Figure.Times(all[k].Values[rows[row].Index]));
    }

    static IEnumerable<ChartSeries> Levels(RunPage page)
    {
        var run = page.Run;
        var stated = page.Deal.Deal.Covenants.Where(covenant => covenant.AtLeast is not null && covenant.Value is LineAmount of && Ratios.Contains(of.Line)).ToList();
        if (stated.Count == 0) return [new("1.00x, cash flow just covers", ChartSeries.Styles - 1, [.. run.Model.Periods.Select(_ => 1.0)])];
        return stated.Select((covenant, i) =>
        {
            var least = run.Model.Find(FinancialCovenantLines.LeastOf(covenant.Name));
            return new ChartSeries($"{covenant.Name}, at least", ChartSeries.Styles - 1 - i % 3, [.. run.Values(least)]) { Lines = [least] };
        });
    }

    static string Note(RunPage page, List<ChartSeries> series, bool isCut)
    {
        var lowest = series.Select(ratio => (ratio.Name, On: ValueOn.Lowest(page.Run, page.Run.Model.Find($"Ratios / {ratio.Name}"))!)).Select(low => $"Lowest {low.Name} {Figure.Times(low.On.Value)} on {low.On.On.Iso()}.");
        return string.Join(" ", isCut ? lowest.Append("What lies beyond the axis is drawn at its end.") : lowest);
    }
}
