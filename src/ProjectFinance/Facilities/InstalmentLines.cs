using System.Collections.Immutable;
using NodaTime;
using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>
/// How much falls due on an instalment date, and what prepayments do to later instalments. What has been prepaid and not applied yet is kept as U: without it an
/// instalment is its share of what is outstanding, O; with it, what it would have been without prepayments is its share of O + U.
/// </summary>
sealed class InstalmentLines
{
    readonly LoanDates dates;
    readonly PrepaymentOrder order;
    readonly ImmutableArray<double> shares;
    readonly Func<Period, Formula>? unapplied;
    readonly Func<Period, Formula>? unappliedBeforeSweep;

    /// <summary>Writes U, where there is any and it matters.</summary>
    /// <param name="loan">The loan.</param>
    /// <param name="events">What makes all of it fall due.</param>
    /// <param name="outstanding">What is outstanding and not overdue when a column's instalment falls due.</param>
    /// <param name="prepaid">What is prepaid in a column and may not be drawn again.</param>
    /// <param name="swept">What is swept in a column; null where there is no sweep.</param>
    internal InstalmentLines(TermLoanLines loan, LoanEvents events, Func<Period, Formula> outstanding, Func<Period, Formula> prepaid, Func<Period, Formula>? swept)
    {
        (dates, order) = (loan.Dates, loan.Terms.PrepaymentOrder);
        shares = InstalmentWeights.SharesOf(dates);
        if (loan.Cancelled is null || order == PrepaymentOrder.ProRata) return;
        var line = loan.Model.Declare(loan.Name("Prepaid, not yet applied"), loan.Currency, LineKind.Level, "what prepayments and sweeps still take off later instalments");
        unapplied = t => line.Previous(t, 0);
        unappliedBeforeSweep = t => dates.IsRescheduledOn(t) ? 0 : When(events.IsCalled(t), 0, Left(t)) + prepaid(t);
        line.Is(t => dates.IsRescheduledOn(t) || swept is null ? unappliedBeforeSweep(t) : unappliedBeforeSweep(t) + swept(t));

        Formula Left(Period t) => dates.InstalmentOn(t) is var j and >= 0 ? Apply(outstanding(t), line.Previous(t, 0), shares[j]).Unapplied : line.Previous(t, 0);
    }

    /// <summary>Whether what is outstanding later is a stated part of what is outstanding now.</summary>
    internal bool IsProportional => unapplied is null;

    /// <summary>The instalment of a column.</summary>
    internal Formula On(Period t, int instalment, Formula outstanding) =>
        unapplied is null ? outstanding * shares[instalment] : Apply(outstanding, unapplied(t), shares[instalment]).Instalment;

    /// <summary>What part of a balance is still there after the instalments that fall after one date, up to another.</summary>
    internal double Rest(LocalDate after, LocalDate upTo)
    {
        double rest = 1;
        for (int j = 0; j < shares.Length; j++)
            if (dates.Instalments[j] > after && dates.Instalments[j] <= upTo) rest *= 1 - shares[j];
        return rest;
    }

    /// <summary>What of a balance at a column's end, before anything is swept, is still there after the instalments up to a date.</summary>
    internal Formula Rest(Period t, Formula balance, LocalDate upTo)
    {
        if (unappliedBeforeSweep is null) return balance * Rest(t.End, upTo);
        var (outstanding, left, from) = (balance, unappliedBeforeSweep(t), t.End);
        for (int j = 0; j < shares.Length; j++)
        {
            var date = dates.Instalments[j];
            if (date <= t.End || date > upTo) continue;
            if (dates.Plans.Any(plan => plan.From >= from && plan.From < date)) left = 0;
            var (instalment, unused) = Apply(outstanding, left, shares[j]);
            (outstanding, left, from) = (outstanding - instalment, unused, date);
        }
        return outstanding;
    }

    (Formula Instalment, Formula Unapplied) Apply(Formula outstanding, Formula unapplied, double share)
    {
        // The last instalment takes all, to the last bit.
        if (share == 1) return (outstanding, 0);
        var full = (outstanding + unapplied) * share;
        var instalment = order == PrepaymentOrder.InverseOrderOfMaturity ? Min(outstanding, full) : Min(outstanding, NotNegative(full - unapplied));
        return (instalment, NotNegative(unapplied - (full - instalment)));
    }
}
