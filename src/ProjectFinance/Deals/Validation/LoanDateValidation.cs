using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Validation;

/// <summary>Whether the interest and instalment dates of a loan, and the shares of its instalments, fit together.</summary>
static class LoanDateValidation
{
    public static IEnumerable<Problem> Problems(TermLoan loan, Deal deal, string subject, string where)
    {
        var interest = loan.Interest.Dates;
        List<Problem> wrong =
        [
            .. Interest(loan, interest, deal, subject, $"{where}.interest.dates"),
            .. Plan(loan.Repayment, interest, deal.Closing, "the closing", deal, subject, $"{where}.repayment"),
        ];
        // Level payments count interest from the last draw date to the first instalment.
        if (loan.Repayment is LevelPayment && TryDates(loan.Repayment, subject, out var dates) && dates[0] > deal.Closing && dates[0] < loan.Draws.LastDay)
            wrong.Add(new(subject, $"instalment 1 falls on {dates[0].Iso()}, before the last draw date {loan.Draws.LastDay.Iso()}", "level payments must begin on or after it", $"{where}.repayment"));
        foreach (var (i, rescheduling) in loan.Reschedulings.Index())
        {
            var here = $"{where}.reschedulings[{i}]";
            if (i > 0 && rescheduling.From <= loan.Reschedulings[i - 1].From)
                wrong.Add(new(subject, $"the rescheduling from {rescheduling.From.Iso()} is written after the one from {loan.Reschedulings[i - 1].From.Iso()}", "reschedulings must be in the order of their dates, one on a date", $"{here}.from"));
            wrong.AddRange(TermCheck.InTimeline(deal, rescheduling.From, "date of the rescheduling", subject, $"{here}.from"));
            if (rescheduling.InterestDates is { } own)
            {
                wrong.AddRange(Interest(loan, interest = own, deal, subject, $"{here}.interestDates"));
                if (Starts(own, subject) is { } first && first <= rescheduling.From)
                    wrong.Add(new(subject, $"the first interest date {first.Iso()} is not after the rescheduling on {rescheduling.From.Iso()}", "it must fall after it", $"{here}.interestDates"));
            }
            wrong.AddRange(Plan(rescheduling.Repayment, interest, rescheduling.From, "the rescheduling on", deal, subject, $"{here}.repayment"));
        }
        return wrong;
    }

    static IEnumerable<Problem> Plan(Repayment repayment, Schedule interest, LocalDate after, string what, Deal deal, string subject, string where) =>
        [.. Shares(repayment, deal, subject, where), .. Instalments(repayment, interest, after, what, subject, where)];

    static IEnumerable<Problem> Interest(TermLoan loan, Schedule dates, Deal deal, string subject, string where)
    {
        var wrong = dates.Problems(subject, where).ToList();
        if (wrong.Count > 0) return wrong;
        var written = Written(dates);
        wrong.AddRange(TermCheck.InTimeline(deal, written[0], "first interest date", subject, where));
        if (written.Length > 1) wrong.AddRange(TermCheck.InTimeline(deal, written[^1], "last interest date", subject, where));
        if (wrong.Count > 0 || loan.BusinessDays.Calendars.IsEmpty || !loan.BusinessDays.AdjustInterest) return wrong;
        try
        {
            var last = dates.Dates(BusinessCalendar.Union(loan.BusinessDays.Calendars.AsSpan()), loan.BusinessDays.Convention)[^1];
            if (deal.End > deal.Closing && last.Adjusted > deal.End)
                wrong.Add(new(subject, $"the last interest date {last}, after the end {deal.End.Iso()}", "it must fall on or before the end, also as moved to a business day", where));
            return wrong;
        }
        catch (InvalidInputException outsideTheCalendar)
        {
            return outsideTheCalendar.Problems.Select(problem => problem with { Subject = subject, Fact = $"{problem.Subject}: {problem.Fact}", Where = where });
        }
    }

