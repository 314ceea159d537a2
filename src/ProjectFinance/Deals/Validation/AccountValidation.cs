using NodaTime;
using ProjectFinance.Accounts;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether the terms of accounts and their waterfalls make sense.</summary>
static class AccountValidation
{
    public static IEnumerable<Problem> Problems(Deal deal) =>
        [.. deal.Accounts.SelectMany((account, i) => Problems(account, deal, $"accounts[{i}]")), .. Dates(deal).SelectMany(date => Together(deal, date)).Distinct()];

    static IEnumerable<Problem> Problems(Account account, Deal deal, string where)
    {
        var subject = $"Account '{account.Name}'";
        return
        [
            .. TermCheck.CurrencyOrMetal(account.Currency, "account", subject, $"{where}.currency"),
            .. Part(account, deal, subject, $"{where}.partOf"),
            .. AccountOnDate.All(account).SelectMany((version, i) => Terms(version, i == 0 && account.Changes.Length > 0, deal, subject, where)).Distinct(),
            .. account.Changes.SelectMany((change, i) => Change(change, i, account, deal, subject, $"{where}.changes[{i}]")),
        ];
    }

    static IEnumerable<Problem> Change(AccountChange change, int i, Account account, Deal deal, string subject, string where)
    {
        foreach (var problem in TermCheck.InTimeline(deal, change.From, "change", subject, $"{where}.from")) yield return problem;
        if (i > 0 && change.From <= account.Changes[i - 1].From)
            yield return new(subject, $"its terms change on {change.From.Iso()}, written after the change on {account.Changes[i - 1].From.Iso()}", "changes must be in the order they take effect", $"{where}.from");
    }

    static IEnumerable<Problem> Terms(AccountOnDate version, bool mayBeEmpty, Deal deal, string subject, string where)
    {
        var account = version.Terms;
        string Path(string field) => $"{where}.{version.PathOf(field)}";
        return
        [
            .. mayBeEmpty && account.Waterfall.IsEmpty ? [] : TermCheck.NotEmpty(account.Receipts.AddRange(account.Draws), "line of receipts or draws", subject, Path("receipts")),
            .. TermCheck.Once(account.Receipts, "line", subject, Path("receipts")),
            .. TermCheck.Once(account.Draws, "line", subject, Path("draws")),
            .. account.Draws.SelectMany((line, i) => ReceivedTwice(line, i)),
            .. account.Waterfall.SelectMany((payment, i) => payment.OnlyWhen is { } test ? TestValidation.Problems(test, deal, subject, $"{Path("waterfall")}[{i}].onlyWhen") : []),
            .. account.Waterfall.SelectMany((payment, i) => ScheduledLoan(payment, deal, subject, $"{Path("waterfall")}[{i}].pay")),
            .. account.MinimumBalance is { } amount ? AmountValidation.Problems(amount, deal, subject, Path("minimumBalance")) : [],
            .. account.Distribution?.Keep is { } keep ? AmountValidation.Problems(keep, deal, subject, $"{Path("distribution")}.keep") : [],
            .. TermCheck.Milestone(account.Distribution?.AfterMilestone, deal, subject, $"{Path("distribution")}.afterMilestone"),
        ];

        IEnumerable<Problem> ReceivedTwice(string line, int i) =>
            account.Receipts.Contains(line) ? [new(subject, $"the line '{line}' is among the receipts and among the draws", "it must be in one of them", $"{Path("draws")}[{i}]")] : [];
    }

