using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>The establishment fee, once, the commitment fee on what may still be drawn, and the fee on what is cancelled.</summary>
sealed class FeeLines
{
    readonly TermLoanLines loan;
    readonly AvailabilityLines availability;
    readonly List<Obligation> owed = [];
    readonly List<Obligation> recurring = [];
    readonly List<Parameter> commitmentRates = [];

    internal FeeLines(TermLoanLines loan, AvailabilityLines availability)
    {
        (this.loan, this.availability) = (loan, availability);
        foreach (var fee in loan.Terms.Fees)
        {
            switch (fee)
            {
                case EstablishmentFee establishment: Establishment(establishment); break;
                case CommitmentFee commitment: Commitment(commitment); break;
                case CancellationFee cancellation: Cancellation(cancellation); break;
                default: throw new ArgumentOutOfRangeException(nameof(loan), fee, "Not a fee that can be laid out.");
            }
        }
    }

    /// <summary>What of the commitment fee newly falls due in a column.</summary>
    internal Formula Recurring(Period t) => Sum(recurring.Select(fee => fee.Charge(t)));

    /// <summary>What is overdue of all fees at the end of the column before.</summary>
    internal Formula OverdueBefore(Period t) => Sum(owed.Select(fee => fee.Overdue.Previous(t, 0)));

    /// <summary>The commitment fee that accrues in a column on an amount of one that may still be drawn, as far as it is known in another column.</summary>
    internal Formula CommitmentFactor(Period t, Period known) => Sum(commitmentRates.Select(rate => rate.Formula)) * loan.Dates.YearFraction(t) * availability.OpenShare(t, known);

    void Establishment(EstablishmentFee terms)
    {
        var amount = loan.Model.Parameter(loan.Name("Establishment fee amount"), terms.Amount, terms.Source);
        var fee = loan.Model.Line(loan.Name("Establishment fee"), loan.Currency, t => FallsDue(terms, t) ? amount : 0, LineKind.Flow, terms.Source);
        owed.Add(loan.Model.Obligation(fee.Name, loan.Currency, t => fee[t], terms.Source));
    }

    static bool FallsDue(EstablishmentFee terms, Period t) => terms.On is { } date && !t.IsFirst ? date > t.Start && date <= t.End : t.IsFirst && (terms.On is null || terms.On == t.Start);

    void Commitment(CommitmentFee terms)
    {
        var rate = loan.Model.Parameter(loan.Name("Commitment fee rate"), terms.Rate.Fraction * Unit.None, terms.Source);
        commitmentRates.Add(rate);
        var fee = loan.Model.Line(loan.Name("Commitment fee"), loan.Currency,
            t => rate * NotNegative(loan.CommitmentAtStart(t, t) - loan.Used(t)) * loan.Dates.YearFraction(t) * availability.OpenShare(t, t), LineKind.Flow, terms.Source);
        var obligation = Accrual.Obligation(loan, fee, t => fee[t], terms.Source);
        owed.Add(obligation);
        recurring.Add(obligation);
    }

    void Cancellation(CancellationFee terms)
    {
        var rate = loan.Model.Parameter(loan.Name("Cancellation fee rate"), terms.Rate.Fraction * Unit.None, terms.Source);
        var fee = loan.Model.Line(loan.Name("Cancellation fee"), loan.Currency,
            t => t.IsFirst ? 0 : rate * NotNegative(loan.Agreed.At(loan.Model.Periods[t.Index - 1]) - loan.Agreed.At(t)), LineKind.Flow, terms.Source);
        owed.Add(loan.Model.Obligation(fee.Name, loan.Currency, t => fee[t], terms.Source));
    }
}
