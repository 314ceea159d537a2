using ProjectFinance.Accounts;
using ProjectFinance.Deals;

namespace ProjectFinance.Results;

/// <summary>What became of each payment that fell due to a lender.</summary>
static class PaymentEntries
{
    internal static IEnumerable<ComplianceEntry> Of(LaidOutDeal deal, Run run, Waived waived) =>
        from loan in deal.Loans
        from owed in run.Model.Obligations.Where(owed => owed.Due.Section == loan.Loan)
        let account = deal.Deal.Accounts.Select(AccountOnDate.Ever).FirstOrDefault(account => account.Waterfall.Any(payment => payment.Pay == owed.Name))
        from at in run.Model.Periods
        let falling = run[owed.Due, at] - (at.IsFirst ? 0 : run[owed.Overdue, run.Model.Periods[at.Index - 1]])
        where falling >= Noticeable.Amount
        select new ComplianceEntry
        {
            Date = at.End, Kind = ComplianceKind.Payment, Name = owed.Name, Unit = owed.Due.Unit, Value = falling,
            State = StateOf(owed, run, at, account is not null && waived.At(BreachLines.Overdue(account.Name), at)),
        };

    static ComplianceState StateOf(Obligation owed, Run run, Period at, bool isWaived)
    {
        if (run[owed.Overdue, at] < Noticeable.Amount) return ComplianceState.Met;
        if (isWaived) return ComplianceState.Waived;
        return run.Model.Periods.Skip(at.Index + 1).Any(t => run[owed.Overdue, t] < Noticeable.Amount) ? ComplianceState.Late : ComplianceState.Breached;
    }
}
