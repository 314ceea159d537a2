using NodaTime;
using ProjectFinance.Covenants;
using ProjectFinance.Facilities;
using ProjectFinance.Time;

namespace ProjectFinance.Deals;

/// <summary>The days on which compliance may change, as far as the terms alone tell: each gets a column of its own, so that states are exact to the day.</summary>
static class ComplianceDates
{
    /// <summary>The days, in any order; some may lie outside the deal.</summary>
    internal static IEnumerable<LocalDate> Of(Deal deal) =>
    [
        .. deal.Covenants.SelectMany(FinancialCovenantLines.DatesOf),
        .. deal.Undertakings.SelectMany(Undertaking),
        .. deal.Waivers.SelectMany(waiver => (IEnumerable<LocalDate>)[waiver.From, waiver.Until, waiver.Until.DaysLater(1), .. waiver.Conditions.Select(condition => condition.By)]),
        .. deal.Defaults is { } terms ? Defaults(deal, terms) : [],
    ];

    static IEnumerable<LocalDate> Undertaking(Undertaking terms) =>
        UndertakingLines.DatesOf(terms).SelectMany(date => new[] { date, date.DaysLater(terms.GraceDays) }).Concat(terms.Done.Values.OfType<LocalDate>());

    // A default begins when its cure period ends, and accelerates so many days later.
    static IEnumerable<LocalDate> Defaults(Deal deal, DefaultTerms terms)
    {
        var starts = Breaches(deal).Select(breach => breach.On.DaysLater(CureDays.Of(deal, terms, breach.Name))).Concat(deal.Waivers.Select(waiver => waiver.Until.DaysLater(1))).ToList();
        var later = terms.Acceleration?.AfterDays is { } days ? starts.Select(date => date.DaysLater(days)) : [];
        return [.. starts, .. later, .. terms.Acceleration?.On is { } notice ? [notice] : Array.Empty<LocalDate>()];
    }

    static IEnumerable<(string Name, LocalDate On)> Breaches(Deal deal) =>
    [
        .. deal.Covenants.SelectMany(terms => FinancialCovenantLines.DatesOf(terms).Select(date => (FinancialCovenantLines.BreachOf(terms.Name), date))),
        .. deal.Undertakings.SelectMany(terms => UndertakingLines.BreachOf(terms) is { } name ? UndertakingLines.DatesOf(terms).Select(date => (name, date.DaysLater(terms.GraceDays))) : []),
        .. deal.Milestones.SelectMany(terms => terms.Longstop is { } longstop ? [(BreachLines.Longstop(terms.Name, longstop), longstop)] : Array.Empty<(string, LocalDate)>()),
        .. deal.Accounts.SelectMany(account => Payments(deal).Select(date => (BreachLines.Overdue(account.Name), date))),
    ];

    static IEnumerable<LocalDate> Payments(Deal deal) =>
    [
        .. deal.Facilities.Select(loan => new LoanDates(loan, deal.Closing)).SelectMany(dates => dates.InterestEnds.Concat(dates.Instalments)),
        .. deal.ScheduledLoans.SelectMany(loan => new ScheduledLoanDates(loan, deal.Closing, deal.End).Payments),
    ];
}
