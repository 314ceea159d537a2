using ProjectFinance.Accounts;

namespace ProjectFinance.Deals;

/// <summary>Whether the terms of accounts and their waterfalls make sense.</summary>
static class AccountValidation
{
    public static IEnumerable<Problem> Problems(Deal deal) =>
        [.. deal.Accounts.SelectMany((account, i) => Problems(account, deal, $"accounts[{i}]")), .. PaidTwice(deal)];

    static IEnumerable<Problem> Problems(Account account, Deal deal, string where)
    {
        var subject = $"Account '{account.Name}'";
        return
        [
            .. TermCheck.Currency(account.Currency, "account", subject, $"{where}.currency"),
            .. TermCheck.NotEmpty(account.Receipts.AddRange(account.Draws), "line of receipts or draws", subject, $"{where}.receipts"),
            .. TermCheck.Once(account.Receipts, "line", subject, $"{where}.receipts"),
            .. TermCheck.Once(account.Draws, "line", subject, $"{where}.draws"),
            .. account.Draws.SelectMany((line, i) => ReceivedTwice(line, i)),
            .. account.MinimumBalance is { } amount ? AmountValidation.Problems(amount, deal, subject, $"{where}.minimumBalance") : [],
            .. account.Distribution?.Keep is { } keep ? AmountValidation.Problems(keep, deal, subject, $"{where}.distribution.keep") : [],
            .. TermCheck.Milestone(account.Distribution?.AfterMilestone, deal, subject, $"{where}.distribution.afterMilestone"),
        ];

        IEnumerable<Problem> ReceivedTwice(string line, int i) =>
            account.Receipts.Contains(line) ? [new(subject, $"the line '{line}' is among the receipts and among the draws", "it must be in one of them", $"{where}.draws[{i}]")] : [];
    }

    // An obligation is paid from one place of one waterfall.
    static IEnumerable<Problem> PaidTwice(Deal deal)
    {
        var paid = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (a, account) in deal.Accounts.Index())
        foreach (var (p, payment) in account.Waterfall.Index())
        {
            var where = $"accounts[{a}].waterfall[{p}]";
            if (!paid.TryAdd(payment.Pay, where))
                yield return new($"Account '{account.Name}'", $"the obligation '{payment.Pay}' is paid twice, at {paid[payment.Pay]} already", "each obligation must have one place in one waterfall", $"{where}.pay");
        }
    }
}
