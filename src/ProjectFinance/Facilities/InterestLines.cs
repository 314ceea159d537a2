using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>Interest on the balance, default interest on what is overdue, and what becomes of them on interest dates.</summary>
sealed class InterestLines
{
    readonly TermLoanLines loan;
    readonly RateLines rate;
    readonly FeeLines fees;
    readonly LoanEvents events;
    readonly Line onDefault;

    internal InterestLines(TermLoanLines loan, RateLines rate, FeeLines fees, AvailabilityLines availability, LoanEvents events)
    {
        (this.loan, this.rate, this.fees, this.events) = (loan, rate, fees, events);
        var source = loan.SourceOf("interest");
        var compounding = rate.CompoundsBalance ? Compounding(source) : null;
        var interest = loan.Model.Line(loan.Name("Interest"), loan.Currency, t => loan.Opening[t] * rate.Rate[t] * loan.Dates.YearFraction(t) + (compounding is null ? 0 : compounding.Previous(t, 0) * rate.OnUnpaid(t)), LineKind.Flow, source);
        onDefault = loan.Model.Declare(loan.Name("Default interest"), loan.Currency, LineKind.Flow, source);
        Capitalised = loan.Model.Declare(loan.Name("Interest capitalised"), loan.Currency, LineKind.Flow, source);
        Interest = Accrual.Obligation(loan, interest, t => interest[t] + onDefault[t], source, falling =>
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

    // Interest at the index, not the margin, from the start of an interest period on.
    Line Compounding(string source)
    {
        var compounding = loan.Model.Declare(loan.Name("Interest that bears interest"), loan.Currency, LineKind.Level, source);
        compounding.Is(t => loan.Dates.IsInterestDate(t) ? 0 : compounding.Previous(t, 0) + (loan.Opening[t] + compounding.Previous(t, 0)) * rate.OnUnpaid(t));
        return compounding;
    }

    /// <summary>Writes default interest, once the principal that may be overdue is known.</summary>
    internal void Complete(RepaymentLines repayment)
    {
        var margin = loan.Model.Parameter(loan.Name("Default margin"), loan.Terms.Interest.DefaultMargin.Fraction * Unit.None, loan.SourceOf("interest"));
        onDefault.Is(t =>
        {
            double days = loan.Dates.YearFraction(t);
            if (days == 0) return 0;
            var paidWithInterest = Interest.Overdue.Previous(t, 0) + fees.OverdueBefore(t);
            var inDefault = When(events.BearsDefaultMargin(t), loan.Opening[t], repayment.OverdueBefore(t));
            return (paidWithInterest * (rate.Rate[t] + margin) + inDefault * margin) * days;
        });
    }
}
