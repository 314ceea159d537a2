using ProjectFinance.Covenants;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether the terms of security make sense.</summary>
static class SecurityValidation
{
    public static IEnumerable<Problem> Problems(Security security, Deal deal, string where)
    {
        var subject = $"Security '{security.Name}'";
        return
        [
            .. security.Loans.SelectMany((name, i) => TermCheck.Known(name, deal.Loans.Select(loan => loan.Name), "loan", subject, $"{where}.loans[{i}]")),
            .. TermCheck.Once(security.Loans, "loan", subject, $"{where}.loans"),
            .. OneUnit(security, deal, subject, $"{where}.loans"),
            .. security.Release is { } release ? TestValidation.Problems(release, deal, subject, $"{where}.release") : [],
        ];
    }

    static IEnumerable<Problem> OneUnit(Security security, Deal deal, string subject, string where)
    {
        var units = deal.Loans.Where(loan => security.Loans.Contains(loan.Name)).Select(loan => loan.Currency).Distinct().ToList();
        if (units.Count > 1) yield return new(subject, $"the loans it secures are in {string.Join(" and ", units)}", "write one security for each currency", where);
    }
}
