using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Facilities;
using ProjectFinance.Time;

namespace ProjectFinance.Deals;

/// <summary>Whether the interest and instalment dates of a loan, and the shares of its instalments, fit together.</summary>
static class LoanDateValidation
{
    public static IEnumerable<Problem> Problems(TermLoan loan, Deal deal, string subject, string where) =>
    [
        .. Interest(loan, deal, subject, $"{where}.interest.dates"),
        .. Shares(loan.Repayment, subject, $"{where}.repayment"),
        .. Instalments(loan, deal, subject, $"{where}.repayment"),
    ];

    static IEnumerable<Problem> Interest(TermLoan loan, Deal deal, string subject, string where)
    {
        var wrong = loan.Interest.Dates.Problems(subject, where).ToList();
        if (wrong.Count > 0) return wrong;
        var written = Written(loan.Interest.Dates);
        wrong.AddRange(TermCheck.InTimeline(deal, written[0], "first interest date", subject, where));
        if (written.Length > 1) wrong.AddRange(TermCheck.InTimeline(deal, written[^1], "last interest date", subject, where));
        if (wrong.Count > 0 || loan.BusinessDays.Calendars.IsEmpty || !loan.BusinessDays.AdjustInterest) return wrong;
        try
        {
            var last = loan.Interest.Dates.Dates(BusinessCalendar.Union(loan.BusinessDays.Calendars.AsSpan()), loan.BusinessDays.Convention)[^1];
            if (deal.End > deal.Closing && last.Adjusted > deal.End)
                wrong.Add(new(subject, $"the last interest date {last}, after the end {deal.End.Iso()}", "it must fall on or before the end, also as moved to a business day", where));
            return wrong;
        }
        catch (InvalidInputException outsideTheCalendar)
        {
            return outsideTheCalendar.Problems.Select(problem => problem with { Subject = subject, Fact = $"{problem.Subject}: {problem.Fact}", Where = where });
        }
    }

    static IEnumerable<Problem> Instalments(TermLoan loan, Deal deal, string subject, string where)
    {
        if (loan.Interest.Dates.Problems(subject, where).Any() || !TryDates(loan.Repayment, subject, out var dates)) yield break;
        var lastInterest = Written(loan.Interest.Dates)[^1];
        foreach (var (i, date) in dates.Index())
        {
            if (date > lastInterest)
                yield return new(subject, $"instalment {i + 1} falls on {date.Iso()}, after the last interest date {lastInterest.Iso()}", "instalments must fall on or before it", where);
            if (date <= deal.Closing)
                yield return new(subject, $"instalment {i + 1} falls on {date.Iso()}, not after the closing {deal.Closing.Iso()}", "instalments must fall after it, when something can be drawn", where);
        }
        // Level payments count interest from the last draw date to the first instalment.
        if (loan.Repayment is LevelPayment && dates[0] > deal.Closing && dates[0] < loan.Draws.LastDay)
            yield return new(subject, $"instalment 1 falls on {dates[0].Iso()}, before the last draw date {loan.Draws.LastDay.Iso()}", "level payments must begin on or after it", where);
    }

    static IEnumerable<Problem> Shares(Repayment repayment, string subject, string where) => repayment switch
    {
        EqualPrincipal { Dates: var dates } => dates.Problems(subject, $"{where}.equalPrincipal.dates"),
        LevelPayment level =>
        [
            .. level.Dates.Problems(subject, $"{where}.levelPayment.dates"),
            .. TermCheck.NotNegative(level.PlanningRate, "planning rate", subject, $"{where}.levelPayment.planningRate"),
        ],
        PercentageTable { Instalments: var instalments } => Table(instalments, subject, $"{where}.percentageTable.instalments"),
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
        Schedule schedule = repayment switch
        {
            EqualPrincipal equal => equal.Dates,
            LevelPayment level => level.Dates,
            PercentageTable table => new OnDates([.. table.Instalments.Select(instalment => instalment.Date)]),
            Bullet bullet => new OnDates([bullet.Date]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        bool usable = !schedule.Problems(subject, "").Any();
        dates = usable ? Written(schedule) : [];
        return usable;
    }

    static ImmutableArray<LocalDate> Written(Schedule schedule) => [.. schedule.Dates(BusinessCalendars.None, BusinessDayConvention.None).Select(date => date.Unadjusted)];

    // Percentages are read to the nearest binary fraction; a hundred of them sum to one within this.
    const double RoundingOfASum = 1e-9;
}
