using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>A loan's interest periods on a timeline, and what part of a year each column is.</summary>
sealed class InterestCalendar
{
    readonly LocalDate from;
    readonly LocalDate maturity;
    readonly DayCount dayCount;
    readonly ImmutableArray<AccrualContext> contexts;

    /// <summary>Works the periods out.</summary>
    /// <param name="from">The day on which the first period begins.</param>
    /// <param name="ends">The ends of the periods, each with the schedule it comes from.</param>
    /// <param name="counting">Which dates count.</param>
    /// <param name="maturity">Final maturity, as counted.</param>
    /// <param name="dayCount">How days are counted.</param>
    internal InterestCalendar(LocalDate from, ImmutableArray<(ScheduleDate Date, Schedule Terms)> ends, DatesAsCounted counting, LocalDate maturity, DayCount dayCount)
    {
        (this.from, this.maturity, this.dayCount) = (from, maturity, dayCount);
        Ends = [.. ends.Select(period => counting.Counted(period.Date))];
        contexts = InterestPeriods.Contexts(from, ends, counting.Counted, maturity, counting.Calendar);
    }

    /// <summary>The ends of the interest periods, to which interest is counted.</summary>
    internal ImmutableArray<LocalDate> Ends { get; }

    /// <summary>The start of the interest period a column lies in, or null for a column without days. After the last interest date every column is a period of its own.</summary>
    internal LocalDate? PeriodStart(Period t)
    {
        if (t.Days == 0) return null;
        if (IsAfterLast(t)) return t.Start;
        int k = IndexOf(t);
        return k == 0 ? from : Ends[k - 1];
    }

    /// <summary>The interest period a column with days lies in.</summary>
    internal RatePeriod PeriodOf(Period t) => PeriodFrom(t.Start) ?? new(t.Start, t.End);

    /// <summary>The interest period that begins on a day or has begun before and not ended; null on the last interest date and after it.</summary>
    internal RatePeriod? PeriodFrom(LocalDate day)
    {
        int k = Ends.TakeWhile(end => end <= day).Count();
        return k == Ends.Length ? null : new(k == 0 ? from : Ends[k - 1], Ends[k]);
    }

    /// <summary>Whether a column lies after the last interest date.</summary>
    internal bool IsAfterLast(Period t) => t.End > Ends[^1];

    /// <summary>Whether an interest period ends with a column.</summary>
    internal bool Falls(Period t) => t.Days > 0 && (IsAfterLast(t) || Ends.Contains(t.End));

    /// <summary>
    /// The column's part of its interest period's year fraction. Counted from the period's start, so that the parts sum to the whole under every day count.
    /// </summary>
    internal double YearFraction(Period t) =>
        PeriodStart(t) is { } start ? dayCount.YearFraction(start, t.End, Context(t)) - dayCount.YearFraction(start, t.Start, Context(t)) : 0;

    /// <summary>The year fraction from one date to another, taken as one period of the months nearest to its days.</summary>
    internal double YearFraction(LocalDate from, LocalDate to) =>
        dayCount.YearFraction(from, to, contexts[0] with { PeriodStart = from, PeriodEnd = to, Frequency = null, Kind = null, Maturity = maturity });

    // After the last interest date every column is a period of its own, whose frequency is told from its days.
    AccrualContext Context(Period t) => IsAfterLast(t) ? contexts[^1] with { PeriodStart = t.Start, PeriodEnd = t.End, Frequency = null, Kind = null } : contexts[IndexOf(t)];

    int IndexOf(Period t) => Ends.TakeWhile(end => end < t.End).Count();
}
