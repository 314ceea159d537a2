using System.Collections.Immutable;
using ProjectFinance.Accounts;

namespace ProjectFinance.Reporting;

/// <summary>What an account takes in and pays out, each in a line of its own.</summary>
/// <param name="Terms">The account with everything it ever receives, draws or pays.</param>
/// <param name="Received">What is received and drawn, in the account's currency.</param>
/// <param name="Paid">What is paid, in the order of the waterfall.</param>
sealed record AccountFlows(Account Terms, ImmutableArray<Line> Received, ImmutableArray<(Obligation Owed, Line Line)> Paid)
{
    internal static AccountFlows Of(Model model, Account agreed)
    {
        var terms = AccountOnDate.Ever(agreed);
        return new(terms, [.. terms.Receipts.Concat(terms.Draws).Select(name => ReceivedAs(model, terms, name))],
            [.. terms.Waterfall.Select(payment => model.Obligations.First(o => o.Name == payment.Pay)).Select(owed => (owed, model.TryFind(AccountLines.PaidHere(terms, owed)) ?? owed.Payment))]);
    }

    /// <summary>The line of what is received, in the account's currency.</summary>
    static Line ReceivedAs(Model model, Account terms, string name)
    {
        if (model.TryFind(AccountLines.ReceivedHere(terms, name)) is { } here) return here;
        var line = model.Find(name);
        return line.Unit == terms.Currency ? line : model.TryFind($"{name} in {terms.Currency}") ?? line;
    }
}
