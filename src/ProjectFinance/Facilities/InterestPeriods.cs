using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>What day counts may need to know of a loan's interest periods.</summary>
static class InterestPeriods
{
    /// <summary>The context of each interest period. Whether it is regular is told from its dates as written, its length from those to which interest is counted.</summary>
    /// <param name="closing">The day on which the first period begins.</param>
    /// <param name="ends">The ends of the periods, each with the schedule it comes from.</param>
    /// <param name="counted">The date to which interest is counted.</param>
    /// <param name="maturity">Final maturity, as counted.</param>
    /// <param name="calendar">The business days on which is paid.</param>
    internal static ImmutableArray<AccrualContext> Contexts(
        LocalDate closing, ImmutableArray<(ScheduleDate Date, Schedule Terms)> ends, Func<ScheduleDate, LocalDate> counted, LocalDate maturity, BusinessCalendar calendar)
    {
        var contexts = ImmutableArray.CreateBuilder<AccrualContext>(ends.Length);
        var start = new ScheduleDate(closing, closing);
        foreach (var (end, terms) in ends)
        {
            var step = terms.RegularStep;
            contexts.Add(new()
            {
                PeriodStart = counted(start), PeriodEnd = counted(end), Frequency = step, Maturity = maturity, EndOfMonth = terms.KeepsMonthEnds, Calendar = calendar,
                Kind = step is null || end.Unadjusted <= start.Unadjusted ? null
                    : QuasiCoupons.KindOf(start.Unadjusted, end.Unadjusted, step, terms.KeepsMonthEnds, end == ends[^1].Date ? end.Unadjusted : null),
            });
            start = end;
        }
        return contexts.MoveToImmutable();
    }
}
