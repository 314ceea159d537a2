using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Equity;
using ProjectFinance.Facilities;
using ProjectFinance.Operations;
using ProjectFinance.Hedges;
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
            .Concat(deal.ScheduledLoans.SelectMany(loan => new ScheduledLoanDates(loan, deal.Closing, deal.End).All))
            .Concat(deal.Milestones.SelectMany(m => new[] { m.Expected, m.Longstop }.OfType<LocalDate>()))
            .Concat(deal.ColumnEnds)
            .Concat(deal.Accounts.SelectMany(a => a.Changes.Select(change => change.From)))
            .Concat(ComplianceDates.Of(deal))
            .Concat(deal.Leases.SelectMany(lease => LeaseLines.Deadlines(lease)))
            .Concat(deal.Elections.Select(election => election.Date))
            .Concat(deal.Contributions.SelectMany(c => c.Payments.Concat(c.Paid ?? []).Select(p => p.Date)))
            .Concat(deal.Obligations.SelectMany(o => o.Payments.Select(p => p.Date)))
            .Concat(deal.Shares.SelectMany(ShareDates))
            .Concat(deal.Mergers.SelectMany(merger => DateOf(merger.On)))
            .Concat(deal.Hedges.SelectMany(HedgeDates.All));
        return Timeline.From(deal.Closing, dates.Where(date => date >= deal.Closing && date <= deal.End));
    }

    static IEnumerable<LocalDate> ShareDates(ShareCapital company) => company.Splits.Select(split => split.Date).Concat(company.Issues.SelectMany(issue => DateOf(issue switch
    {
        StatedIssue stated => stated.On,
        ShareSettledPayment payment => payment.On,
        Offering offering => offering.On,
        _ => null,
    })));

    static IEnumerable<LocalDate> ConversionDates(ConversionTerms conversion) =>
    [
        .. conversion.Price.Changes.SelectMany(change => DateOf(change.On)),
        .. conversion.ByBorrower?.On is { } day ? [day] : Array.Empty<LocalDate>(),
        .. new[] { conversion.ByLender?.When, conversion.ByBorrower?.When }.OfType<Test>().SelectMany(DatesOf),
    ];

    static IEnumerable<LocalDate> DateOf(Occasion? on) => on is OnDate { Date: var date } ? [date] : [];

    /// <summary>The dates a test names.</summary>
    static IEnumerable<LocalDate> DatesOf(Test test) => test switch
    {
        OnOrAfter { Date: var date } => [date],
        AllOf { Of: var of } => of.SelectMany(DatesOf),
        AnyOf { Of: var of } => of.SelectMany(DatesOf),
        Not { Of: var of } => DatesOf(of),
        ForDays { Of: var of } => DatesOf(of),
        _ => [],
    };

    static IEnumerable<LocalDate> LoanDatesOf(Deal deal, TermLoan terms)
    {
        var dates = new LoanDates(terms, deal.Closing);
        return
        [
            .. dates.InterestEnds, .. dates.Instalments, terms.Draws.LastDay,
            .. terms.Fees.OfType<EstablishmentFee>().Select(fee => fee.On).OfType<LocalDate>(),
            .. terms.Draws is DrawsAsNeeded need ? need.LaterPeriods.SelectMany(period => new[] { period.From, period.LastDate }).Append(need.LastDate) : [],
            .. terms.Draws is Advances advances ? advances.Amounts.Select(amount => amount.Date) : [],
            .. terms.Conversion is { } conversion ? ConversionDates(conversion) : [],
            .. terms.Draws is Redenomination into ? RedenominationLines.Days(into, name => deal.Milestones.FirstOrDefault(m => m.Name == name)?.Expected) : [],
            .. terms.Commitment.Changes.Select(change => change.On).Append(terms.Sweep?.From).OfType<OnDate>().Select(on => on.Date),
            .. terms.Prepayments.SelectMany(prepayment => prepayment.Payments.Select(amount => amount.Date)),
            .. terms.Reschedulings.Select(rescheduling => rescheduling.From),
        ];
    }
}
