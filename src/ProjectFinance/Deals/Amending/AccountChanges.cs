using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Accounts;
using ProjectFinance.Deals.Json;

namespace ProjectFinance.Deals.Amending;

/// <summary>Changes of accounts: another waterfall, other receipts, another minimum balance from a date on.</summary>
static class AccountChanges
{
    /// <summary>The fields that change.</summary>
    internal static ImmutableArray<string> Fields { get; } = ["receipts", "draws", "minimumBalance", "waterfall", "distribution"];

    /// <summary>An account that an amendment adds: nothing comes in or goes out before the effective date.</summary>
    internal static Account Begin(Account account, Amendment amendment) => account with
    {
        Receipts = [], Draws = [], MinimumBalance = null, Waterfall = [], Distribution = null,
        Changes =
        [
            new(amendment.Effective) { Receipts = account.Receipts, Draws = account.Draws, MinimumBalance = account.MinimumBalance, Waterfall = account.Waterfall, Distribution = account.Distribution },
            .. account.Changes,
        ],
    };

    internal static void Apply(Overlay overlay, AccountAmendment change, Clause clause) => overlay.Change(Part.Accounts, change.Account, clause, "account", (account, path) =>
    {
        var wanted = ListChanges.Apply(overlay, change, AccountOnDate.At(account, clause.Effective).Terms, clause);
        var before = account.Changes.RemoveAll(earlier => earlier.From >= clause.Effective);
        var later = account.Changes.RemoveAll(other => other.From <= clause.Effective);
        var sameDay = account.Changes.FirstOrDefault(other => other.From == clause.Effective) ?? new(clause.Effective);
        var now = AccountOnDate.At(account, clause.Effective).Terms;
        var changed = Texts(wanted).Where(field => later.Any(other => Has(other, field.Name)) || !IsSo(now, field)).Select(field => field.Name).ToList();
        if (changed.Count == 0) return account;

        var merged = Over(sameDay, wanted);
        var rest = later.Select(other => Without(other, changed)).Where(other => Texts(other).Any());
        foreach (var field in changed) overlay.Place($"{path}.changes[{before.Length}].{field}", $"{clause.Where}.{field}");
        if (wanted.Waterfall is { } waterfall)
            foreach (var (i, placed) in change.Pays.Index()) overlay.Place($"{path}.changes[{before.Length}].waterfall[{waterfall.IndexOf(placed.Payment)}]", $"{clause.Where}.pays[{i}].payment");
        if (wanted.Receipts is { } receipts)
            foreach (var (i, line) in change.Receives.Index()) overlay.Place($"{path}.changes[{before.Length}].receipts[{receipts.IndexOf(line)}]", $"{clause.Where}.receives[{i}]");
        var sources = changed.Aggregate(account.Sources, clause.Cite);
        return account with { Changes = [.. before, merged, .. rest], Sources = sources };
    });

    /// <summary>What an amendment changes in an account, from a date on.</summary>
    internal static AccountChange From(AccountAmendment change, LocalDate on) => new(on)
    {
        Receipts = change.Receipts, Draws = change.Draws, MinimumBalance = change.MinimumBalance, Waterfall = change.Waterfall, Distribution = change.Distribution,
    };

    /// <summary>The fields that a change gives, each with its value as text that is the same for the same terms.</summary>
    internal static IEnumerable<(string Name, string Noun, string Text)> Texts(AccountChange change)
    {
        if (change.Receipts is { } receipts) yield return ("receipts", "receipts", Leaf.Texts.Text(receipts));
        if (change.Draws is { } draws) yield return ("draws", "draws", Leaf.Texts.Text(draws));
        if (change.MinimumBalance is { } minimum) yield return ("minimumBalance", "minimum balance", AmountShape.Shape.Text(minimum));
        if (change.Waterfall is { } waterfall) yield return ("waterfall", "waterfall", Leaf.Array(AccountShape.Place).Text(waterfall));
        if (change.Distribution is { } distribution) yield return ("distribution", "distribution", AccountShape.Distribution.Text(distribution));
    }

    static bool IsSo(Account now, (string Name, string Noun, string Text) field) => Texts(new(default)
    {
        Receipts = now.Receipts, Draws = now.Draws, MinimumBalance = now.MinimumBalance, Waterfall = now.Waterfall, Distribution = now.Distribution,
    }).Contains(field);

    static bool Has(AccountChange change, string field) => Texts(change).Any(given => given.Name == field);

    static AccountChange Over(AccountChange before, AccountChange after) => new(before.From)
    {
        Receipts = after.Receipts ?? before.Receipts, Draws = after.Draws ?? before.Draws, MinimumBalance = after.MinimumBalance ?? before.MinimumBalance,
        Waterfall = after.Waterfall ?? before.Waterfall, Distribution = after.Distribution ?? before.Distribution,
    };

    static AccountChange Without(AccountChange change, List<string> fields) => new(change.From)
    {
        Receipts = fields.Contains("receipts") ? null : change.Receipts,
        Draws = fields.Contains("draws") ? null : change.Draws,
        MinimumBalance = fields.Contains("minimumBalance") ? null : change.MinimumBalance,
        Waterfall = fields.Contains("waterfall") ? null : change.Waterfall,
        Distribution = fields.Contains("distribution") ? null : change.Distribution,
    };
}
