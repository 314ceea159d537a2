using System.Collections.Immutable;
using ProjectFinance.Amounts;
using ProjectFinance.Deals.Json;

namespace ProjectFinance.Deals.Amending;

/// <summary>Changes of what sponsors pay in.</summary>
static class ContributionChanges
{
    internal static void Apply(Overlay overlay, ContributionChange change, Clause clause) => overlay.Change(Part.Contributions, change.Contribution, clause, "contribution", (contribution, path) =>
    {
        overlay.Problems.AddRange(AdditionChecks.NotBefore(change.Payments, clause, clause.Subject, $"{clause.Where}.payments"));
        var payments = Joined(overlay, contribution.Payments, change.Payments, clause, $"{path}.payments");
        return payments == contribution.Payments ? contribution : contribution with { Payments = payments, Source = clause.Cite(contribution.Source) };
    });

    /// <summary>Payments agreed for days before the effective date, and those newly agreed; the old ones where that is already so.</summary>
    internal static ImmutableArray<DatedAmount> Joined(Overlay overlay, ImmutableArray<DatedAmount> before, ImmutableArray<DatedAmount> after, Clause clause, string inDeal)
    {
        var kept = before.RemoveAll(payment => payment.Date >= clause.Effective);
        var joined = kept.AddRange(after);
        if (joined.OrderBy(payment => payment.Date).SequenceEqual(before.OrderBy(payment => payment.Date))) return before;
        for (int i = 0; i < after.Length; i++) overlay.Place($"{inDeal}[{kept.Length + i}]", $"{clause.Where}.payments[{i}]");
        return joined;
    }
}
