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
        var closing = loans.Select(loan => run.Model.Find(page.Deal.Loans.First(calendar => calendar.Loan == loan.Loan).Closing)).ToImmutableArray();
        var balances = closing.Select(line => run.Values(line).ToArray()).ToList();
        var held = page.Deal.Deal.Accounts.Where(account => account.Currency == unit).Select(account => run.Model.Find($"{account.Name} / Closing balance")).ToImmutableArray();
        double[]? cash = held.IsEmpty ? null : [.. run.Model.Periods.Select(t => held.Sum(line => run[line, t]))];
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
        shapes.Spots(closing, i => $"{Figure.Sentence(sums[i] * unit)} of debt{(cash is null ? "" : $", {Figure.Sentence(cash[i] * unit)} of cash")}");
        axis.Draw();
        axis.Mark(loans.Where(loan => loan.Maturity is not null).GroupBy(loan => loan.Maturity!.Value).Select(due => (due.Key, $"maturity: {string.Join(", ", due.Select(loan => loan.Loan))}")));
        frame.End();
        List<(string Heading, ImmutableArray<Line> Lines)> columns = [.. loans.Zip(closing, (loan, line) => (loan.Loan, ImmutableArray.Create(line))), .. cash is null ? Array.Empty<(string, ImmutableArray<Line>)>() : [("Cash in all accounts", held)]];
        ChartTable.Write(to, $"{(cash is null ? "Debt" : "Debt and cash")}, {unit}", columns, [.. run.Model.Periods.Select(t => (t.End.Iso(), t.Index, t.Index))], (row, k) => Figure.Money(k < balances.Count ? balances[k][row] : cash![row]));
        to.Close();
    }

    static string Note(LoanHeadline loan) =>
        $"{loan.Loan}: at most {Figure.Sentence(loan.Largest.Value * loan.Commitment.Unit)} on {loan.Largest.On.Iso()}, {(loan.RepaidBy is { } repaid ? $"repaid by {repaid.Iso()}" : $"{Figure.Sentence(loan.Outstanding)} at the end")}.";
}
