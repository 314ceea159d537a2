using NodaTime;

namespace ProjectFinance.Time;

/// <summary>How the days between two dates are counted and how many of them make a year, for accruing interest and fees.</summary>
/// <remarks>
/// The ones in use are in <see cref="DayCounts"/>. A user may add another by deriving from this class.
/// A rule that needs more than the two dates (a coupon period, a frequency, a maturity, a calendar) reads it from an <see cref="AccrualContext"/>.
/// </remarks>
public abstract class DayCount
{
    /// <summary>A day count of this name.</summary>
    /// <param name="name">The usual name: "ACT/360".</param>
    protected DayCount(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>The usual name: "ACT/360".</summary>
    public string Name { get; }

    /// <summary>The time between two dates in years: 0.225 from 1996-07-11 to 1996-09-30 by ACT/360. Never negative; zero from a date to itself.</summary>
    /// <param name="start">The first date of the accrual, on which nothing has accrued yet.</param>
    /// <param name="end">The date to which is accrued, on or after <paramref name="start"/>.</param>
    /// <exception cref="InvalidInputException">The end is before the start, or the rule needs more than the two dates.</exception>
    public double YearFraction(LocalDate start, LocalDate end) => YearFraction(start, end, null);

    /// <summary>The time between two dates in years, for a rule that may look at the coupon period they lie in.</summary>
    /// <param name="start">The first date of the accrual, on which nothing has accrued yet.</param>
    /// <param name="end">The date to which is accrued, on or after <paramref name="start"/>.</param>
    /// <param name="context">What is known of the period the dates lie in; null where nothing is.</param>
    /// <exception cref="InvalidInputException">The end is before the start, or the context lacks what the rule needs.</exception>
    public double YearFraction(LocalDate start, LocalDate end, AccrualContext? context)
    {
        RequireOrder(start, end);
        return start == end ? 0 : CountYears(start, end, context);
    }

    /// <summary>The days between two dates as this rule counts them: 81 from 1996-07-11 to 1996-09-30 by ACT/360, 79 by 30E/360. Never negative for dates in order.</summary>
    /// <param name="start">The first date of the accrual, on which nothing has accrued yet.</param>
    /// <param name="end">The date to which is accrued, on or after <paramref name="start"/>.</param>
    /// <exception cref="InvalidInputException">The end is before the start, or the rule needs more than the two dates.</exception>
    public int Days(LocalDate start, LocalDate end) => Days(start, end, null);

    /// <summary>The days between two dates as this rule counts them, where it may look at the coupon period they lie in.</summary>
    /// <param name="start">The first date of the accrual, on which nothing has accrued yet.</param>
    /// <param name="end">The date to which is accrued, on or after <paramref name="start"/>.</param>
    /// <param name="context">What is known of the period the dates lie in; null where nothing is.</param>
    /// <exception cref="InvalidInputException">The end is before the start, or the context lacks what the rule needs.</exception>
    public int Days(LocalDate start, LocalDate end, AccrualContext? context)
    {
        RequireOrder(start, end);
        return start == end ? 0 : CountDays(start, end, context);
    }

    /// <summary>The <see cref="Name"/>.</summary>
    public override string ToString() => Name;

    /// <summary>The rule for <see cref="YearFraction(LocalDate, LocalDate, AccrualContext?)"/>, for an end after the start.</summary>
    protected abstract double CountYears(LocalDate start, LocalDate end, AccrualContext? context);

    /// <summary>The rule for <see cref="Days(LocalDate, LocalDate, AccrualContext?)"/>, for an end after the start.</summary>
    protected abstract int CountDays(LocalDate start, LocalDate end, AccrualContext? context);

    void RequireOrder(LocalDate start, LocalDate end)
    {
        if (end < start)
            throw InvalidInputException.Of($"Day count {Name}", $"the end {end.Iso()} is before the start {start.Iso()}", "the end must fall on or after the start");
    }
}
