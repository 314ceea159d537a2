using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Time;

/// <summary>The dates on which something happens under a contract: <see cref="Every"/>, <see cref="CalculationPeriods"/>, <see cref="OnDatesOfYear"/> or <see cref="OnDates"/>.</summary>
public abstract record Schedule
{
    private protected Schedule() { }

    /// <summary>What is wrong with the terms; nothing if they can be used.</summary>
    /// <param name="subject">Whose schedule it is: "Facility 'Project loan'".</param>
    /// <param name="where">Where it stands in the input: "facilities[0].repayment.dates". Empty where there is no place.</param>
    public abstract IEnumerable<Problem> Problems(string subject, string where);

    /// <summary>The dates in order, each as written and as moved to a business day.</summary>
    /// <param name="calendar">The business days.</param>
    /// <param name="convention">Where a date moves that is not one of them.</param>
    /// <exception cref="InvalidInputException">The terms have problems, or a date lies outside the years of the calendar.</exception>
    public ImmutableArray<ScheduleDate> Dates(BusinessCalendar calendar, BusinessDayConvention convention)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        RequireUsable();
        return [.. Unadjusted().Select(date => new ScheduleDate(date, calendar.Adjust(date, convention)))];
    }

    /// <summary>The periods that the dates end, the first beginning on a start; each date as written and as moved to a business day.</summary>
    /// <param name="start">The date on which the first period begins, before the first date of the schedule.</param>
    /// <param name="calendar">The business days.</param>
    /// <param name="convention">Where a date moves that is not one of them; the start moves like the others.</param>
    /// <exception cref="InvalidInputException">The terms have problems, the first date is not after the start, or a date lies outside the years of the calendar.</exception>
    public ImmutableArray<SchedulePeriod> Periods(LocalDate start, BusinessCalendar calendar, BusinessDayConvention convention)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        RequireUsable();
        var periods = ImmutableArray.CreateBuilder<SchedulePeriod>();
        var from = new ScheduleDate(start, calendar.Adjust(start, convention));
        foreach (var date in Unadjusted())
        {
            if (date <= from.Unadjusted)
                throw InvalidInputException.Of("Schedule", $"the first date {date.Iso()} is not after the start {start.Iso()}", "periods must begin before the first date");
            var to = new ScheduleDate(date, calendar.Adjust(date, convention));
            periods.Add(new(from.Unadjusted, to.Unadjusted, from.Adjusted, to.Adjusted));
            from = to;
        }
        return periods.DrainToImmutable();
    }

    /// <summary>The step between dates where there is one.</summary>
    internal virtual NodaTime.Period? RegularStep => null;

    /// <summary>Whether dates at month ends stay there.</summary>
    internal virtual bool KeepsMonthEnds => true;

    private protected abstract IEnumerable<LocalDate> Unadjusted();

    private protected static IEnumerable<Problem> OrderProblems(LocalDate first, LocalDate last, string subject, string where)
    {
        if (last < first)
            yield return new Problem(subject, $"the last date {last.Iso()} is before the first {first.Iso()}", "the last date must fall on or after the first", where);
    }

    void RequireUsable()
    {
        var problems = Problems("Schedule", "").ToList();
        if (problems.Count > 0) throw new InvalidInputException(problems);
    }
}
