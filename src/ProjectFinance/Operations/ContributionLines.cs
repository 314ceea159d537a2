using ProjectFinance.Amounts;
using ProjectFinance.Modelling;
using static ProjectFinance.Formula;

namespace ProjectFinance.Operations;

/// <summary>Lays out contributions: in each column what is paid in on its days, what was agreed, and what is missed so far.</summary>
static class ContributionLines
{
    internal static void Write(Model model, Contribution terms)
    {
        var paid = model.Input(terms.Name, terms.Currency, t => DatedAmountLines.Within(terms.Paid ?? terms.Payments, t), terms.Source, kind: LineKind.Flow);
        var agreed = model.Input($"{terms.Name} agreed", terms.Currency, t => DatedAmountLines.Within(terms.Payments, t), terms.Source, kind: LineKind.Flow);
        var missed = new RunningSum(model, t => agreed[t] - paid[t]);
        model.Line(Missed(terms), terms.Currency, t => NotNegative(missed.To(t)), LineKind.Level, "agreed to date less paid to date");
    }

    /// <summary>The name of the line of what is missed.</summary>
    internal static string Missed(Contribution terms) => $"{terms.Name} missed";
}
