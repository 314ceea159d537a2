using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>A loan's dates, resolved: interest periods, fixing dates and instalments, each as counted and as settled.</summary>
sealed class LoanDates
{
    readonly InterestCalendar interestPeriods;

    internal LoanDates(TermLoan terms, LocalDate closing)
    {
        Closing = closing;
        var counting = new DatesAsCounted(terms.BusinessDays);
        LocalDate Counted(ScheduleDate date) => counting.Counted(date);
        ImmutableArray<ScheduleDate> Resolved(Schedule schedule) => counting.Resolved(schedule);
        // What a rescheduling brings begins after its day; what was there before ends with it.
        bool Stands(ScheduleDate date, LocalDate from, ImmutableArray<ScheduleDate> later) => Counted(date) <= from && Counted(date) < Counted(later[0]);

        ImmutableArray<(ScheduleDate Date, Schedule Terms)> Interest(Schedule schedule) => [.. Resolved(schedule).Select(date => (date, schedule))];
        var interest = Interest(terms.Interest.Dates);
        var first = Resolved(terms.Repayment.Dates());
        List<(LocalDate? From, Repayment Terms, ImmutableArray<ScheduleDate> Dates, ImmutableArray<ScheduleDate> Standing)> plans = [(null, terms.Repayment, first, first)];
        foreach (var rescheduling in terms.Reschedulings)
        {
            var later = Resolved(rescheduling.Repayment.Dates());
            plans = [.. plans.Select(plan => plan with { Standing = [.. plan.Standing.Where(date => Stands(date, rescheduling.From, later))] }), (rescheduling.From, rescheduling.Repayment, later, later)];
            if (rescheduling.InterestDates is { } schedule && Resolved(schedule) is var dates)
                interest = [.. interest.Where(period => Stands(period.Date, rescheduling.From, dates)), .. Interest(schedule)];
        }
        var instalments = plans.SelectMany(plan => plan.Standing).ToList();
        Plans = [.. plans.Select(plan => new RepaymentPlan(plan.From, plan.Terms, [.. plan.Dates.Select(Counted)], plan.Standing.Length))];
        Instalments = [.. instalments.Select(Counted)];
        interestPeriods = new InterestCalendar(closing, interest, counting, Instalments[^1], terms.Interest.DayCount);
        var indices = QuotedIndex.Of(terms.Interest.Index, terms.Interest, terms.Interest.Fallbacks);
        bool isDelayed = indices.Any(quoted => quoted.IsPaidLater);
        Settlements = interest.Select(period => period.Date).Concat(instalments).DistinctBy(Counted).ToImmutableSortedDictionary(Counted, Settled);

        // Principal is not delayed, so that a date on which it falls too stays.
        LocalDate Settled(ScheduleDate date) => !isDelayed || Instalments.Contains(Counted(date)) ? date.Adjusted
            : QuotedIndex.InForce(indices, InterestEnds.LastOrDefault(end => end < Counted(date), closing)).PaidOn(date.Adjusted);
    }

    /// <summary>The day on which the first interest period begins.</summary>
    internal LocalDate Closing { get; }

    /// <summary>The ends of the interest periods, to which interest is counted.</summary>
    internal ImmutableArray<LocalDate> InterestEnds => interestPeriods.Ends;

    /// <summary>The instalment dates, in the column of which they stand.</summary>
    internal ImmutableArray<LocalDate> Instalments { get; }

    /// <summary>The plans of repayment: the first, and one for each rescheduling.</summary>
    internal ImmutableArray<RepaymentPlan> Plans { get; }

    /// <summary>For each date as counted, the day on which money moves.</summary>
    internal ImmutableSortedDictionary<LocalDate, LocalDate> Settlements { get; }

    internal LocalDate Maturity => Instalments[^1];

    /// <summary>The start of the interest period a column lies in, or null for the closing column. After the last interest date every column is a period of its own.</summary>
    internal LocalDate? InterestPeriodStart(Period t) => interestPeriods.PeriodStart(t);

    /// <summary>The interest period a column with days lies in.</summary>
    internal RatePeriod RatePeriod(Period t) => interestPeriods.PeriodOf(t);

    /// <summary>Whether a column lies after the last interest date, when only what is overdue bears interest.</summary>
    internal bool IsAfterLast(Period t) => interestPeriods.IsAfterLast(t);

    /// <summary>Whether the rate of an interest period is fixed for a column: the period's first.</summary>
    internal bool IsFixed(Period t) => !IsAfterLast(t) && InterestPeriodStart(t) == t.Start;

    internal bool IsInterestDate(Period t) => interestPeriods.Falls(t);

    /// <summary>Which instalment, from 0, falls on a column's end; -1 for none.</summary>
    internal int InstalmentOn(Period t) => t.Days > 0 ? Instalments.IndexOf(t.End) : -1;

    /// <summary>The column's part of its interest period's year fraction.</summary>
    internal double YearFraction(Period t) => interestPeriods.YearFraction(t);

    /// <summary>The year fraction from one instalment to another, taken as one period of the months nearest to its days.</summary>
    internal double YearFraction(LocalDate from, LocalDate to) => interestPeriods.YearFraction(from, to);

    /// <summary>The plan of repayment in force on a day: the last whose rescheduling lies before it.</summary>
    internal RepaymentPlan PlanOn(LocalDate day) => Plans.Last(plan => plan.From is not { } from || from < day);

    /// <summary>Whether the loan is rescheduled on a column's last day.</summary>
    internal bool IsRescheduledOn(Period t) => Plans.Any(plan => plan.From == t.End);
}
