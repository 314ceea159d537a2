using System.Collections.Immutable;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>What each account with a waterfall paid to whom, period by period.</summary>
static class WaterfallChart
{
    // Where there are more quarters than that, bars are years.
    const int MostBars = 44;

    internal static void Write(HtmlWriter to, RunPage page)
    {
        var statement = Statement.Of(page.Run, ReportingStep.Quarter);
        if (statement.Periods.Length > MostBars) statement = Statement.Of(page.Run);
        foreach (var (i, account) in page.Deal.Deal.Accounts.Select(account => AccountFlows.Of(page.Run.Model, account)).Where(flows => flows.Paid.Length > 1).Index()) Chart(to, page, statement, account, $"chart-waterfall-{i}");
    }

    static void Chart(HtmlWriter to, RunPage page, Statement statement, AccountFlows account, string id)
    {
        var paid = account.Paid.Select(payment => (payment.Owed.Name, Row: statement[payment.Line])).Append((Name: "Distribution", Row: statement[page.Run.Model.Find($"{account.Terms.Name} / Distribution")]))
            .Where(one => Figure.IsAnything(page.Run, one.Row.Line)).ToList();
        if (paid.Count == 0) return;
        var bars = statement.Periods.Select((_, i) => paid.Sum(one => Math.Max(0, one.Row.Values[i] ?? 0))).ToList();
        var (divisor, unit) = ChartFigure.Scale(account.Terms.Currency, bars.Max());
        var stack = Stack(paid.ConvertAll(one => new ChartSeries(one.Name, 0, [.. one.Row.Values.Select(value => (value ?? 0) / divisor)]) { Lines = [one.Row.Line] }));
        int most = bars.IndexOf(bars.Max());
        ChartFigure.Open(to, id, $"{account.Terms.Name}: what was paid to whom", $"{unit} a {(statement.By == ReportingStep.Quarter ? "quarter" : "year")}",
            $"In the order of the waterfall, first paid lowest. Most in {statement.Periods[most].Label}: {Figure.Sentence(bars[most] * account.Terms.Currency)}.");
        ChartFigure.Legend(to, stack, []);
        var frame = new ChartFrame(to, id, RoundTicks.Between(0, bars.Max() / divisor), ChartFigure.Tick);
        var columns = statement.Periods.Select(p => (p.Label, p.First, p.Last)).ToList();
        StackedBars.Draw(frame, columns, stack, value => Figure.Sentence(value * divisor * account.Terms.Currency));
        frame.End();
        ChartTable.Write(to, $"{account.Terms.Name}: what was paid to whom, {account.Terms.Currency}", paid.ConvertAll(one => (one.Name, ImmutableArray.Create(one.Row.Line))), columns, (row, k) => Figure.Money(paid[k].Row.Values[row] ?? 0));
        to.Close();
    }

    /// <summary>As many payees as can be told apart, the smallest of all together.</summary>
    static List<ChartSeries> Stack(List<ChartSeries> paid)
    {
        if (paid.Count <= ChartSeries.Styles) return [.. paid.Select((one, i) => one with { Style = i })];
        var kept = paid.OrderByDescending(one => one.Values.Sum()).Take(ChartSeries.Styles - 1).ToHashSet();
        var small = paid.FindAll(one => !kept.Contains(one));
        var rest = Enumerable.Range(0, small[0].Values.Length).Select(i => small.Sum(one => one.Values[i])).ToImmutableArray();
        return
        [
            .. paid.Where(kept.Contains).Select((one, i) => one with { Style = i }),
            new($"{small.Count} others: {string.Join(", ", small.Select(one => one.Name))}", ChartSeries.Styles - 1, rest) { Lines = [.. small.SelectMany(one => one.Lines)] },
        ];
    }
}
