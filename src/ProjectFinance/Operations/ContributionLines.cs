namespace ProjectFinance.Operations;

/// <summary>Lays out contributions: in each column what is paid in on its days.</summary>
static class ContributionLines
{
    internal static void Write(Model model, Contribution terms)
    {
        double PaidIn(Period t) => terms.Payments.Where(p => p.Date > t.Start && p.Date <= t.End || (t.IsFirst && p.Date == t.Start)).Sum(p => p.Amount.Value);
        model.Input(terms.Name, terms.Currency, t => PaidIn(t), terms.Source, kind: LineKind.Flow);
    }
}
