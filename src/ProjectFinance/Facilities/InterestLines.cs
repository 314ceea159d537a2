using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>Interest on the balance, default interest on what is overdue, and what becomes of them on interest dates.</summary>
sealed class InterestLines
{
    readonly TermLoanLines loan;
    readonly RateLines rate;
    readonly FeeLines fees;
    readonly LoanEvents events;
    readonly DefaultInterest onDefault;

    internal InterestLines(TermLoanLines loan, RateLines rate, FeeLines fees, AvailabilityLines availability, LoanEvents events)
    {
        (this.loan, this.rate, this.fees, this.events) = (loan, rate, fees, events);
        var source = loan.SourceOf("interest");
        var compounded = rate.CompoundsBalance ? new CompoundedBalance(loan.Model, loan.Terms.Name, loan.Opening, rate.OnUnpaid, loan.Dates.IsInterestDate, source) : null;
        var interest = loan.Model.Line(loan.Name("Interest"), loan.Currency, t => loan.Opening[t] * rate.Rate[t] * loan.Dates.YearFraction(t) + (compounded is null ? 0 : compounded.On(t)), LineKind.Flow, source);
        onDefault = new DefaultInterest(loan.Model, loan.Terms.Name, loan.Currency, source);
        Capitalised = loan.Model.Declare(loan.Name("Interest capitalised"), loan.Currency, LineKind.Flow, source);
        Interest = Accrual.Obligation(loan, interest, t => interest[t] + onDefault.Line[t], source, falling =>
        {
            Capitalised.Is(t => loan.Terms.Interest.DuringConstruction == ConstructionInterest.Capitalised && loan.Dates.IsInterestDate(t)
                ? When(availability.IsOpen(t), Min(falling[t], NotNegative(loan.CommitmentAt(t) - loan.Used(t))), 0)
                : 0);
            return t => Capitalised[t];
        });
    }

    /// <summary>Interest to be paid.</summary>
    internal Obligation Interest { get; }

    /// <summary>Interest added to the balance.</summary>
    internal Line Capitalised { get; }

    /// <summary>Writes default interest, once the principal that may be overdue is known.</summary>
    internal void Complete(RepaymentLines repayment) => onDefault.Complete(loan.Terms.Interest.DefaultMargin, rate.Rate, loan.Dates.YearFraction,
        t => Interest.Overdue.Previous(t, 0) + fees.OverdueBefore(t), t => When(events.BearsDefaultMargin(t), loan.Opening[t], repayment.OverdueBefore(t)));
}
