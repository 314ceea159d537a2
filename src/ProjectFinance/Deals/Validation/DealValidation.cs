using NodaTime;
using ProjectFinance.Deals.Amending;
using ProjectFinance.Facilities;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether the terms of a deal make sense together.</summary>
static class DealValidation
{
    const string Subject = "Term sheet";

    /// <summary>Everything that is wrong with a deal, with the JSON path of each.</summary>
    public static IEnumerable<Problem> Problems(Deal deal) => deal.Amendments.IsEmpty ? OfDeal(deal)
        : [.. OfDeal(deal with { Amendments = [] }).Concat(Problems(Amended.Of(deal, null))).Distinct()];

    /// <summary>Everything that is wrong with amendments, and with the deal they make.</summary>
    public static IEnumerable<Problem> Problems(Amended amended) => amended.Problems.Count > 0 ? amended.Problems : amended.AsWritten(OfDeal(amended.Deal));

    static IEnumerable<Problem> OfDeal(Deal deal)
    {
        var terms = OfTerms(deal).ToList();
        // Where the terms have a problem already, a name that does not exist is its consequence.
        return [.. terms, .. DealLayout.NameProblems(deal).Where(name => !terms.Exists(problem => problem.Where == name.Where))];
    }

    /// <summary>What is wrong with the terms, apart from names of lines: which lines there are is known once the deal is laid out.</summary>
    static IEnumerable<Problem> OfTerms(Deal deal) =>
    [
        .. Timeline(deal),
        .. deal.Calendars.SelectMany(own => own.Value.Problems(own.Key, Json.JsonPath.Field("calendars", own.Key))),
        .. NameValidation.Problems(deal),
        .. deal.Milestones.SelectMany((milestone, i) => Milestone(milestone, deal, $"milestones[{i}]")),
        .. deal.Projects.SelectMany((project, i) => ProjectValidation.Problems(project, deal, $"projects[{i}]")),
        .. deal.Leases.SelectMany((lease, i) => LeaseValidation.Problems(lease, deal, $"leases[{i}]")),
        .. deal.Elections.SelectMany((election, i) => ElectionValidation.Problems(election, deal, $"elections[{i}]")),
        .. deal.Contributions.SelectMany((contribution, i) => ProjectValidation.Problems(contribution, deal, $"contributions[{i}]")),
        .. deal.Obligations.SelectMany((owed, i) => ProjectValidation.Problems(owed, deal, $"obligations[{i}]")),
        .. deal.Facilities.SelectMany((loan, i) => FacilityValidation.Problems(loan, deal, $"facilities[{i}]")),
        .. deal.ScheduledLoans.SelectMany((loan, i) => InDeal(loan, deal, $"Loan '{loan.Name}'", $"scheduledLoans[{i}]")),
        .. ShareValidation.Problems(deal),
        .. deal.Hedges.SelectMany((book, i) => HedgeValidation.Problems(book, deal, $"hedges[{i}]")),
        .. AccountValidation.Problems(deal),
        .. deal.Security.SelectMany((security, i) => SecurityValidation.Problems(security, deal, $"security[{i}]")),
        .. deal.Lines.SelectMany((line, i) => AmountValidation.Problems(line.Amount, deal, $"Line '{line.Name}'", $"lines[{i}].amount")),
        .. Ratios(deal),
        .. deal.Covenants.SelectMany((covenant, i) => CovenantValidation.Problems(covenant, deal, $"covenants[{i}]")),
        .. deal.Undertakings.SelectMany((undertaking, i) => UndertakingValidation.Problems(undertaking, deal, $"undertakings[{i}]")),
        .. deal.Waivers.SelectMany((waiver, i) => WaiverValidation.Problems(waiver, deal, $"waivers[{i}]")),
        .. CovenantValidation.Defaults(deal),
    ];

    /// <summary>What in a market does not fit a deal: prices in other units than the deal sells in, ounces without a price.</summary>
    public static IEnumerable<Problem> Problems(Deal deal, Market market) =>
    [
        .. from project in deal.Projects
           where market.Prices.ContainsKey(project.Price)
           from problem in ProjectValidation.PriceUnit(project, market.Prices[project.Price].Unit, $"{Json.JsonPath.Field("prices", project.Price)}.unit")
           select problem,
        .. deal.Hedges.SelectMany(book => HedgeValidation.Problems(book, market)),
        .. deal.Facilities.SelectMany((loan, i) => RedenominationValidation.Problems(loan, deal, market, $"facilities[{i}].draws.redenomination")),
    ];

