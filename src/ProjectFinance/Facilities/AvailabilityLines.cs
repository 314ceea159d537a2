using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;
using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>When the loan may be drawn, how much is left, and the draw itself.</summary>
sealed class AvailabilityLines
{
    readonly TermLoanLines loan;
    readonly ImmutableArray<Window> windows;

    internal AvailabilityLines(TermLoanLines loan)
    {
        this.loan = loan;
        windows = loan.Terms.Draws is DrawsAsNeeded need
            ? [WindowOf(LocalDate.MinIsoValue, need.LastDate, need.UntilMilestone), .. need.LaterPeriods.Select(period => WindowOf(period.From, period.LastDate, period.UntilMilestone))]
            : [WindowOf(LocalDate.MinIsoValue, loan.Terms.Draws.LastDay, null)];
    }

    /// <summary>Whether the loan may be drawn on a column's last day.</summary>
    internal Condition IsOpen(Period t)
    {
        var window = windows.Last(window => window.From <= t.End);
        if (t.End > window.LastDate) return false;
        return window.Until is not { } until ? true : until.DateKnownBefore(t) >= until.Day(t.End);
    }

    /// <summary>The part of a column's days on which the loan is open for drawing, from 0 to 1.</summary>
    internal Formula OpenShare(Period t)
    {
        var open = windows.Index().Select(window => OpenDays(window.Index, t)).OfType<Formula>().ToList();
        return open.Count == 0 ? 0 : Sum(open) / (t.Days * Units.Day);
    }

    /// <summary>Writes the draw, once the interest that is capitalised is known.</summary>
    /// <param name="capitalised">Interest added to the balance.</param>
    /// <param name="before">The draws of loans that fund the same need and come first.</param>
    internal void Complete(Line capitalised, IReadOnlyList<Line> before)
    {
        var available = loan.Model.Line(loan.Name("Available to draw"), loan.Currency,
            t => When(IsOpen(t), NotNegative(loan.Commitment.At(t) - loan.Opening[t] - capitalised[t]), 0), LineKind.Level, loan.SourceOf("draws"));
        loan.Draw.Is(t => Min(available[t], Wanted(t)));

        Formula Wanted(Period t) => loan.Terms.Draws switch
        {
            DrawsAsNeeded need => NotNegative(AmountLines.Find(loan.Model, need.Fund, "")[t] - Sum(before.Select(draw => draw[t]))),
            Advances advances => DatedAmountLines.Within(advances.Amounts, t) * loan.Currency,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    Window WindowOf(LocalDate from, LocalDate last, string? until) => new(from, last, until is null ? null : loan.Model.FindMilestone(until));

    /// <summary>The days of a column on which the loan is open under one agreement; null for none.</summary>
    Formula? OpenDays(int index, Period t)
    {
        var window = windows[index];
        var after = LocalDate.Max(t.Start, window.From == LocalDate.MinIsoValue ? window.From : window.From.PlusDays(-1));
        var last = index == windows.Length - 1 ? window.LastDate : LocalDate.Min(window.LastDate, windows[index + 1].From.PlusDays(-1));
        int days = t.DaysWithin(after, last);
        if (days == 0) return null;
        return window.Until is { } until ? Max(0, Min(days * Units.Day, until.DateKnownBefore(t) - until.Day(after))) : days * Units.Day;
    }

    /// <summary>How long the loan may be drawn, as agreed from a day on until the next such day.</summary>
    readonly record struct Window(LocalDate From, LocalDate LastDate, Milestone? Until);
}
