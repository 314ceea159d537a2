using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Accounts;

/// <summary>The terms of an account as they stand on a date, and where each of them is written.</summary>
/// <param name="Terms">The terms, without later changes.</param>
/// <param name="From">The first day on which they stand so.</param>
sealed record AccountOnDate(Account Terms, LocalDate From)
{
    readonly ImmutableSortedDictionary<string, int> written = Sorted.Empty<int>();

    /// <summary>The terms from closing on, and as of each change.</summary>
    internal static ImmutableArray<AccountOnDate> All(Account account)
    {
        var all = ImmutableArray.Create(new AccountOnDate(account with { Changes = [] }, LocalDate.MinIsoValue));
        foreach (var (i, change) in account.Changes.Index()) all = all.Add(all[^1].After(change, i));
        return all;
    }

    /// <summary>The terms as they stand on a date.</summary>
    internal static AccountOnDate At(Account account, LocalDate date) => All(account).Last(terms => terms.From <= date);

    /// <summary>An account with everything it ever receives, draws or pays, each once in the order of its first place, and the latest rules of distribution it ever has.</summary>
    internal static Account Ever(Account account)
    {
        var all = All(account).Select(version => version.Terms).ToList();
        return account with
        {
            Receipts = [.. all.SelectMany(terms => terms.Receipts).Distinct()],
            Draws = [.. all.SelectMany(terms => terms.Draws).Distinct()],
            Waterfall = [.. all.SelectMany(terms => terms.Waterfall).DistinctBy(payment => payment.Pay)],
            Distribution = all[^1].Distribution,
        };
    }

    /// <summary>The path of a field from the account: "waterfall", "changes[1].waterfall".</summary>
    internal string PathOf(string field) => written.TryGetValue(field, out int change) ? $"changes[{change}].{field}" : field;

    AccountOnDate After(AccountChange change, int number)
    {
        var fields = written;
        void Written(object? value, string field) => fields = value is null ? fields : fields.SetItem(field, number);
        Written(change.Receipts, "receipts");
        Written(change.Draws, "draws");
        Written(change.MinimumBalance, "minimumBalance");
        Written(change.Waterfall, "waterfall");
        Written(change.Distribution, "distribution");
        return new(Terms with
        {
            Receipts = change.Receipts ?? Terms.Receipts,
            Draws = change.Draws ?? Terms.Draws,
            MinimumBalance = change.MinimumBalance ?? Terms.MinimumBalance,
            Waterfall = change.Waterfall ?? Terms.Waterfall,
            Distribution = change.Distribution ?? Terms.Distribution,
        }, change.From, fields);
    }

    AccountOnDate(Account terms, LocalDate from, ImmutableSortedDictionary<string, int> written) : this(terms, from) => this.written = written;
}
