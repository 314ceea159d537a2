using ProjectFinance.Amounts;

namespace ProjectFinance.Operations;

/// <summary>Lays out other things owed: what falls due as a line of their name, and the obligation.</summary>
static class ObligationLines
{
    internal static void Write(Model model, ObligationTerms terms, string where, List<Action> later)
    {
        var planned = terms.Plan is { } plan ? PlanLines.Write(model, $"{terms.Name}, planned", plan, terms.Source, $"{where}.plan", later) : null;
        var dated = terms.Payments.IsEmpty ? null
            : model.Input(planned is null ? terms.Name : $"{terms.Name}, on dates", terms.Currency, t => DatedAmountLines.Within(terms.Payments, t), terms.Source, kind: LineKind.Flow);
        var line = dated is not null && planned is null ? dated
            : model.Line(terms.Name, terms.Currency, t => (planned is null ? 0 : planned[t]) + (dated is null ? 0 : dated[t]), LineKind.Flow, terms.Source);
        model.Obligation(terms.Name, terms.Currency, t => line[t], terms.Source);
    }
}
