using ProjectFinance.Accounts;
using ProjectFinance.Facilities;

namespace ProjectFinance.Deals;

/// <summary>Whether the terms of accounts and their waterfalls make sense.</summary>
static class AccountValidation
{
    public static IEnumerable<Problem> Problems(Deal deal) =>
        [.. deal.Accounts.SelectMany((account, i) => Problems(account, deal, $"accounts[{i}]")), .. PaidTwice(deal), .. ReceivedElsewhere(deal), .. DrawnForNobody(deal)];

    static IEnumerable<Problem> Problems(Account account, Deal deal, string where)
    {
        var subject = $"Account '{account.Name}'";
        return
        [
            .. TermCheck.CurrencyOrMetal(account.Currency, "account", subject, $"{where}.currency"),
            .. TermCheck.NotEmpty(account.Receipts.AddRange(account.Draws), "line of receipts or draws", subject, $"{where}.receipts"),
            .. TermCheck.Once(account.Receipts, "line", subject, $"{where}.receipts"),
            .. TermCheck.Once(account.Draws, "line", subject, $"{where}.draws"),
            .. account.Draws.SelectMany((line, i) => ReceivedTwice(line, i)),
            .. account.Waterfall.SelectMany((payment, i) => payment.OnlyWhen is { } test ? TestValidation.Problems(test, deal, subject, $"{where}.waterfall[{i}].onlyWhen") : []),
            .. account.MinimumBalance is { } amount ? AmountValidation.Problems(amount, deal, subject, $"{where}.minimumBalance") : [],
            .. account.Distribution?.Keep is { } keep ? AmountValidation.Problems(keep, deal, subject, $"{where}.distribution.keep") : [],
            .. Part(account, deal, subject, $"{where}.partOf"),
            .. TermCheck.Milestone(account.Distribution?.AfterMilestone, deal, subject, $"{where}.distribution.afterMilestone"),
        ];

        IEnumerable<Problem> ReceivedTwice(string line, int i) =>
            account.Receipts.Contains(line) ? [new(subject, $"the line '{line}' is among the receipts and among the draws", "it must be in one of them", $"{where}.draws[{i}]")] : [];
    }

    static IEnumerable<Problem> Part(Account account, Deal deal, string subject, string where)
    {
        if (account.PartOf is not { } whole) yield break;
        foreach (var problem in TermCheck.Known(whole, deal.Accounts.Select(one => one.Name), "account", subject, where)) yield return problem;
        if (deal.Accounts.FirstOrDefault(one => one.Name == whole) is not { } other) yield break;
        foreach (var problem in TermCheck.SameUnit(account.Currency, other.Currency, "account", $"like '{whole}', of which it is a part", subject, where)) yield return problem;
        if (other.PartOf is not null)
            yield return new(subject, other == account ? "it is a part of itself" : $"it is a part of '{whole}', which is itself a part of '{other.PartOf}'", "parts have no parts", where);
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

    // Cash that two accounts received would be there twice.
    static IEnumerable<Problem> ReceivedElsewhere(Deal deal)
    {
        var received = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (a, account) in deal.Accounts.Index())
        foreach (var (line, where) in account.Receipts.Select((line, i) => (line, $"receipts[{i}]")).Concat(account.Draws.Select((line, i) => (line, $"draws[{i}]"))))
        {
            if (!received.TryAdd(line, a) && received[line] != a)
                yield return new($"Account '{account.Name}'", $"'{line}' is received by the account '{deal.Accounts[received[line]].Name}' already", "each line must be received by one account", $"accounts[{a}].{where}");
        }
    }

    // Cash that no account received would be lost. Another line among the draws may stand for them, so it is left to speak for itself.
    static IEnumerable<Problem> DrawnForNobody(Deal deal)
    {
        var draws = deal.Accounts.SelectMany(account => account.Draws).ToHashSet(StringComparer.Ordinal);
        if (draws.Except(deal.Facilities.Select(loan => $"{loan.Name} / Draw")).Any()) return [];
        return deal.Facilities.Index().Where(f => f.Item.Draws is not Redenomination && !draws.Contains($"{f.Item.Name} / Draw")).Select(f => new Problem(
            $"Facility '{f.Item.Name}'", "no account receives what is drawn", $"name '{f.Item.Name} / Draw' among the draws of an account", $"facilities[{f.Index}].draws"));
    }
}
