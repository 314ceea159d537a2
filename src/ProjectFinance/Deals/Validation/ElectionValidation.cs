using ProjectFinance.Operations;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether the terms of a right to elect make sense.</summary>
static class ElectionValidation
{
    public static IEnumerable<Problem> Problems(Election election, Deal deal, string where)
    {
        var subject = $"Election '{election.Name}'";
        return
        [
            .. TermCheck.InTimeline(deal, election.Date, "date of the election", subject, $"{where}.date"),
            .. election.When is { } test ? TestValidation.Problems(test, deal, subject, $"{where}.when") : [],
            .. TermCheck.Currency(election.Currency, "election", subject, $"{where}.currency"),
            .. TermCheck.Share(election.Interest, "interest", subject, $"{where}.interest"),
            .. TermCheck.NotNegative(election.Reimbursement, "reimbursement", subject, $"{where}.reimbursement"),
            .. AmountValidation.Problems(election.CostsToDate, deal, subject, $"{where}.costsToDate"),
            .. election.DiscountRate > -1.0 ? [] : new[] { new Problem(subject, $"the discount rate is {election.DiscountRate}", "it must be above -100%", $"{where}.discountRate") },
        ];
    }
}
