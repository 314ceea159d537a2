using NodaTime;
using ProjectFinance.Deals;

namespace ProjectFinance.Results;

/// <summary>What matters first about a loan: how much is drawn and when, how large it becomes, and when it is repaid.</summary>
public sealed record LoanHeadline
{
    /// <summary>The loan's name: "Project loan".</summary>
    public required string Loan { get; init; }

    /// <summary>The commitment in this run: USD 19,500,000. For a loan that comes from a conversion, what was converted; for one that runs by its own schedule, what is drawn.</summary>
    public required Quantity Commitment { get; init; }

    /// <summary>Everything drawn and capitalised, to the end of the timeline, and what was outstanding when it began.</summary>
    public required Quantity Drawn { get; init; }

    /// <summary>The part of the commitment never drawn; zero but for rounding where the loan is drawn in full.</summary>
    public required Quantity Undrawn { get; init; }

    /// <summary>The end of the first column at which everything that is ever drawn has been drawn; null where nothing is.</summary>
    public required LocalDate? DrawnBy { get; init; }

    /// <summary>The largest closing balance and when it is first reached.</summary>
    public required ValueOn Largest { get; init; }

    /// <summary>The end of the first column after which less than a cent is outstanding for good; null where that is never so, or nothing was drawn.</summary>
    public required LocalDate? RepaidBy { get; init; }

    /// <summary>Final maturity, which may lie beyond the timeline; null where the loan has none.</summary>
    public required LocalDate? Maturity { get; init; }

    /// <summary>What is outstanding after the payments of final maturity; at the end of the timeline where that comes first.</summary>
    public required Quantity OutstandingAtMaturity { get; init; }

    /// <summary>What is outstanding at the end of the timeline.</summary>
    public required Quantity Outstanding { get; init; }

    /// <summary>Whether the loan is repaid by final maturity, or need not be: none falls within the timeline.</summary>
    public required bool IsRepaidInTime { get; init; }

    /// <summary>Whether the whole commitment is drawn, but for rounding.</summary>
    public bool IsFullyDrawn => Undrawn.Value < Noticeable.Amount;

    internal static LoanHeadline Of(Run run, LoanCalendar loan)
    {
        var model = run.Model;
        var balance = run.Values(loan.Closing);
        var drawn = RunningTotal(run, run.Values(loan.Opening)[0], $"{loan.Loan} / Draw", $"{loan.Loan} / Interest capitalised", $"{loan.Loan} / Interest added to principal");
        double total = drawn[^1];
        double commitment = model.Parameters.Where(p => p.Unit == loan.Currency && (p.Name == $"{loan.Loan} / Commitment" || p.Name.StartsWith($"{loan.Loan} / Commitment from ", StringComparison.Ordinal)))
            .Select(p => run.Value(p.Input) ?? p.Value).DefaultIfEmpty(total).Max();
        LocalDate? repaidBy = null;
        int owing = balance.ToArray().ToList().FindLastIndex(value => value >= Noticeable.Amount);
        if (total >= Noticeable.Amount && owing < balance.Length - 1) repaidBy = model.Periods[owing + 1].End;
        return new()
        {
            Loan = loan.Loan,
            Commitment = commitment * loan.Currency,
            Drawn = total * loan.Currency,
            Undrawn = Math.Max(0, commitment - total) * loan.Currency,
            DrawnBy = total < Noticeable.Amount ? null : model.Periods[Array.FindIndex(drawn, value => value > total - Noticeable.Amount)].End,
            Largest = ValueOn.Highest(run, model.Find(loan.Closing))!,
            RepaidBy = repaidBy,
            Maturity = loan.Maturity,
            OutstandingAtMaturity = balance[LastUpTo(model, loan.Maturity)] * loan.Currency,
            Outstanding = balance[^1] * loan.Currency,
            IsRepaidInTime = repaidBy <= loan.Maturity || loan.Maturity is not { } last || last > model.Timeline.End,
        };
    }

    static int LastUpTo(Model model, LocalDate? date) => model.Periods.Last(t => date is null || t.End <= date || t.IsFirst).Index;

    static double[] RunningTotal(Run run, double atStart, params ReadOnlySpan<string> lines)
    {
        var totals = new double[run.Model.Periods.Count];
        Array.Fill(totals, atStart);
        foreach (var name in lines)
        {
            double total = 0;
            if (run.Model.TryFind(name) is not { } line) continue;
            foreach (var (t, value) in run.Values(line).ToArray().Index()) totals[t] += total += value;
        }
        return totals;
    }
}
