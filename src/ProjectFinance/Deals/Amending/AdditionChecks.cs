using System.Collections.Immutable;
using ProjectFinance.Amounts;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Amending;

/// <summary>Whether what an amendment adds leaves the days before its effective date alone.</summary>
static class AdditionChecks
{
    internal static void Add(Overlay overlay, Clause clause)
    {
        foreach (var (i, contribution) in clause.Amendment.Adds.Contributions.Index())
        {
            overlay.Problems.AddRange(NotBefore(contribution.Payments, clause, $"Contribution '{contribution.Name}'", $"{clause.Where}.contributions[{i}].payments"));
            overlay.Problems.AddRange(NotBefore(contribution.Paid ?? [], clause, $"Contribution '{contribution.Name}'", $"{clause.Where}.contributions[{i}].paid"));
        }
        foreach (var (i, loan) in clause.Amendment.Adds.ScheduledLoans.Index().Where(loan => loan.Item.Drawn < clause.Effective))
            overlay.Problems.Add(new($"Loan '{loan.Name}'", $"it is drawn on {loan.Drawn.Iso()}, before {clause.Effective.Iso()}, when '{clause.Amendment.Name}' takes hold",
                "an amendment does not change the past; give it an earlier effective date, and a later one on which it became known", $"{clause.Where}.scheduledLoans[{i}].drawn"));
        foreach (var (i, owed) in clause.Amendment.Adds.Obligations.Index())
            overlay.Problems.AddRange(NotBefore(owed.Payments, clause, $"Obligation '{owed.Name}'", $"{clause.Where}.obligations[{i}].payments"));
    }

    /// <summary>Payments fall on or after the effective date.</summary>
    internal static IEnumerable<Problem> NotBefore(ImmutableArray<DatedAmount> payments, Clause clause, string subject, string where) =>
        from payment in payments.Index()
        where payment.Item.Date < clause.Effective
        select new Problem(subject, $"a payment of {payment.Item.Date.Iso()} is before {clause.Effective.Iso()}, when '{clause.Amendment.Name}' takes hold",
            "an amendment does not change the past; give it an earlier effective date, and a later one on which it became known", $"{where}[{payment.Index}].date");
}