    static IEnumerable<Problem> Instalments(Repayment repayment, Schedule interest, LocalDate after, string what, string subject, string where)
    {
        if (interest.Problems(subject, where).Any() || !TryDates(repayment, subject, out var dates)) yield break;
        var lastInterest = Written(interest)[^1];
        foreach (var (i, date) in dates.Index())
        {
            if (date > lastInterest)
                yield return new(subject, $"instalment {i + 1} falls on {date.Iso()}, after the last interest date {lastInterest.Iso()}", "instalments must fall on or before it", where);
            if (date <= after)
                yield return new(subject, $"instalment {i + 1} falls on {date.Iso()}, not after {what} {after.Iso()}", what.EndsWith("closing", StringComparison.Ordinal) ? "instalments must fall after it, when something can be drawn" : "the new instalments must fall after it", where);
        }
    }

    static LocalDate? Starts(Schedule schedule, string subject) => schedule.Problems(subject, "").Any() ? null : Written(schedule)[0];

    static IEnumerable<Problem> Shares(Repayment repayment, Deal deal, string subject, string where) => repayment switch
    {
        EqualPrincipal { Dates: var dates } => dates.Problems(subject, $"{where}.equalPrincipal.dates"),
        LevelPayment level =>
        [
            .. level.Dates.Problems(subject, $"{where}.levelPayment.dates"),
            .. TermCheck.NotNegative(level.PlanningRate, "planning rate", subject, $"{where}.levelPayment.planningRate"),
        ],
        PercentageTable { Instalments: var instalments } => Table(instalments, subject, $"{where}.percentageTable.instalments"),
        OnDemand demand => Demand(demand, deal, subject, $"{where}.onDemand.demand"),
        _ => [],
    };

    static IEnumerable<Problem> Demand(OnDemand terms, Deal deal, string subject, string where) => terms.Demand switch
    {
        OnMilestone named => TermCheck.Milestone(named.Milestone, deal, subject, where),
        OnDate on when on.Date > terms.Maturity => [new(subject, $"the demand is expected on {on.Date.Iso()}, after the last day {terms.Maturity.Iso()}", "it must fall on or before it", where)],
        _ => [],
    };

    static IEnumerable<Problem> Table(ImmutableArray<Instalment> instalments, string subject, string where)
    {
        if (instalments.IsEmpty) return [new(subject, "no instalment is given", "at least one must be", where)];
        double sum = instalments.Sum(instalment => instalment.Percent.Fraction);
        return
        [
            .. instalments.SelectMany((instalment, i) => TermCheck.NotNegative(instalment.Percent, $"percentage of instalment {i + 1},", subject, $"{where}[{i}].percent")),
            .. new OnDates([.. instalments.Select(instalment => instalment.Date)]).Problems(subject, where),
            .. Math.Abs(sum - 1) <= RoundingOfASum ? [] : new Problem[] { new(subject, $"the percentages of the instalments sum to {new Percentage(sum)}", "they must sum to 100%", where) },
        ];
    }

    /// <summary>The last instalment date as written; null where the dates are not usable.</summary>
    public static LocalDate? LastInstalment(Repayment repayment) => TryDates(repayment, "", out var dates) && !dates.IsEmpty ? dates[^1] : null;

    static bool TryDates(Repayment repayment, string subject, out ImmutableArray<LocalDate> dates)
    {
        var schedule = repayment.Dates();
        bool usable = !schedule.Problems(subject, "").Any();
        dates = usable ? Written(schedule) : [];
        return usable;
    }

    static ImmutableArray<LocalDate> Written(Schedule schedule) => [.. schedule.Dates(BusinessCalendars.None, BusinessDayConvention.None).Select(date => date.Unadjusted)];

    // Percentages are read to the nearest binary fraction; a hundred of them sum to one within this.
    const double RoundingOfASum = 1e-9;
}