    static IEnumerable<Problem> Timeline(Deal deal)
    {
        if (deal.End <= deal.Closing)
            yield return new(Subject, $"the end {deal.End.Iso()} is not after the closing {deal.Closing.Iso()}", "the end must be later than the closing", "end");
        foreach (var (i, date) in deal.ColumnEnds.Index())
        foreach (var problem in TermCheck.InTimeline(deal, date, "column end", Subject, $"columnEnds[{i}]")) yield return problem;
    }

    static IEnumerable<Problem> Milestone(MilestoneTerms milestone, Deal deal, string where)
    {
        var subject = $"Milestone '{milestone.Name}'";
        return
        [
            .. Inside(milestone.Expected, "expected date", "expected"), .. Inside(milestone.Longstop, "longstop date", "longstop"),
            .. milestone.Test is { } test ? TestValidation.Problems(test, deal, subject, $"{where}.test") : [],
            .. milestone is { Test: not null, Expected: { } expected }
                ? [new Problem(subject, $"it has a test and is expected on {expected.Iso()}", "it is reached by its test or on a date; write 'onOrAfter' into the test for a first day", $"{where}.expected")]
                : Array.Empty<Problem>(),
        ];

        IEnumerable<Problem> Inside(LocalDate? date, string what, string field) =>
            date is { } given ? TermCheck.InTimeline(deal, given, what, subject, $"{where}.{field}") : [];
    }

    // A term sheet is the borrower's: whoever holds the loan, it owes the same.
    static IEnumerable<Problem> InDeal(ScheduledLoan loan, Deal deal, string subject, string where)
    {
        bool isSound = true;
        foreach (var problem in ScheduledLoanValidation.Problems(loan, subject, where).Concat(Around(loan, deal, subject, where)))
        {
            isSound = false;
            yield return problem;
        }
        if (!isSound || deal.End <= deal.Closing) yield break;
        foreach (var problem in ScheduledLoanValidation.Restart(loan, deal.Closing, deal.End, subject, $"{where}.")) yield return problem;
        foreach (var problem in ScheduledLoanChangeValidation.InModel(loan, deal.Closing, deal.End, subject, where)) yield return problem;
    }

    static IEnumerable<Problem> Around(ScheduledLoan loan, Deal deal, string subject, string where) =>
    [
        .. deal.End > deal.Closing && loan.Drawn > deal.End ? [new(subject, $"it is drawn on {loan.Drawn.Iso()}, after the end {deal.End.Iso()}", "it must be drawn on or before it", $"{where}.drawn")] : Array.Empty<Problem>(),
        .. loan.Maturity is { } maturity && maturity <= deal.Closing ? [new(subject, $"it matures on {maturity.Iso()}, not after the closing {deal.Closing.Iso()}", "it must mature later", $"{where}.maturity")] : Array.Empty<Problem>(),
        .. loan.Purchase is not null || loan.Sale is not null ? [new(subject, "it is bought or sold", "a deal states what the borrower owes, whoever holds the loan", where)] : Array.Empty<Problem>(),
    ];

    static IEnumerable<Problem> Ratios(Deal deal)
    {
        const string Where = "ratios";
        if (deal.Ratios is not { } ratios) return [];
        var loans = deal.Loans.Select(loan => loan.Name).ToList();
        return
        [
            .. TermCheck.NotEmpty(ratios.Facilities, "loan", Subject, $"{Where}.facilities"),
            .. TermCheck.Once(ratios.Facilities, "loan", Subject, $"{Where}.facilities"),
            .. ratios.Facilities.SelectMany((name, i) => TermCheck.Known(name, loans, "loan", Subject, $"{Where}.facilities[{i}]")),
            .. TermCheck.InTimeline(deal, ratios.From, "date from which ratios count", Subject, $"{Where}.from"),
            .. TermCheck.AtLeast(1, ratios.LookBackMonths, "number of months that DSCR looks back", Subject, $"{Where}.lookBackMonths"),
            .. TermCheck.Once(ratios.Equity, "line of equity", Subject, $"{Where}.equity"),
        ];
    }
}
