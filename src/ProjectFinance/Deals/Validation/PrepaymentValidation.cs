using ProjectFinance.Accounts;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether what a loan says of prepayments and sweeps makes sense, and whether the waterfalls that pay them fit.</summary>
static class PrepaymentValidation
{
    public static IEnumerable<Problem> Problems(TermLoan loan, Deal deal, string subject, string where) =>
    [
        .. loan.Prepayments.SelectMany((prepayment, i) => Prepayment(prepayment, loan, deal, subject, $"{where}.prepayments[{i}]")),
        .. Names(loan, subject, where),
        .. loan.Sweep is { } sweep ? Sweep(sweep, loan, deal, subject, $"{where}.sweep") : [],
        .. Funded(loan, deal),
    ];

    /// <summary>The largest value a commitment ever has.</summary>
    internal static Quantity Largest(Stepped<Quantity> commitment) =>
        commitment.Changes.Aggregate(commitment.Initial, (largest, change) => change.To.Value > largest.Value ? change.To : largest);

    static IEnumerable<Problem> Prepayment(Prepayment prepayment, TermLoan loan, Deal deal, string subject, string where) =>
    [
        .. prepayment.Amount is { } amount
            ? AmountValidation.Problems(amount, deal, subject, $"{where}.amount")
            : TermCheck.NotEmpty(prepayment.Payments, "payment or amount", subject, $"{where}.payments"),
        .. prepayment.Payments.SelectMany((payment, i) => TermCheck.Dated(deal, payment, loan.Commitment.Initial.Unit, "prepayment", "the currency of the commitment", subject, $"{where}.payments[{i}]")),
        .. prepayment.Payments.Index().Where(p => p.Item.Amount.Value > Largest(loan.Commitment).Value).Select(p => new Problem(
            subject, $"the prepayment of {p.Item.Amount} is above the commitment {Largest(loan.Commitment)}", "no more can be repaid than is ever outstanding", $"{where}.payments[{p.Index}].amount")),
        .. prepayment.Fee is { } fee ? Fee(fee, loan, subject, $"{where}.fee") : [],
    ];

    static IEnumerable<Problem> Fee(PrepaymentFee fee, TermLoan loan, string subject, string where) => fee switch
    {
        ProportionalFee { Share: var share } => TermCheck.NotNegative(share, "prepayment fee", subject, $"{where}.proportional"),
        FixedFee { Amount: var amount } =>
        [
            .. TermCheck.SameUnit(amount.Unit, loan.Currency, "prepayment fee", "like the loan", subject, $"{where}.fixed"),
            .. TermCheck.NotNegative(amount, "prepayment fee", subject, $"{where}.fixed"),
        ],
        _ => [],
    };

    static IEnumerable<Problem> Names(TermLoan loan, string subject, string where)
    {
        HashSet<string> taken = ["Principal", "Interest", "Establishment fee", "Commitment fee", "Cancellation fee", SweepLines.Title];
        foreach (var (i, prepayment) in loan.Prepayments.Index())
        {
            var here = $"{where}.prepayments[{i}].name";
            if (string.IsNullOrWhiteSpace(prepayment.Name)) yield return new(subject, "a prepayment has no name", "a name must be given", here);
            else if (!taken.Add(prepayment.Name)) yield return new(subject, $"something else of the loan is called '{prepayment.Name}' already", "each prepayment must have a name of its own", here);
        }
    }

    static IEnumerable<Problem> Sweep(Sweep sweep, TermLoan loan, Deal deal, string subject, string where)
    {
        // Asked this way round, so that what is not a number fails too.
        if (!(sweep.Share.Fraction is > 0 and <= 1)) yield return new(subject, $"the sweep takes {sweep.Share} of the excess", "it must be above 0% and at most 100%", $"{where}.share");
        if (sweep.From is OnMilestone named)
            foreach (var problem in TermCheck.Milestone(named.Milestone, deal, subject, $"{where}.from")) yield return problem;
        if (sweep.From is OnDate on)
            foreach (var problem in TermCheck.InTimeline(deal, on.Date, "date of the first sweep", subject, $"{where}.from")) yield return problem;
        foreach (var problem in TermCheck.Known(sweep.Account, deal.Accounts.Select(account => account.Name), "account", subject, $"{where}.account")) yield return problem;
        var paid = $"{loan.Name} / {SweepLines.Title}";
        if (deal.Accounts.FirstOrDefault(account => account.Name == sweep.Account) is not { } swept) yield break;
        foreach (var problem in TermCheck.SameUnit(swept.Currency, loan.Commitment.Initial.Unit, "account that is swept", "the currency of the commitment", subject, $"{where}.account")) yield return problem;
        if (!AccountOnDate.Ever(swept).Waterfall.Any(payment => payment.Pay == paid))
            yield return new(subject, $"the waterfall of '{sweep.Account}' has no place for the sweep", $"add '{paid}' to it, where its excess is known", $"{where}.account");
    }

    // A sweep takes what is left, and what a loan draws to prepay itself goes round in a circle.
    static IEnumerable<Problem> Funded(TermLoan loan, Deal deal) => (
        from account in deal.Accounts.Index()
        from version in AccountOnDate.All(account.Item)
        from place in version.Terms.Waterfall.Index()
        where place.Item.DrawsMayFund && (place.Item.Pay == $"{loan.Name} / {SweepLines.Title}"
            || version.Terms.Draws.Contains($"{loan.Name} / Draw") && loan.Prepayments.Any(prepayment => place.Item.Pay == $"{loan.Name} / {prepayment.Name}"))
        select new Problem($"Account '{account.Item.Name}'", $"draws may fund '{place.Item.Pay}', which repays what is drawn", "set 'drawsMayFund' to false there", $"accounts[{account.Index}].{version.PathOf("waterfall")}[{place.Index}].drawsMayFund")).Distinct();
}
