using ProjectFinance.Amounts;
using static ProjectFinance.Formula;

namespace ProjectFinance.Covenants;

/// <summary>Lays out security: whether it is in force, and what it secures.</summary>
static class SecurityLines
{
    const string Section = "Security";

    /// <summary>Writes the security's lines.</summary>
    /// <param name="model">The model; the loans are in it already.</param>
    /// <param name="terms">Terms that have been validated.</param>
    /// <param name="where">Where it stands in the input: "security[0]".</param>
    /// <param name="later">What is to be done once the names of all lines are known.</param>
    internal static void Write(Model model, Security terms, string where, List<Action> later)
    {
        Func<Period, Condition> released = _ => false;
        Flag? inForce = null;
        inForce = model.Flag($"{Section} / {terms.Name} in force", t => inForce!.Previous(t, true) & !released(t), terms.Source);
        if (terms.Release is { } release) later.Add(() => released = TestLines.Write(model, release, $"{where}.release"));
        if (terms.Loans.IsEmpty) return;
        var balances = terms.Loans.Select((loan, i) => AmountLines.Find(model, $"{loan} / Closing balance", $"{where}.loans[{i}]")).ToList();
        // A loan in metal is secured at its value in the currency of the others.
        var currency = balances.Select(line => line.Unit).FirstOrDefault(unit => unit.IsCurrency, balances[0].Unit);
        balances = [.. balances.Select((line, i) => Exchange.Into(line, currency, $"{where}.loans[{i}]"))];
        model.Line($"{Section} / {terms.Name}, amount secured", currency, t => When(inForce[t], Sum(balances.Select(line => line[t])), 0), LineKind.Level, "principal outstanding while in force");
    }
}
