using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>What is outstanding on each loan, above each other, and the cash in all accounts; a chart for each unit in which loans are counted.</summary>
static class DebtChart
{
    internal static void Write(HtmlWriter to, RunPage page)
    {
        foreach (var (i, loans) in page.Headline.Loans.Where(loan => loan.DrawnBy is not null).GroupBy(loan => loan.Commitment.Unit).Index()) Chart(to, page, $"chart-debt-{i}", [.. loans], loans.Key);
    }

    static void Chart(HtmlWriter to, RunPage page, string id, ImmutableArray<LoanHeadline> loans, Unit unit)
    {
        var run = page.Run;
        var balances = loans.Select(loan => run.Values(page.Deal.Loans.First(calendar => calendar.Loan == loan.Loan).Closing).ToArray()).ToList();
        var cash = Cash(page, unit);
        var sums = run.Model.Periods.Select(t => balances.Sum(balance => Math.Max(0, balance[t.Index]))).ToList();
        double largest = Math.Max(sums.Max(), cash?.Max() ?? 0), lowest = Math.Min(0, cash?.Min() ?? 0);
        var (divisor, scaled) = ChartFigure.Scale(unit, largest);
        // Styles go round; the last is for cash.
        var stack = loans.Select((loan, i) => new ChartSeries(loan.Loan, i % (ChartSeries.Styles - 1), [.. balances[i].Select(value => value / divisor)])).ToList();
        ChartSeries[] lines = cash is null ? [] : [new("Cash in all accounts", ChartSeries.Styles - 1, [.. cash.Select(value => value / divisor)])];
        ChartFigure.Open(to, id, cash is null ? "Debt" : "Debt and cash", scaled, string.Join(" ", loans.Select(Note)));
        ChartFigure.Legend(to, stack, lines);
        var frame = new ChartFrame(to, id, RoundTicks.Between(lowest / divisor, largest / divisor), ChartFigure.Tick);
        var axis = new DateAxis(frame, run.Model.Timeline.Start, run.Model.Timeline.End);
        var shapes = new TimeShapes(frame, axis, [.. run.Model.Periods.Select(t => t.End)]);
        shapes.StackedSteps(stack);
        foreach (var line in lines) shapes.Step(line, isOverAreas: true);
        axis.Draw();
        axis.Mark(loans.Where(loan => loan.Maturity is not null).GroupBy(loan => loan.Maturity!.Value).Select(due => (due.Key, $"maturity: {string.Join(", ", due.Select(loan => loan.Loan))}")));
        frame.End();
        to.Close();
    }

    static double[]? Cash(RunPage page, Unit unit)
    {
        var accounts = page.Deal.Deal.Accounts.Where(account => account.Currency == unit).Select(account => page.Run.Values($"{account.Name} / Closing balance").ToArray()).ToList();
        return accounts.Count == 0 ? null : [.. page.Run.Model.Periods.Select(t => accounts.Sum(balance => balance[t.Index]))];
    }

    static string Note(LoanHeadline loan) =>
        $"{loan.Loan}: at most {Figure.Sentence(loan.Largest.Value * loan.Commitment.Unit)} on {loan.Largest.On.Iso()}, {(loan.RepaidBy is { } repaid ? $"repaid by {repaid.Iso()}" : $"{Figure.Sentence(loan.Outstanding)} at the end")}.";
}
