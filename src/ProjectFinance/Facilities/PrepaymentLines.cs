using ProjectFinance.Amounts;
using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>Lays out what is repaid before its instalments, each prepayment an obligation of its own.</summary>
sealed class PrepaymentLines
{
    readonly List<(Prepayment Terms, Line Line, Obligation Owed)> prepayments = [];

    /// <summary>Writes the lines.</summary>
    /// <param name="loan">The loan.</param>
    /// <param name="callable">What may be repaid early at a column's end.</param>
    /// <param name="where">Where the loan stands in the input.</param>
    /// <param name="later">What is to be done once the names of all lines are known.</param>
    /// <param name="rate">The loan's rate.</param>
    internal PrepaymentLines(TermLoanLines loan, RateLines rate, Func<Period, Formula> callable, string where, List<Action> later)
    {
        foreach (var (i, terms) in loan.Terms.Prepayments.Index())
        {
            var name = loan.Name(terms.Name);
            var dated = terms.Payments.IsEmpty ? null
                : loan.Model.Input($"{name}, on dates", loan.Currency, t => DatedAmountLines.Within(terms.Payments, t), terms.Source, kind: LineKind.Flow);
            Func<Period, Formula>? amount = null;
            if (terms.Amount is { } asked) later.Add(() => amount = AmountLines.Write(loan.Model, asked, $"{where}.prepayments[{i}].amount"));
            var before = prepayments.ToList();
            var line = loan.Model.Line(name, loan.Currency, t =>
            {
                Formula wanted = dated is null ? 0 : NotNegative(dated[t]);
                if (amount is not null) wanted += NotNegative(amount(t));
                return Min(wanted, NotNegative(before.Aggregate(callable(t), (left, other) => left - other.Line[t])));
            }, LineKind.Flow, terms.Source);
            prepayments.Add((terms, line, loan.Model.Obligation(name, loan.Currency, t => line[t], terms.Source)));
            if (terms.Fee is { } fee) loan.Model.Obligation($"{name} fee", loan.Currency, t => PrepaymentFees.On(fee, line[t], rate.Rate[t], Rest(loan.Dates, t, fee)), terms.Source);
        }
    }

    // The years from a column's end to the end of the interest period it lies in, or to final maturity.
    static double Rest(LoanDates dates, Period t, PrepaymentFee fee)
    {
        var end = fee is InterestDifferential { ToMaturity: true } ? dates.Maturity : dates.InterestEnds.FirstOrDefault(date => date >= t.End, t.End);
        return fee is InterestDifferential && end > t.End ? dates.YearFraction(t.End, end) : 0;
    }

    /// <summary>What newly falls due.</summary>
    internal Formula Charged(Period t) => Sum(prepayments.Select(prepayment => prepayment.Line[t]));

    /// <summary>What newly falls due and may not be drawn again.</summary>
    internal Formula Cancelling(Period t) => Sum(prepayments.Where(prepayment => !prepayment.Terms.Reinstates).Select(prepayment => prepayment.Line[t]));

    /// <summary>What is paid and may not be drawn again.</summary>
    internal Formula CancellingPaid(Period t) => Sum(prepayments.Where(prepayment => !prepayment.Terms.Reinstates).Select(prepayment => prepayment.Owed.Paid[t]));

    /// <summary>An amount and what is due on top of it.</summary>
    internal Formula Due(Period t, Formula amount) => prepayments.Aggregate(amount, (sum, prepayment) => sum + prepayment.Owed.Due[t]);

    /// <summary>An amount and what is paid on top of it.</summary>
    internal Formula Paid(Period t, Formula amount) => prepayments.Aggregate(amount, (sum, prepayment) => sum + prepayment.Owed.Paid[t]);

    /// <summary>An amount and what is overdue on top of it at the end of the column before.</summary>
    internal Formula OverdueBefore(Period t, Formula amount) => prepayments.Aggregate(amount, (sum, prepayment) => sum + prepayment.Owed.Overdue.Previous(t, 0));
}
