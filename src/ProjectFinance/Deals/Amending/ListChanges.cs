using System.Collections.Immutable;
using ProjectFinance.Accounts;

namespace ProjectFinance.Deals.Amending;

/// <summary>Adds places to waterfalls and lines to receipts, and takes them out.</summary>
static class ListChanges
{
    /// <summary>What an amendment changes in an account, with the whole lists that its additions make.</summary>
    /// <param name="overlay">Where problems go.</param>
    /// <param name="change">The change.</param>
    /// <param name="now">The terms of the account as they stand on the effective date.</param>
    /// <param name="clause">The clause.</param>
    internal static AccountChange Apply(Overlay overlay, AccountAmendment change, Account now, Clause clause)
    {
        var wanted = AccountChanges.From(change, clause.Effective);
        if (change.Pays.Length + change.PaysNoLonger.Length > 0) wanted = wanted with { Waterfall = Waterfall(overlay, change, wanted.Waterfall ?? now.Waterfall, clause) };
        if (change.Receives.Length + change.ReceivesNoLonger.Length > 0) wanted = wanted with { Receipts = Receipts(overlay, change, wanted.Receipts ?? now.Receipts, clause) };
        return wanted;
    }

    static ImmutableArray<Payment> Waterfall(Overlay overlay, AccountAmendment change, ImmutableArray<Payment> waterfall, Clause clause)
    {
        var names = waterfall.Select(payment => payment.Pay).Concat(change.Pays.Select(placed => placed.Payment.Pay)).ToList();
        Missing(overlay, change.PaysNoLonger, names, "its waterfall does not pay", "paysNoLonger", clause);
        var list = waterfall.RemoveAll(payment => change.PaysNoLonger.Contains(payment.Pay)).ToBuilder();
        foreach (var (i, placed) in change.Pays.Index())
        {
            if (list.Any(payment => payment.Pay == placed.Payment.Pay)) continue;
            int place = placed.Before is not { } before ? list.Count : list.Index().FirstOrDefault(x => x.Item.Pay == before, (-1, null!)).Index;
            if (place < 0) overlay.Report(clause, $"the waterfall of '{change.Account}' has no place for '{placed.Before}'", Nearest.Hint(placed.Before!, list.Select(payment => payment.Pay)), $"pays[{i}].before");
            list.Insert(place < 0 ? list.Count : place, placed.Payment);
        }
        return list.ToImmutable();
    }

    static ImmutableArray<string> Receipts(Overlay overlay, AccountAmendment change, ImmutableArray<string> receipts, Clause clause)
    {
        Missing(overlay, change.ReceivesNoLonger, [.. receipts, .. change.Receives], "it does not receive", "receivesNoLonger", clause);
        return [.. receipts.RemoveAll(change.ReceivesNoLonger.Contains), .. change.Receives.Where(line => !receipts.Contains(line))];
    }

    static void Missing(Overlay overlay, ImmutableArray<string> wanted, List<string> known, string fact, string field, Clause clause)
    {
        foreach (var (i, name) in wanted.Index().Where(x => !known.Contains(x.Item)))
            overlay.Report(clause, $"'{name}' stands in no list of the account: {fact} it", Nearest.Hint(name, known), $"{field}[{i}]");
    }
}
