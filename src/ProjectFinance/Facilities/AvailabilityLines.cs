using ProjectFinance.Amounts;
using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>When the loan may be drawn, how much is left, and the draw itself.</summary>
sealed class AvailabilityLines
{
    readonly TermLoanLines loan;
    readonly Milestone? until;

    internal AvailabilityLines(TermLoanLines loan)
    {
        this.loan = loan;
        if (loan.Terms.Draws.UntilMilestone is { } name) until = loan.Model.FindMilestone(name);
    }

    /// <summary>Whether the loan may be drawn on a column's last day.</summary>
    internal Condition IsOpen(Period t)
    {
        if (t.End > loan.Terms.Draws.LastDate) return false;
        return until is null ? true : until.Date.Formula >= until.Day(t.End);
    }

    /// <summary>The part of a column's days on which the loan is open for drawing, from 0 to 1.</summary>
    internal Formula OpenShare(Period t)
    {
        int days = t.DaysWithin(t.Start, loan.Terms.Draws.LastDate);
        if (days == 0) return 0;
        if (until is null) return (double)days / t.Days;
        var open = Max(0, Min(days * Units.Day, until.Date - until.Day(t.Start)));
        return open / (t.Days * Units.Day);
    }

    /// <summary>Writes the draw, once the interest that is capitalised is known.</summary>
    /// <param name="capitalised">Interest added to the balance.</param>
    /// <param name="before">The draws of loans that fund the same need and come first.</param>
    internal void Complete(Line capitalised, IReadOnlyList<Line> before)
    {
        var available = loan.Model.Line(loan.Name("Available to draw"), loan.Currency,
            t => When(IsOpen(t), NotNegative(loan.Commitment - loan.Opening[t] - capitalised[t]), 0), LineKind.Level, loan.SourceOf("draws"));
        loan.Draw.Is(t => Min(available[t], NotNegative(AmountLines.Find(loan.Model, loan.Terms.Draws.Fund, "")[t] - Sum(before.Select(draw => draw[t])))));
    }
}
