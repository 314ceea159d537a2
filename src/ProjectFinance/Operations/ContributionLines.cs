using ProjectFinance.Amounts;

namespace ProjectFinance.Operations;

/// <summary>Lays out contributions: in each column what is paid in on its days.</summary>
static class ContributionLines
{
    internal static void Write(Model model, Contribution terms) =>
        model.Input(terms.Name, terms.Currency, t => DatedAmountLines.Within(terms.Payments, t), terms.Source, kind: LineKind.Flow);
}
