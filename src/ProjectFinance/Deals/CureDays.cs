using ProjectFinance.Covenants;

namespace ProjectFinance.Deals;

/// <summary>How long a breach may last before it is an event of default: as the terms of default say of it, else as its covenant does, else as for all.</summary>
static class CureDays
{
    internal static int Of(Deal deal, DefaultTerms terms, string breach) =>
        terms.CureDaysOf.TryGetValue(breach, out int days) ? days
        : deal.Covenants.FirstOrDefault(covenant => FinancialCovenantLines.BreachOf(covenant.Name) == breach)?.CureDays ?? terms.CureDays;
}
