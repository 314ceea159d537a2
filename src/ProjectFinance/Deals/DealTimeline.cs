using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;

namespace ProjectFinance.Deals;

/// <summary>The columns of a deal: its regular step, and every date on which something happens.</summary>
static class DealTimeline
{
    internal static Timeline Of(Deal deal)
    {
        var regular = deal.Step == TimelineStep.Month ? Timeline.Monthly(deal.Closing, deal.End) : Timeline.Quarterly(deal.Closing, deal.End);
        var dates = regular.Periods.Select(t => t.End)
            .Concat(deal.Facilities.SelectMany(facility => LoanDatesOf(deal, facility)))
            .Concat(deal.Milestones.SelectMany(m => new[] { m.Expected, m.Longstop }.OfType<LocalDate>()))
            .Concat(deal.Contributions.SelectMany(c => c.Payments.Select(p => p.Date)))
            .Concat(deal.Obligations.SelectMany(o => o.Payments.Select(p => p.Date)));
        return Timeline.From(deal.Closing, dates.Where(date => date >= deal.Closing && date <= deal.End));
    }

    static IEnumerable<LocalDate> LoanDatesOf(Deal deal, TermLoan terms)
    {
        var dates = new LoanDates(terms, deal.Closing);
        return
        [
            .. dates.InterestEnds, .. dates.Instalments, terms.Draws.LastDay,
            .. terms.Draws is Advances advances ? advances.Amounts.Select(amount => amount.Date) : [],
            .. terms.Draws is Redenomination conversion ? RedenominationLines.Days(conversion, name => deal.Milestones.FirstOrDefault(m => m.Name == name)?.Expected) : [],
            .. terms.Commitment.Changes.Select(change => change.On).Append(terms.Sweep?.From).OfType<OnDate>().Select(on => on.Date),
            .. terms.Prepayments.SelectMany(prepayment => prepayment.Payments.Select(amount => amount.Date)),
            .. terms.Reschedulings.Select(rescheduling => rescheduling.From),
        ];
    }
}
