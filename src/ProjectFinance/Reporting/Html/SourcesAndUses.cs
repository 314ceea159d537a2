using System.Collections.Immutable;

namespace ProjectFinance.Reporting;

/// <summary>Where money of one currency came from, to the end of drawing, and what became of it: all accounts together, without what they paid each other.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="Upto">The column with the last draw.</param>
/// <param name="Sources">What was received from outside, by line.</param>
/// <param name="Uses">What was paid to others, and what is left.</param>
sealed record SourcesAndUses(Unit Currency, Period Upto, ImmutableArray<(string Name, double Amount)> Sources, ImmutableArray<(string Name, double Amount)> Uses)
{
    /// <summary>The name of what was not paid to anybody.</summary>
    internal const string CashLeft = "Cash left in the accounts";

    /// <summary>One for each currency of the deal's accounts; none where nothing is ever drawn.</summary>
    internal static IEnumerable<SourcesAndUses> Of(RunPage page)
    {
        if (page.Headline.Loans.Select(loan => loan.DrawnBy).Max() is not { } end) return [];
        var upto = page.Run.Model.Timeline.EndingOn(end);
        return page.Deal.Deal.Accounts.GroupBy(account => account.Currency).Select(accounts => Together(page.Run, accounts.Key, upto, [.. accounts.Select(account => AccountFlows.Of(page.Run.Model, account))]));
    }

    static SourcesAndUses Together(Run run, Unit currency, Period upto, ImmutableArray<AccountFlows> accounts)
    {
        double Total(Line line) => run.Values(line)[..(upto.Index + 1)].ToArray().Sum();
        var received = accounts.SelectMany(account => account.Terms.Receipts.Concat(account.Terms.Draws).Zip(account.Received, (name, line) => (Name: name, Amount: Total(line)))).GroupBy(one => one.Name).ToDictionary(same => same.Key, same => same.Sum(one => one.Amount));
        List<(string Name, double Amount)> uses = [];
        var passedOn = new HashSet<string>();
        // What one account pays and another receives came in once and went out not at all.
        void Use(string shown, double amount, params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                if (received.TryGetValue(name, out double again) && passedOn.Add(name)) amount -= again;
            uses.Add((shown, amount));
        }
        foreach (var account in accounts)
        {
            foreach (var (owed, line) in account.Paid) Use(owed.Name, Total(line), owed.Paid.Name, owed.Payment.Name, line.Name);
            var distribution = run.Model.Find($"{account.Terms.Name} / Distribution");
            Use(distribution.Name, Total(distribution), distribution.Name);
        }
        uses.Add((CashLeft, accounts.Sum(account => run[$"{account.Terms.Name} / Closing balance", upto])));
        return new(currency, upto, [.. received.Where(one => !passedOn.Contains(one.Key)).Select(one => (one.Key, one.Value)).Where(IsAny)], [.. uses.Where(IsAny)]);
    }

    static bool IsAny((string Name, double Amount) one) => Math.Abs(one.Amount) >= Noticeable.Money;
}
