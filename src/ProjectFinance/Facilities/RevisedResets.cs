using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>What changes of a <see cref="ScheduledLoan"/> make of its resets and prepayments, which are dates with values: those before the day stay, others follow.</summary>
static class RevisedResets
{
    /// <summary>The loan with the resets and prepayments that its changes make; its changes keep the rest. A loan without changes is itself.</summary>
    internal static ScheduledLoan Of(ScheduledLoan loan) => loan.Changes.Aggregate(loan, Apply) is var revised && loan.Changes.IsEmpty ? loan : revised with
    {
        Changes = [.. loan.Changes.Select(change => change with { To = change.To with { Rate = null, Resets = null, Limits = null, Prepayments = null } })],
    };

    static ScheduledLoan Apply(ScheduledLoan loan, ScheduledLoanChange change)
    {
        var (from, to) = (change.From, change.To);
        if (to.Prepayments is { } prepayments) loan = loan with { Prepayments = [.. loan.Prepayments.Where(amount => amount.Date < from), .. prepayments] };
        if (to.Rate is null && to.Resets is null && to.Limits is null) return loan;
        var counting = new DatesAsCounted(loan.BusinessDays);
        var interest = loan.Interest;
        var before = interest.Resets.Select(reset => On(reset with { Limits = reset.Limits ?? interest.Limits }, counting, date => date <= from)).OfType<RateReset>().ToList();
        var after = (to.Resets ?? interest.Resets).Select(reset => On(reset with { Limits = null }, counting, date => date > from)).OfType<RateReset>();
        RateReset[] stated = to.Rate is { } rate ? [new RateReset(new OnDates([from])) { Spread = rate, Limits = new() }] : [];
        // A rate that is known for the first reset is that of a reset agreed before.
        bool isFirstToCome = before.Count == 0 && (to.Rate is not null || to.Resets is not null);
        return loan with { Interest = interest with { Resets = [.. before, .. stated, .. after], DayCount = interest.DayCount, Limits = to.Limits ?? interest.Limits, FirstReset = isFirstToCome ? null : interest.FirstReset } };
    }

    static RateReset? On(RateReset reset, DatesAsCounted counting, Func<LocalDate, bool> isIn)
    {
        var dates = counting.Resolved(reset.Dates).Where(date => isIn(counting.Counted(date))).Select(date => date.Unadjusted).ToImmutableArray();
        return dates.IsEmpty ? null : reset with { Dates = new OnDates(dates) };
    }
}
