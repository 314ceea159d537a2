using ProjectFinance.Facilities;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether the terms of a loan make sense.</summary>
static class FacilityValidation
{
    public static IEnumerable<Problem> Problems(TermLoan loan, Deal deal, string where)
    {
        var subject = $"Facility '{loan.Name}'";
        return
        [
            .. SteppedValidation.Problems(loan.Commitment, deal, "commitment", subject, $"{where}.commitment", (commitment, here) => Commitment(commitment, loan, subject, here)),
            .. loan.Fees.SelectMany((fee, i) => Fee(fee, loan, deal, subject, $"{where}.fees[{i}]")),
            .. FeesOnce(loan, subject, where),
            .. Interest(loan.Interest, deal, subject, $"{where}.interest"),
            .. Draws(loan, deal, subject, $"{where}.draws"),
            .. TermCheck.NotEmpty(loan.BusinessDays.Calendars, "calendar", subject, $"{where}.businessDays.calendars"),
            .. ConversionValidation.Problems(loan, deal, subject, where),
            .. PrepaymentValidation.Problems(loan, deal, subject, where),
            .. LoanDateValidation.Problems(loan, deal, subject, where),
            .. TermCheck.Once(loan.LookAheadMonths, "number of months", subject, $"{where}.lookAheadMonths"),
            .. loan.LookAheadMonths.SelectMany((months, i) => TermCheck.AtLeast(1, months, "number of months to look ahead", subject, $"{where}.lookAheadMonths[{i}]")),
        ];
    }

    static IEnumerable<Problem> Commitment(Quantity commitment, TermLoan loan, string subject, string where)
    {
        // RedenominationValidation says what one that comes from a conversion is stated in.
        if (loan.Draws is not Redenomination) foreach (var problem in TermCheck.Currency(commitment.Unit, "commitment", subject, where)) yield return problem;
        foreach (var problem in TermCheck.SameUnit(commitment.Unit, loan.Commitment.Initial.Unit, "commitment", "like the first one", subject, where)) yield return problem;
        // A loan agreed later, or cancelled, has no commitment for a time. Asked this way round, so that what is not a number fails too.
        bool isZeroForATime = commitment.Value == 0 && (loan.Commitment.Initial.Value > 0 || loan.Commitment.Changes.Any(change => change.To.Value > 0));
        if (!(commitment.Value > 0 || isZeroForATime)) yield return new(subject, $"the commitment is {commitment}", "it must be above zero", where);
    }

    static IEnumerable<Problem> Draws(TermLoan loan, Deal deal, string subject, string where) => loan.Draws switch
    {
        DrawsAsNeeded need =>
        [
            .. TermCheck.InTimeline(deal, need.LastDate, "last draw date", subject, $"{where}.asNeeded.lastDate"),
            .. TermCheck.Milestone(need.UntilMilestone, deal, subject, $"{where}.asNeeded.untilMilestone"),
            .. need.LaterPeriods.SelectMany((period, i) => DrawPeriod(period, i == 0 ? null : need.LaterPeriods[i - 1], deal, subject, $"{where}.asNeeded.laterPeriods[{i}]")),
        ],
        Advances { Amounts: var amounts } =>
        [
            .. TermCheck.NotEmpty(amounts, "advance", subject, $"{where}.advances"),
            .. amounts.SelectMany((amount, i) => TermCheck.Dated(deal, amount, loan.Commitment.Initial.Unit, "advance", "the currency of the commitment", subject, $"{where}.advances[{i}]")),
            .. amounts.Index().Where(a => a.Item.Amount.Value > PrepaymentValidation.Largest(loan.Commitment).Value).Select(a => new Problem(
                subject, $"the advance of {a.Item.Amount} is above the commitment {PrepaymentValidation.Largest(loan.Commitment)}", "it must be available under it", $"{where}.advances[{a.Index}].amount")),
        ],
        Redenomination conversion => RedenominationValidation.Problems(loan, conversion, deal, subject, $"{where}.redenomination"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static IEnumerable<Problem> DrawPeriod(DrawPeriod period, DrawPeriod? before, Deal deal, string subject, string where) =>
    [
        .. TermCheck.InTimeline(deal, period.LastDate, "last draw date", subject, $"{where}.lastDate"),
        .. TermCheck.Milestone(period.UntilMilestone, deal, subject, $"{where}.untilMilestone"),
        .. period.From <= before?.From
            ? [new(subject, $"a draw period holds from {period.From.Iso()}, written after one from {before.From.Iso()}", "draw periods must be in the order they take effect", $"{where}.from")]
            : Array.Empty<Problem>(),
    ];

    static IEnumerable<Problem> Fee(Fee fee, TermLoan loan, Deal deal, string subject, string where) => fee switch
    {
        EstablishmentFee { Amount: var amount, On: var on } =>
        [
            .. on is { } date ? TermCheck.InTimeline(deal, date, "date of the establishment fee", subject, $"{where}.establishmentFee.on") : [],
            .. TermCheck.SameUnit(amount.Unit, loan.Commitment.Initial.Unit, "establishment fee", "the currency of the commitment", subject, $"{where}.establishmentFee.amount"),
            .. TermCheck.NotNegative(amount, "establishment fee", subject, $"{where}.establishmentFee.amount"),
        ],
        CommitmentFee { Rate: var rate } => TermCheck.NotNegative(rate, "commitment fee", subject, $"{where}.commitmentFee.rate"),
        CancellationFee { Rate: var rate } =>
        [
            .. TermCheck.NotNegative(rate, "cancellation fee", subject, $"{where}.cancellationFee.rate"),
            .. loan.Draws is Redenomination
                ? [new(subject, "it comes from a conversion and has a cancellation fee", "leave the fee to the loan that is converted", $"{where}.cancellationFee")]
                : Array.Empty<Problem>(),
        ],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static IEnumerable<Problem> FeesOnce(TermLoan loan, string subject, string where) =>
        from same in loan.Fees.GroupBy(fee => fee is EstablishmentFee ? "establishment fee" : fee is CancellationFee ? "cancellation fee" : "commitment fee")
        where same.Count() > 1
        select new Problem(subject, $"there are {same.Count()} fees of the kind {same.Key}", "a loan has at most one of each kind", $"{where}.fees");

    static IEnumerable<Problem> Interest(InterestTerms interest, Deal deal, string subject, string where) =>
    [
        .. SteppedValidation.Problems(interest.Margin, deal, "margin", subject, $"{where}.margin", (margin, here) => TermCheck.NotNegative(margin, "margin", subject, here)),
        .. FixingValidation.Problems(interest.Index, interest, interest.Fallbacks, interest.Rounding, subject, where),
        .. TermCheck.InOrder(interest.IndexFloor, interest.IndexCap, "index", subject, $"{where}.indexCap"),
        .. TermCheck.InOrder(interest.Floor, interest.Cap, "rate", subject, $"{where}.cap"),
        .. TermCheck.NotNegative(interest.DefaultMargin, "default margin", subject, $"{where}.defaultMargin"),
    ];
}
