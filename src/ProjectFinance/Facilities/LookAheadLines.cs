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
        Formula Drawn(Period t) => loan.Opening[t] + loan.Draw[t] + interest.Capitalised[t];
        Formula Balance(Period t) => NotNegative(Drawn(t) - repayment.Principal.Due[t] + loan.OtherChanges(t));
        IEnumerable<(Period Column, double Share)> Ahead(Period t) => loan.Model.Periods.Skip(t.Index + 1)
            .Select(u => (u, u.ShareWithin(t.End, t.End.MonthsLater(months)))).Where(x => x.Item2 > 0);

        loan.Model.Line(Title("Interest"), loan.Currency, t =>
            Balance(t) * Sum(Ahead(t).Select(u => rate.Factor[u.Column] * (repayment.Rest(t.End, u.Column.Start) * u.Share))), LineKind.Level);
        loan.Model.Line(Title("Principal"), loan.Currency, t =>
            Balance(t) * (1 - repayment.Rest(t.End, t.End.MonthsLater(months))), LineKind.Level);
        loan.Model.Line(Title("Fees"), loan.Currency, t =>
            NotNegative(loan.Commitment.At(t) - Drawn(t) - loan.UsedElsewhereBefore(t)) * Sum(Ahead(t).Select(u => fees.CommitmentFactor(u.Column) * u.Share)), LineKind.Level);
    }
}
