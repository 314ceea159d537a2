using System.Collections.Immutable;
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
    /// <param name="balances">For each of the loans it secures the line of what is outstanding.</param>
    /// <param name="where">Where it stands in the input: "security[0]".</param>
    /// <param name="later">What is to be done once the names of all lines are known.</param>
    internal static void Write(Model model, Security terms, ImmutableArray<string> balances, string where, List<Action> later)
    {
        Func<Period, Condition> released = _ => false;
        Flag? inForce = null;
        inForce = model.Flag($"{Section} / {terms.Name} in force", t => inForce!.Previous(t, true) & !released(t), terms.Source);
        if (terms.Release is { } release) later.Add(() => released = TestLines.Write(model, release, $"{where}.release"));
        if (terms.Loans.IsEmpty) return;
        var secured = balances.Select((name, i) => AmountLines.Find(model, name, $"{where}.loans[{i}]")).ToList();
        // A loan in metal is secured at its value in the currency of the others.
        var currency = secured.Select(line => line.Unit).FirstOrDefault(unit => unit.IsCurrency, secured[0].Unit);
        secured = [.. secured.Select((line, i) => Exchange.Into(line, currency, $"{where}.loans[{i}]"))];
        model.Line($"{Section} / {terms.Name}, amount secured", currency, t => When(inForce[t], Sum(secured.Select(line => line[t])), 0), LineKind.Level, "principal outstanding while in force");
    }
}
