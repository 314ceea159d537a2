using ProjectFinance.Amounts;
using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>When the loan may be drawn, how much is left, and the draw itself.</summary>
sealed class AvailabilityLines
{
    readonly TermLoanLines loan;
    readonly LoanEvents events;
    readonly Milestone? until;

    internal AvailabilityLines(TermLoanLines loan, LoanEvents events)
    {
        (this.loan, this.events) = (loan, events);
        if (loan.Terms.Draws is DrawsAsNeeded { UntilMilestone: { } name }) until = loan.Model.FindMilestone(name);
    }

    /// <summary>Whether the loan may be drawn on a column's last day.</summary>
    internal Condition IsOpen(Period t)
    {
        if (t.End > loan.Terms.Draws.LastDay) return false;
        return !events.IsDrawStopped(t) & !events.IsCalled(t) & (until is null ? true : until.DateKnownBefore(t) >= until.Day(t.End));
    }

    /// <summary>The part of a column's days on which a commitment is open to be drawn, from 0 to 1. A draw stop does not end the commitment.</summary>
    /// <param name="t">The column.</param>
    /// <param name="known">The column in which it is asked for: what is reached by test, and a call, are known once they have been.</param>
    internal Formula OpenShare(Period t, Period known) => When(events.IsCalledBefore(known), 0, OpenDays(t, known));

    Formula OpenDays(Period t, Period known)
    {
        int days = t.DaysWithin(t.Start, loan.Terms.Draws.LastDay);
        if (days == 0) return 0;
        if (until is null) return (double)days / t.Days;
        var open = Max(0, Min(days * Units.Day, until.DateKnownBefore(known) - until.Day(t.Start)));
        return open / (t.Days * Units.Day);
    }

    /// <summary>Writes the draw, once the interest that is capitalised is known.</summary>
    /// <param name="capitalised">Interest added to the balance.</param>
    /// <param name="before">The draws of loans that fund the same need and come first.</param>
    internal void Complete(Line capitalised, IReadOnlyList<Line> before)
    {
        var available = loan.Model.Line(loan.Name("Available to draw"), loan.Currency,
            t => When(IsOpen(t), NotNegative(loan.CommitmentAt(t) - loan.Used(t) - capitalised[t]), 0), LineKind.Level, loan.SourceOf("draws"));
        // A conversion gives its own draw.
        if (loan.Terms.Draws is not Redenomination) loan.Draw.Is(t => Min(available[t], Wanted(t)));

        Formula Wanted(Period t) => loan.Terms.Draws switch
        {
            DrawsAsNeeded need => NotNegative(AmountLines.Find(loan.Model, need.Fund, "")[t] - Sum(before.Select(draw => draw[t]))),
            Advances advances => DatedAmountLines.Within(advances.Amounts, t) * loan.Currency,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
