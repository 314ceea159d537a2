using System.Collections.Immutable;

namespace ProjectFinance.Reporting;

/// <summary>Where money of one currency came from, to the end of drawing, and what became of it: all accounts together, without what they paid each other.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="Upto">The column with the last draw.</param>
/// <param name="Sources">What was received from outside, by line.</param>
/// <param name="Uses">What was paid to others, and what is left.</param>
sealed record SourcesAndUses(Unit Currency, Period Upto, ImmutableArray<MoneyPart> Sources, ImmutableArray<MoneyPart> Uses)
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
        MoneyPart Total(string name, params ImmutableArray<Line> lines) => new(name, lines.Sum(line => run.Values(line)[..(upto.Index + 1)].ToArray().Sum()), new(lines, 0, upto.Index));
        var received = accounts.SelectMany(account => account.Terms.Receipts.Concat(account.Terms.Draws).Zip(account.Received, (name, line) => (Name: name, Line: line))).GroupBy(one => one.Name).ToDictionary(same => same.Key, same => Total(same.Key, [.. same.Select(one => one.Line)]));
        List<MoneyPart> uses = [];
        var passedOn = new HashSet<string>();
        // What one account pays and another receives came in once and went out not at all.
        void Use(MoneyPart use, params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                if (received.TryGetValue(name, out var again) && passedOn.Add(name)) use = use with { Amount = use.Amount - again.Amount, Origin = null };
            uses.Add(use);
        }
        foreach (var account in accounts)
        {
            foreach (var (owed, line) in account.Paid) Use(Total(owed.Name, line), owed.Paid.Name, owed.Payment.Name, line.Name);
            var distribution = run.Model.Find($"{account.Terms.Name} / Distribution");
            Use(Total(distribution.Name, distribution), distribution.Name);
        }
        var balances = accounts.Select(account => run.Model.Find($"{account.Terms.Name} / Closing balance")).ToImmutableArray();
        uses.Add(new(CashLeft, balances.Sum(line => run[line, upto]), new(balances, upto.Index, upto.Index)));
        return new(currency, upto, [.. received.Values.Where(one => !passedOn.Contains(one.Name)).Where(IsAny)], [.. uses.Where(IsAny)]);
    }

    static bool IsAny(MoneyPart one) => Math.Abs(one.Amount) >= Noticeable.Money;
}

/// <summary>A source or a use of money.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Amount">How much, in the currency.</param>
/// <param name="Origin">The cells it is the sum of; null where a part of them is left out, because it was passed on.</param>
sealed record MoneyPart(string Name, double Amount, FigureOrigin? Origin);
