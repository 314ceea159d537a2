using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;
using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>When the loan may be drawn, how much is left, and the draw itself.</summary>
sealed class AvailabilityLines
{
    readonly TermLoanLines loan;
    readonly LoanEvents events;
    readonly ImmutableArray<Window> windows;

    internal AvailabilityLines(TermLoanLines loan, LoanEvents events)
    {
        (this.loan, this.events) = (loan, events);
        windows = loan.Terms.Draws is DrawsAsNeeded need
            ? [WindowOf(LocalDate.MinIsoValue, need.LastDate, need.UntilMilestone), .. need.LaterPeriods.Select(period => WindowOf(period.From, period.LastDate, period.UntilMilestone))]
            : [WindowOf(LocalDate.MinIsoValue, loan.Terms.Draws.LastDay, null)];
    }

    /// <summary>Whether the loan may be drawn on a column's last day.</summary>
    internal Condition IsOpen(Period t)
    {
        var window = windows.Last(window => window.From <= t.End);
        if (t.End > window.LastDate) return false;
        return !events.IsDrawStopped(t) & !events.IsCalled(t) & (window.Until is not { } until ? true : until.DateKnownBefore(t) >= until.Day(t.End));
    }

    /// <summary>The part of a column's days on which a commitment is open to be drawn, from 0 to 1. A draw stop does not end the commitment.</summary>
    /// <param name="t">The column.</param>
    /// <param name="known">The column in which it is asked for: what is reached by test, and a call, are known once they have been.</param>
    internal Formula OpenShare(Period t, Period known) => When(events.IsCalledBefore(known), 0, OpenPart(t, known));

    Formula OpenPart(Period t, Period known)
    {
        var open = windows.Index().Select(window => OpenDays(window.Index, t, known)).OfType<Formula>().ToList();
        return open.Count == 0 ? 0 : Sum(open) / (t.Days * Units.Day);
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

    Window WindowOf(LocalDate from, LocalDate last, string? until) => new(from, last, until is null ? null : loan.Model.FindMilestone(until));

    /// <summary>The days of a column on which the loan is open under one agreement; null for none.</summary>
    Formula? OpenDays(int index, Period t, Period known)
    {
        var window = windows[index];
        var after = LocalDate.Max(t.Start, window.From == LocalDate.MinIsoValue ? window.From : window.From.PlusDays(-1));
        var last = index == windows.Length - 1 ? window.LastDate : LocalDate.Min(window.LastDate, windows[index + 1].From.PlusDays(-1));
        int days = t.DaysWithin(after, last);
        if (days == 0) return null;
        return window.Until is { } until ? Max(Min(days * Units.Day, until.DateKnownBefore(known) - until.Day(after)), 0) : days * Units.Day;
    }

    /// <summary>How long the loan may be drawn, as agreed from a day on until the next such day.</summary>
    readonly record struct Window(LocalDate From, LocalDate LastDate, Milestone? Until);
}
