using ProjectFinance.Amounts;
using ProjectFinance.Equity;
using ProjectFinance.Facilities;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether the terms of a conversion into shares make sense.</summary>
static class ConversionValidation
{
    public static IEnumerable<Problem> Problems(TermLoan loan, Deal deal, string subject, string where)
    {
        if (loan.Conversion is not { } terms) return [];
        return
        [
            .. loan.Draws is Advances ? [] : new Problem[] { new(subject, "it converts into shares and is drawn for a need", "what converts must be drawn in dated advances, or it would be drawn again", $"{where}.draws") },
            .. SteppedValidation.Problems(terms.Price, deal, "conversion price", subject, $"{where}.conversion.price", (price, here) => Price(price, loan, subject, here)),
            .. terms.Shares is { } company ? TermCheck.Known(company, deal.Shares.Select(c => c.Name), "company", subject, $"{where}.conversion.shares") : [],
            .. terms.ByLender is { } lender ? TestValidation.Problems(lender.When, deal, subject, $"{where}.conversion.byLender.when") : [],
            .. terms.ByBorrower is { } forced ? Forced(forced, deal, subject, $"{where}.conversion.byBorrower") : [],
            .. terms is { FractionInCash: true, Rounding: not ShareRounding.Down }
                ? [new(subject, "a fraction of a share is paid in cash, and none is dropped", "'rounding' must be 'down' where the fraction is paid in cash", $"{where}.conversion.fractionInCash")]
                : Array.Empty<Problem>(),
            .. Protection(terms, deal, subject, $"{where}.conversion.antiDilution"),
        ];
    }

    static IEnumerable<Problem> Price(Quantity price, TermLoan loan, string subject, string where) =>
    [
        .. TermCheck.SameUnit(price.Unit, loan.Commitment.Initial.Unit / Units.Share, "conversion price", "the currency of the commitment for each share", subject, where),
        .. price.Value > 0 ? Array.Empty<Problem>() : [new(subject, $"the conversion price is {price}", "it must be above zero", where)],
    ];

    static IEnumerable<Problem> Forced(ForcedConversion forced, Deal deal, string subject, string where) =>
    [
        .. TestValidation.Problems(forced.When, deal, subject, $"{where}.when"),
        .. forced.On is { } day ? TermCheck.InTimeline(deal, day, "day of forced conversion", subject, $"{where}.on") : [],
    ];

    static IEnumerable<Problem> Protection(ConversionTerms terms, Deal deal, string subject, string where)
    {
        if (terms.AntiDilution is not { } protection) yield break;
        foreach (var problem in TermCheck.NotEmpty(protection.Issues, "issue", subject, $"{where}.issues").Concat(TermCheck.Once(protection.Issues, "issue", subject, $"{where}.issues"))) yield return problem;
        if (terms.Shares is null)
        {
            yield return new(subject, "the conversion price is protected against issues of no company in particular", "name the company whose shares are received in 'shares'", where);
            yield break;
        }
        if (deal.Shares.FirstOrDefault(company => company.Name == terms.Shares) is not { } company) yield break;
        foreach (var (i, name) in protection.Issues.Index())
        {
            var here = $"{where}.issues[{i}]";
            if (company.Issues.FirstOrDefault(issue => issue.Name == name) is not { } issue)
                foreach (var problem in TermCheck.Known(name, company.Issues.Select(one => one.Name), "issue", subject, here)) yield return problem;
            else if (issue is StatedIssue { Price: null } or Offering { Price: null } or LineIssue)
                yield return new(subject, $"the issue '{name}' has no price", "an issue that brings down a conversion price must have one", here);
        }
    }
}