    // A loan that runs by its own schedule owes less than a term loan: nothing is swept, and what is prepaid is part of its principal.
    static IEnumerable<Problem> ScheduledLoan(Payment payment, Deal deal, string subject, string where)
    {
        if (deal.ScheduledLoans.FirstOrDefault(loan => payment.Pay == $"{loan.Name} / {SweepLines.Title}" || payment.Pay == $"{loan.Name} / Prepayment") is not { } loan) return [];
        string[] owed = [$"'{loan.Name} / Interest'", $"'{loan.Name} / Principal'", .. loan.PrepaymentFee is null ? Array.Empty<string>() : [$"'{loan.Name} / Prepayment fee'"]];
        return [new(subject, $"it pays '{payment.Pay}', which '{loan.Name}' does not owe: a loan that runs by its own schedule has no sweep, and what is prepaid is part of its principal", $"it owes {string.Join(", ", owed)}", where)];
    }

    // What must be so among all accounts must be so from each date on which the terms of one change.
    static IEnumerable<LocalDate> Dates(Deal deal) => deal.Accounts.SelectMany(account => account.Changes).Select(change => change.From)
        .Concat(deal.Facilities.SelectMany(loan => loan.Commitment.Changes).Select(change => change.On).OfType<OnDate>().Select(on => on.Date)).Append(LocalDate.MinIsoValue).Distinct().Order();

    static IEnumerable<Problem> Together(Deal deal, LocalDate date)
    {
        var accounts = deal.Accounts.Select(account => AccountOnDate.At(account, date)).ToList();
        return [.. PaidTwice(accounts), .. ReceivedElsewhere(accounts), .. DrawnForNobody(deal, accounts, date)];
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
    static IEnumerable<Problem> PaidTwice(List<AccountOnDate> accounts)
    {
        var paid = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (a, account) in accounts.Index())
        foreach (var (p, payment) in account.Terms.Waterfall.Index())
        {
            var where = $"accounts[{a}].{account.PathOf("waterfall")}[{p}]";
            if (!paid.TryAdd(payment.Pay, where))
                yield return new($"Account '{account.Terms.Name}'", $"the obligation '{payment.Pay}' is paid twice, at {paid[payment.Pay]} already", "each obligation must have one place in one waterfall", $"{where}.pay");
        }
    }

    // Cash that two accounts received would be there twice.
    static IEnumerable<Problem> ReceivedElsewhere(List<AccountOnDate> accounts)
    {
        var received = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (a, account) in accounts.Index())
        foreach (var (line, where) in Lines(account, "receipts", account.Terms.Receipts).Concat(Lines(account, "draws", account.Terms.Draws)))
        {
            if (!received.TryAdd(line, a) && received[line] != a)
                yield return new($"Account '{account.Terms.Name}'", $"'{line}' is received by the account '{accounts[received[line]].Terms.Name}' already", "each line must be received by one account", $"accounts[{a}].{where}");
        }

        static IEnumerable<(string Line, string Where)> Lines(AccountOnDate account, string field, IEnumerable<string> lines) => lines.Select((line, i) => (line, $"{account.PathOf(field)}[{i}]"));
    }

    // Cash that no account received would be lost. Another line among the draws may stand for them, so it is left to speak for itself.
    static IEnumerable<Problem> DrawnForNobody(Deal deal, List<AccountOnDate> accounts, LocalDate date)
    {
        var draws = accounts.SelectMany(account => account.Terms.Draws).ToHashSet(StringComparer.Ordinal);
        if (draws.Except(deal.Loans.Select(loan => $"{loan.Name} / Draw")).Any()) return [];
        return deal.Facilities.Index().Where(f => f.Item.Draws is not Redenomination && IsCommitted(f.Item, date) && !draws.Contains($"{f.Item.Name} / Draw")).Select(f => new Problem(
            $"Facility '{f.Item.Name}'", "no account receives what is drawn", $"name '{f.Item.Name} / Draw' among the draws of an account", $"facilities[{f.Index}].draws"));
    }

    // A loan agreed later has no commitment before.
    static bool IsCommitted(TermLoan loan, LocalDate date) =>
        loan.Commitment.Changes.Any(change => change.On is OnMilestone) || (loan.Commitment.Changes.LastOrDefault(change => change.On is OnDate on && on.Date <= date)?.To ?? loan.Commitment.Initial).Value != 0;
}
