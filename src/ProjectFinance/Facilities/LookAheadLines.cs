using ProjectFinance.Time;
using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>
/// What falls to the lender in the months to come, on the balance as it stands after the day's draw and payments: later draws are not foreseen,
/// scheduled instalments are.
/// </summary>
static class LookAheadLines
{
    internal static void Write(TermLoanLines loan, RateLines rate, FeeLines fees, InterestLines interest, RepaymentLines repayment)
    {
        foreach (int months in loan.Terms.LookAheadMonths)
            Write(loan, rate, fees, interest, repayment, months);
    }

    static void Write(TermLoanLines loan, RateLines rate, FeeLines fees, InterestLines interest, RepaymentLines repayment, int months)
    {
        string Title(string what) => loan.Name($"{what} for the next {months} months");
        Formula Drawn(Period t) => loan.Opening[t] + loan.IfNothingIsSwept(loan.Draw)[t] + interest.Capitalised[t];
        Formula Balance(Period t) => NotNegative(loan.ChangedBeforeSweep(Drawn(t) - repayment.Due(t), t));
        Formula Undrawn(Period u, Period t) => NotNegative(loan.CommitmentAtStart(u, t) - Drawn(t) - loan.UsedElsewhereBefore(t));
        IEnumerable<(Period Column, double Share)> Ahead(Period t) => loan.Model.Periods.Skip(t.Index + 1)
            .Select(u => (u, u.ShareWithin(t.End, t.End.MonthsLater(months)))).Where(x => x.Item2 > 0);

        loan.Model.Line(Title("Interest"), loan.Currency, Interest, LineKind.Level);
        loan.Model.Line(Title("Principal"), loan.Currency, Principal, LineKind.Level);
        loan.Model.Line(Title("Fees"), loan.Currency, Fees, LineKind.Level);

        Formula Interest(Period t)
        {
            var balance = Balance(t);
            return repayment.IsProportional
                ? balance * Sum(Ahead(t).Select(u => rate.FactorAhead(u.Column, t) * (repayment.Rest(t.End, u.Column.Start) * u.Share)))
                : Sum(Ahead(t).Select(u => repayment.Rest(t, balance, u.Column.Start) * rate.FactorAhead(u.Column, t) * u.Share));
        }

        Formula Principal(Period t)
        {
            var (balance, end) = (Balance(t), t.End.MonthsLater(months));
            return repayment.IsProportional ? balance * (1 - repayment.Rest(t.End, end)) : balance - repayment.Rest(t, balance, end);
        }

        // One commitment for all columns ahead is taken out of the sum.
        Formula Fees(Period t) => loan.Terms.Commitment.Changes.IsEmpty
            ? Undrawn(t, t) * Sum(Ahead(t).Select(u => fees.CommitmentFactor(u.Column, t) * u.Share))
            : Sum(Ahead(t).Select(u => Undrawn(u.Column, t) * fees.CommitmentFactor(u.Column, t) * u.Share));
    }
}
