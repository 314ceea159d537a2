using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>Instalments of principal, what is repaid before them, and what falls due when the loan is called.</summary>
sealed class RepaymentLines
{
    readonly TermLoanLines loan;
    readonly LoanEvents events;
    readonly PrepaymentLines prepayments;
    readonly SweepLines? sweep;
    readonly InstalmentLines instalments;

    /// <summary>Writes the lines; amounts that name other lines are asked for later.</summary>
    /// <param name="loan">The loan.</param>
    /// <param name="events">What makes all of it fall due.</param>
    /// <param name="rate">The rate.</param>
    /// <param name="where">Where the loan stands in the input: "facilities[0]".</param>
    /// <param name="later">What is to be done once the names of all lines are known.</param>
    internal RepaymentLines(TermLoanLines loan, LoanEvents events, RateLines rate, string where, List<Action> later)
    {
        (this.loan, this.events) = (loan, events);
        Scheduled = loan.Model.Declare(loan.Name("Principal scheduled"), loan.Currency, LineKind.Flow, loan.SourceOf("repayment"));
        Principal = loan.Model.Obligation(loan.Name("Principal"), loan.Currency, Charge, loan.SourceOf("repayment"));
        prepayments = new PrepaymentLines(loan, rate, Callable, where, later);
        sweep = loan.Terms.Sweep is { } terms ? new SweepLines(loan, terms, t => Callable(t) - prepayments.Charged(t)) : null;
        instalments = new InstalmentLines(loan, events, Outstanding, prepayments.Cancelling, sweep is null ? null : t => sweep.Taken[t]);
        Scheduled.Is(t => When(events.IsCalled(t), Outstanding(t), loan.Dates.InstalmentOn(t) is var j and >= 0 ? instalments.On(t, j, Outstanding(t)) : 0));
        loan.Cancelled?.Is(t => loan.Cancelled.Previous(t, 0) + prepayments.CancellingPaid(t) + (sweep is null ? 0 : sweep.Obligation.Paid[t]));
    }

    /// <summary>Principal newly falling due: instalments, or all of it.</summary>
    internal Line Scheduled { get; }

    /// <summary>Principal to be repaid when due.</summary>
    internal Obligation Principal { get; }

    /// <summary>What is overdue of principal and of prepayments at the end of the column before.</summary>
    internal Formula OverdueBefore(Period t) => prepayments.OverdueBefore(t, Principal.Overdue.Previous(t, 0));

    /// <summary>What is paid of principal in a column, early or not.</summary>
    internal Formula Paid(Period t)
    {
        var paid = prepayments.Paid(t, Principal.Paid[t]);
        return sweep is null ? paid : paid + sweep.Obligation.Paid[t];
    }

    /// <summary>What is to be paid of principal in a column, as far as it does not depend on what an account has left.</summary>
    internal Formula Due(Period t) => prepayments.Due(t, Principal.Due[t]);

    /// <summary>What is to be paid of principal in a column, and what is swept.</summary>
    internal Formula DueAndSwept(Period t) => sweep is null ? Due(t) : Due(t) + sweep.Obligation.Paid[t];

    /// <summary>What of a balance at a column's end is outstanding after the instalments up to a later date.</summary>
    internal Formula Rest(Period t, Formula balance, NodaTime.LocalDate upTo) => instalments.Rest(t, balance, upTo);

    /// <summary>Whether what is outstanding later is a stated part of what is outstanding now.</summary>
    internal bool IsProportional => instalments.IsProportional;

    /// <summary>What part of a balance is still there after the instalments that fall after one date, up to another.</summary>
    internal double Rest(NodaTime.LocalDate after, NodaTime.LocalDate upTo) => instalments.Rest(after, upTo);

    // What is overdue or deferred already is no part of what falls due, nor is what becomes shares in the column.
    Formula Outstanding(Period t) => NotNegative(loan.Opening[t] - prepayments.OverdueBefore(t, Principal.CarriedInto(t)) - Converted(t));

    Formula Converted(Period t) => loan.Conversion is { } conversion ? conversion.Converted[t] : 0;

    // What may be repaid early: neither overdue nor falling due.
    Formula Callable(Period t) => NotNegative(Outstanding(t) - Scheduled[t]);

    // What is overdue and rescheduled is taken out of what is due, and so into the balance that the new instalments repay.
    Formula Charge(Period t) => Reschedules(t) ? Scheduled[t] - When(events.IsCalled(t), 0, Principal.CarriedInto(t)) : Scheduled[t];

    bool Reschedules(Period t) => loan.Terms.Reschedulings.Any(rescheduling => rescheduling.From == t.End && rescheduling.WithOverdue);
}
