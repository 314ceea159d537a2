using ProjectFinance.Modelling;
using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>What the borrower of a <see cref="ScheduledLoan"/> owes on each date: interest, principal, the fee of a prepayment, each an obligation.</summary>
sealed class ScheduledServiceLines
{
    /// <summary>The line of what is outstanding as a column begins, overdue principal in it.</summary>
    internal const string OutstandingAtStart = "Outstanding at start";

    /// <summary>The line of what is outstanding as a column ends, overdue principal in it.</summary>
    internal const string Outstanding = "Outstanding";

    readonly ScheduledLoanLines loan;
    readonly ScalingLines scaling;
    readonly Line added;
    readonly List<Obligation> owed;

    internal ScheduledServiceLines(ScheduledLoanLines loan, ResetRateLines rate, bool paidWhenDue)
    {
        this.loan = loan;
        scaling = new ScalingLines(loan);
        var model = loan.Model;
        added = model.Line(loan.Name("Interest added to principal"), loan.Currency, t => NotNegative(-loan.Amortisation.Instalment[t]), LineKind.Flow, "what a payment leaves of the interest");
        var onDefault = paidWhenDue ? null : new DefaultInterest(model, loan.Terms.Name, loan.Currency, loan.SourceOf("interest"));
        var falling = onDefault is null ? null : Accrual.Of(onDefault.Line, t => onDefault.Line[t], loan.Dates.Interest.Falls, loan.SourceOf("interest")).Falling;
        Obligation interest = model.Obligation(loan.Name("Interest"), loan.Currency, t => (loan.Dates.IsInterestDate(t) ? Interest(t) - added[t] : Interest(t)) + (falling is null ? 0 : falling[t]), loan.SourceOf("interest"));
        var scheduled = model.Line(loan.Name("Principal scheduled"), loan.Currency, Scheduled, LineKind.Flow, loan.SourceOf("amortisation"));
        Obligation principal = model.Obligation(loan.Name("Principal"), loan.Currency, t => scheduled[t] + scaling.OfPrincipal(t) * loan.Prepaid[t], loan.SourceOf("amortisation"));
        owed = [interest, principal];
        model.Line(loan.Name("Debt service"), loan.Currency, t => interest.Charge(t) + scheduled[t], source: "interest and principal newly falling due; overdue amounts are not counted again, prepayments not at all");
        model.Line(loan.Name(OutstandingAtStart), loan.Currency, t => loan.Opening[t] + principal.Overdue.Previous(t, 0), LineKind.Opening, "the balance by schedule, and principal overdue");
        model.Line(loan.Name(Outstanding), loan.Currency, t => loan.Closing[t] + principal.Overdue[t], LineKind.Level, "the balance by schedule, and principal overdue");
        if (loan.Terms.PrepaymentFee is { } terms)
        {
            var fee = model.Line(loan.Name("Prepayment fee"), loan.Currency, t => loan.HasPrepayment(t) ? PrepaymentFees.On(terms, loan.Prepaid[t], rate.Afterwards[t], Rest(t, terms)) : 0, LineKind.Flow, loan.SourceOf("prepaymentFee"));
            owed.Add(model.Obligation(fee.Name, loan.Currency, t => fee[t], loan.SourceOf("prepaymentFee")));
        }
        onDefault?.Complete(loan.Terms.Interest.DefaultMargin, rate.Rate, t => t.Start < loan.Terms.Drawn ? 0 : loan.Dates.Interest.YearFraction(t),
            t => Sum(owed.Select(obligation => obligation.Overdue.Previous(t, 0))), t => When(Defaults.HeldBefore(model, Defaults.DefaultMargin, t), loan.Opening[t], 0));
        if (paidWhenDue)
            foreach (var obligation in owed) obligation.PaidBy(t => obligation.Payable[t]);
    }

    bool AddsInterest => loan.Dates.Plans.Any(plan => plan.Terms is PaymentLessInterest or AnnuityInstalments);

    /// <summary>What the lender receives: all that is paid, less the interest that it lends on a date on which no interest falls due.</summary>
    internal Formula Received(Period t) => Sum(owed.Select(obligation => (Formula)obligation.Payment[t])) - (AddsInterest && !loan.Dates.IsInterestDate(t) ? added[t] : 0);

    // What falls due, scaled where so agreed.
    Formula Interest(Period t) => scaling.OfInterest(t) * loan.Interest.Payable(t);

    // An instalment is below zero where a payment does not cover the interest, which is then added to the principal.
    Formula Scheduled(Period t) => scaling.OfPrincipal(t) * loan.Amortisation.Instalment[t] + scaling.OfPrincipalAtMaturity(t) * loan.Matured[t] + (AddsInterest ? added[t] : 0);

    double Rest(Period t, PrepaymentFee terms)
    {
        var dates = loan.Dates;
        var end = terms is InterestDifferential { ToMaturity: true } ? dates.Maturity : dates.InterestDates.Where(date => date >= t.End).Cast<NodaTime.LocalDate?>().FirstOrDefault() ?? dates.Maturity;
        return end is { } until ? dates.Interest.YearFraction(t.End, until) : 0;
    }
}
