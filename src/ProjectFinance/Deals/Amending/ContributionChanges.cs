using System.Collections.Immutable;
using ProjectFinance.Amounts;
using ProjectFinance.Deals.Json;

namespace ProjectFinance.Deals.Amending;

/// <summary>Changes of what sponsors pay in.</summary>
static class ContributionChanges
{
    internal static void Apply(Overlay overlay, ContributionChange change, Clause clause) => overlay.Change(Part.Contributions, change.Contribution, clause, "contribution", (contribution, path) =>
    {
        var before = contribution;
        if (change.Payments is { } agreed) contribution = contribution with { Payments = Joined(overlay, before.Payments, agreed, clause, path, "payments") };
        if (change.Paid is { } paid && Joined(overlay, before.Paid ?? before.Payments, paid, clause, path, "paid") is var joined && (before.Paid is not null || joined != before.Payments))
            contribution = contribution with { Paid = joined };
        return contribution == before ? before : contribution with { Source = clause.Cite(before.Source) };
    });

    /// <summary>Amounts for days before the effective date, and new ones from then on; the old ones where that is already so.</summary>
    internal static ImmutableArray<DatedAmount> Joined(Overlay overlay, ImmutableArray<DatedAmount> before, ImmutableArray<DatedAmount> after, Clause clause, string inDeal, string field)
    {
        overlay.Problems.AddRange(AdditionChecks.NotBefore(after, clause, clause.Subject, $"{clause.Where}.{field}"));
        var kept = before.RemoveAll(payment => payment.Date >= clause.Effective);
        var joined = kept.AddRange(after);
        if (joined.OrderBy(payment => payment.Date).SequenceEqual(before.OrderBy(payment => payment.Date))) return before;
        for (int i = 0; i < after.Length; i++) overlay.Place($"{inDeal}.{field}[{kept.Length + i}]", $"{clause.Where}.{field}[{i}]");
        return joined;
    }
}
