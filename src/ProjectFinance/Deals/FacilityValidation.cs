using ProjectFinance.Facilities;
using ProjectFinance.Rates;

namespace ProjectFinance.Deals;

/// <summary>Whether the terms of a loan make sense.</summary>
static class FacilityValidation
{
    public static IEnumerable<Problem> Problems(TermLoan loan, Deal deal, string where)
    {
        var subject = $"Facility '{loan.Name}'";
        return
        [
            .. Commitment(loan, subject, where),
            .. loan.Fees.SelectMany((fee, i) => Fee(fee, loan, subject, $"{where}.fees[{i}]")),
            .. FeesOnce(loan, subject, where),
            .. Interest(loan.Interest, deal, subject, $"{where}.interest"),
            .. TermCheck.InTimeline(deal, loan.Draws.LastDate, "last draw date", subject, $"{where}.draws.lastDate"),
            .. TermCheck.Milestone(loan.Draws.UntilMilestone, deal, subject, $"{where}.draws.untilMilestone"),
            .. TermCheck.NotEmpty(loan.BusinessDays.Calendars, "calendar", subject, $"{where}.businessDays.calendars"),
            .. LoanDateValidation.Problems(loan, deal, subject, where),
            .. TermCheck.Once(loan.LookAheadMonths, "number of months", subject, $"{where}.lookAheadMonths"),
            .. loan.LookAheadMonths.SelectMany((months, i) => TermCheck.AtLeast(1, months, "number of months to look ahead", subject, $"{where}.lookAheadMonths[{i}]")),
        ];
    }

    static IEnumerable<Problem> Commitment(TermLoan loan, string subject, string where)
    {
        foreach (var problem in TermCheck.Currency(loan.Commitment.Unit, "commitment", subject, $"{where}.commitment")) yield return problem;
        // Asked this way round, so that what is not a number fails too.
        if (!(loan.Commitment.Value > 0)) yield return new(subject, $"the commitment is {loan.Commitment}", "it must be above zero", $"{where}.commitment");
    }

    static IEnumerable<Problem> Fee(Fee fee, TermLoan loan, string subject, string where) => fee switch
    {
        EstablishmentFee { Amount: var amount } =>
        [
            .. TermCheck.SameUnit(amount.Unit, loan.Commitment.Unit, "establishment fee", "the currency of the commitment", subject, $"{where}.establishmentFee.amount"),
            .. TermCheck.NotNegative(amount, "establishment fee", subject, $"{where}.establishmentFee.amount"),
        ],
        CommitmentFee { Rate: var rate } => TermCheck.NotNegative(rate, "commitment fee", subject, $"{where}.commitmentFee.rate"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static IEnumerable<Problem> FeesOnce(TermLoan loan, string subject, string where) =>
        from same in loan.Fees.GroupBy(fee => fee is EstablishmentFee ? "establishment fee" : "commitment fee")
        where same.Count() > 1
        select new Problem(subject, $"there are {same.Count()} fees of the kind {same.Key}", "a loan has at most one of each kind", $"{where}.fees");

    static IEnumerable<Problem> Interest(InterestTerms interest, Deal deal, string subject, string where) =>
    [
        .. Margin(interest.Margin, deal, subject, $"{where}.margin"),
        .. TermCheck.AtLeast(0, interest.FixingDays, "number of fixing days", subject, $"{where}.fixingDays"),
        .. TermCheck.NotEmpty(interest.FixingCalendars, "fixing calendar", subject, $"{where}.fixingCalendars"),
        .. interest.Rounding is { } rounding && !(rounding.To > 0.0)
            ? [new(subject, $"the index is rounded to steps of {rounding.To}", "the step must be above zero", $"{where}.rounding.to")]
            : Array.Empty<Problem>(),
        .. TermCheck.NotNegative(interest.DefaultMargin, "default margin", subject, $"{where}.defaultMargin"),
    ];

    static IEnumerable<Problem> Margin(Stepped<Percentage> margin, Deal deal, string subject, string where)
    {
        var initial = margin.Changes.IsEmpty ? where : $"{where}.initial";
        foreach (var problem in TermCheck.NotNegative(margin.Initial, "margin", subject, initial)) yield return problem;
        OnDate? before = null;
        foreach (var (i, change) in margin.Changes.Index())
        {
            var here = $"{where}.changes[{i}]";
            foreach (var problem in TermCheck.NotNegative(change.To, "margin", subject, $"{here}.to")) yield return problem;
            if (change.On is OnMilestone { Milestone: var milestone })
                foreach (var problem in TermCheck.Milestone(milestone, deal, subject, $"{here}.on")) yield return problem;
            if (change.On is not OnDate now) continue;
            if (before is not null && now.Date <= before.Date)
                yield return new(subject, $"the margin changes on {now.Date.Iso()}, written after the change on {before.Date.Iso()}", "changes must be in the order they take effect", $"{here}.on");
            before = now;
        }
    }
}
