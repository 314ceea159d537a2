using ProjectFinance.Amounts;
using ProjectFinance.Modelling;
using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>
/// Lays out a <see cref="ScheduledLoan"/>. The parts (rate, interest, amortisation, scaling, transfer) each write their own lines and meet in the ones declared here. docs/loans.md says what
/// every line means.
/// </summary>
sealed class ScheduledLoanLines
{
    ScheduledLoanLines(Model model, ScheduledLoan terms)
    {
        (Model, Terms) = (model, RevisedResets.Of(terms));
        Dates = new ScheduledLoanDates(terms, model.Timeline.Start, model.Timeline.End);
        Opening = model.Declare(Name("Opening balance"), Currency, LineKind.Opening);
        Draw = model.Line(Name("Draw"), Currency, Drawn, LineKind.Flow, SourceOf("principal"));
        Closing = model.Declare(Name("Closing balance"), Currency, LineKind.Level);
    }

    internal Model Model { get; }

    internal ScheduledLoan Terms { get; }

    internal ScheduledLoanDates Dates { get; }

    internal Unit Currency => Terms.Currency;

    internal Line Opening { get; }

    internal Line Draw { get; }

    internal Line Closing { get; }

    /// <summary>What is prepaid on a column's end, after its instalment.</summary>
    internal Line Prepaid { get; private set; } = null!;

    /// <summary>Interest.</summary>
    internal ScheduledInterestLines Interest { get; private set; } = null!;

    /// <summary>Principal before maturity.</summary>
    internal AmortisationLines Amortisation { get; private set; } = null!;

    /// <summary>What falls due at maturity.</summary>
    internal Line Matured { get; private set; } = null!;

    /// <summary>Whether the loan was drawn before the model begins.</summary>
    internal bool IsOutstandingAtStart => Terms.Drawn < Model.Timeline.Start;

    /// <summary>Writes the loan's lines.</summary>
    /// <param name="model">The model; a column ends on each of the loan's dates.</param>
    /// <param name="terms">Terms that have been validated.</param>
    /// <param name="market">Where fixings come from.</param>
    /// <param name="paidWhenDue">Whether all that falls due is paid; otherwise a waterfall pays it.</param>
    internal static ScheduledLoanLines Write(Model model, ScheduledLoan terms, Market market, bool paidWhenDue)
    {
        var loan = new ScheduledLoanLines(model, terms);
        terms = loan.Terms;
        var rate = new ResetRateLines(model, terms, loan.Dates, market);
        model.Line(loan.Name("Rate for the period"), Unit.None, t => rate.Rate[t] * loan.Dates.YearFraction(t), LineKind.Flow, $"rate x year fraction, {terms.Interest.DayCount.Name}");
        var interest = loan.Interest = new ScheduledInterestLines(loan, rate);
        loan.Amortisation = new AmortisationLines(loan, interest, rate);
        loan.Prepaid = model.Line(loan.Name("Prepayment"), loan.Currency,
            t => loan.HasPrepayment(t) ? Min(DatedAmountLines.Within(terms.Prepayments, t) * loan.Currency, NotNegative(loan.BeforePrepayment(t))) : 0, LineKind.Flow, loan.SourceOf("prepayments"));
        loan.Matured = model.Line(loan.Name("Principal at maturity"), loan.Currency, t => loan.Called(t, loan.BeforePrepayment(t) - loan.Prepaid[t]), LineKind.Flow, loan.SourceOf("maturity"));
        var transfer = new LoanTransferLines(loan);
        loan.Balance(transfer);
        var service = new ScheduledServiceLines(loan, rate, paidWhenDue);
        transfer.CashFlow(service);
        return loan;
    }

    /// <summary>Whether the loan is sold on a column's end.</summary>
    internal bool IsSale(Period t) => Terms.Sale is { } sale && t.End == sale.Date && t.End <= Dates.Last;

    /// <summary>Whether principal may be prepaid on a column's end.</summary>
    internal bool HasPrepayment(Period t) => Dates.Happens(t.End) && !Dates.IsMaturity(t) && Terms.Prepayments.Any(amount => amount.Date == t.End);

    /// <summary>What is outstanding after the instalment of a column's end and interest capitalised on it.</summary>
    internal Formula BeforePrepayment(Period t) => Opening[t] + Draw[t] + Interest.Capitalised[t] - Amortisation.Instalment[t];

    internal string Name(string title) => $"{Terms.Name} / {title}";

    internal string SourceOf(string field) => Terms.Sources.GetValueOrDefault(field, "");

    Formula Drawn(Period t)
    {
        Formula drawn = t.End == Terms.Drawn ? Terms.Principal : 0;
        drawn = Dates.Streams(t, draws: true).Aggregate(drawn, (sum, amount) => sum + amount);
        return When(Defaults.HeldBefore(Model, Defaults.DrawStop, t) | IsAccelerated(t), 0, drawn);
    }

    // All that is outstanding falls due at maturity, or once a default has made it fall due.
    Formula Called(Period t, Formula left) => Dates.IsMaturity(t) ? left : When(IsAccelerated(t), left, 0);

    Condition IsAccelerated(Period t) => Defaults.HeldBefore(Model, Defaults.Accelerated, t);

    void Balance(LoanTransferLines transfer)
    {
        Formula atStart = IsOutstandingAtStart ? Terms.Principal : 0;
        Opening.Is(t => Closing.Previous(t, atStart));
        Closing.Is(t => BeforePrepayment(t) - Prepaid[t] - Matured[t] - transfer.Sold[t]);
        var lent = new RunningSum(Model, t => Draw[t] + Interest.Capitalised[t]);
        var repaid = new RunningSum(Model, t => Amortisation.Instalment[t] + Prepaid[t] + Matured[t] + transfer.Sold[t]);
        Model.Check($"Checks / {Terms.Name}: drawn and capitalised = repaid + outstanding", Currency, t => atStart + lent.To(t) - repaid.To(t) - Closing[t]);
        Model.Check($"Checks / {Terms.Name}: nothing is outstanding after maturity", Currency, t => Dates.Maturity <= t.End ? Closing[t] : 0);
    }
}
