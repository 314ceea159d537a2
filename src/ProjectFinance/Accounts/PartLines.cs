using System.Collections.Immutable;
using static ProjectFinance.Formula;

namespace ProjectFinance.Accounts;

/// <summary>Lays out what an account and its parts hold together.</summary>
static class PartLines
{
    /// <summary>Writes "NAME / Balance with sub-accounts" for each account that has parts; their balances are there already.</summary>
    internal static void Write(Model model, ImmutableArray<Account> accounts)
    {
        foreach (var account in accounts)
        {
            List<Line> balances = [.. accounts.Where(part => part.PartOf == account.Name).Prepend(account).Select(part => model.Find($"{part.Name} / Closing balance"))];
            if (balances.Count > 1)
                model.Line($"{account.Name} / Balance with sub-accounts", account.Currency, t => Sum(balances.Select(balance => balance[t])), LineKind.Level);
        }
    }
}
