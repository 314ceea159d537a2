using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance;

/// <summary>The ordered columns of a model. Every column begins where the one before it ends, so that accrual is exact to the day.</summary>
/// <example>Quarters from 1996-07-11 to 2000-12-31 are 18 columns ending 1996-09-30, 1996-12-31, ... 2000-12-31.</example>
public sealed class Timeline
{
    readonly ImmutableArray<Period> periods;

    Timeline(LocalDate start, IEnumerable<LocalDate> ends, bool withClosingColumn)
    {
        var columns = ImmutableArray.CreateBuilder<Period>();
        if (withClosingColumn) columns.Add(new Period(0, start, start));
        var from = start;
        foreach (var end in ends)
        {
            columns.Add(new Period(columns.Count, from, end));
            from = end;
        }
        periods = columns.ToImmutable();
        Periods = periods;
        Start = start;
        End = from;
    }

    /// <summary>The columns, earliest first. Never empty.</summary>
    public IReadOnlyList<Period> Periods { get; }

    /// <summary>How many columns there are, the closing column included. At least 1.</summary>
    public int Count => periods.Length;

    /// <summary>The column at a place counted from 0.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no column at that place.</exception>
    public Period this[int index] => periods[index];

    /// <summary>The date on which the first column begins: 1996-07-11.</summary>
    public LocalDate Start { get; }

    /// <summary>The date on which the last column ends: 2000-12-31.</summary>
    public LocalDate End { get; }

    /// <summary>The timeline whose columns end on every boundary given, each date once, in order of time.</summary>
    /// <param name="closing">The date on which the first column begins: 1996-07-11.</param>
    /// <param name="boundaries">The dates of all schedules, in any order, repeated or not. At least one after the closing, none before it.</param>
    /// <param name="withClosingColumn">Whether a column without days stands first, for what happens at closing. The default is true.</param>
    /// <exception cref="InvalidInputException">A boundary falls before the closing, or none falls after it.</exception>
    public static Timeline From(LocalDate closing, IEnumerable<LocalDate> boundaries, bool withClosingColumn = true)
    {
        ArgumentNullException.ThrowIfNull(boundaries);
        var ends = new SortedSet<LocalDate>(boundaries);
        var problems = ends.Where(date => date < closing)
            .Select(date => new Problem("Timeline", $"boundary {date.Iso()} falls before the closing {closing.Iso()}", "boundaries must fall on or after the closing"))
            .ToList();
        ends.Remove(closing);
        if (ends.Count == 0)
            problems.Add(new Problem("Timeline", $"no boundary falls after the closing {closing.Iso()}", "at least one date must follow the closing"));
        return problems.Count == 0 ? new Timeline(closing, ends, withClosingColumn) : throw new InvalidInputException(problems);
    }

    /// <summary>Columns that end on calendar quarter ends, the last on <paramref name="end"/>; without a closing column.</summary>
    /// <param name="start">The date on which the first column begins; the first column is short when it is not a quarter end.</param>
    /// <param name="end">The date on which the last column ends, after <paramref name="start"/>; the last column is short when it is not a quarter end.</param>
    /// <exception cref="InvalidInputException">The end is not after the start.</exception>
    public static Timeline Quarterly(LocalDate start, LocalDate end) => Calendar(start, end, 3);

    /// <summary>Columns that end on calendar month ends, the last on <paramref name="end"/>; without a closing column.</summary>
    /// <param name="start">The date on which the first column begins; the first column is short when it is not a month end.</param>
    /// <param name="end">The date on which the last column ends, after <paramref name="start"/>; the last column is short when it is not a month end.</param>
    /// <exception cref="InvalidInputException">The end is not after the start.</exception>
    public static Timeline Monthly(LocalDate start, LocalDate end) => Calendar(start, end, 1);

    /// <summary>Columns of equal steps; without a closing column.</summary>
    /// <remarks>
    /// When the end is a month end and the step is whole months, the columns are counted back from the end, all end on month ends, and a short column comes first.
    /// Otherwise they are counted forward from the start, on month ends where the start is one and the step is whole months, and a short column comes last.
    /// </remarks>
    /// <param name="start">The date on which the first column begins.</param>
    /// <param name="end">The date on which the last column ends, after <paramref name="start"/>.</param>
    /// <param name="step">The length of a column: six months. At least a day; no negative part and no time of day.</param>
    /// <exception cref="InvalidInputException">The end is not after the start, or the step is not positive.</exception>
    public static Timeline Regular(LocalDate start, LocalDate end, NodaTime.Period step)
    {
        ArgumentNullException.ThrowIfNull(step);
        RequireOrder(start, end);
        if (!Rolling.IsPositive(step))
            throw InvalidInputException.Of("Timeline", $"the step {step} does not go forward", "a step must be at least a day, without negative parts or a time of day");

        var ends = end.IsMonthEnd() && Rolling.IsWholeMonths(step)
            ? Rolling.From(end, step, -1).TakeWhile(date => date > start).Reverse()
            : Rolling.From(start, step).Skip(1).TakeWhile(date => date < end).Append(end);
        return new Timeline(start, ends, withClosingColumn: false);
    }

    /// <summary>The column that ends on a date. The closing column ends on the closing date.</summary>
    /// <exception cref="InvalidInputException">No column ends on the date; the message names the nearest dates on which one does.</exception>
    public Period EndingOn(LocalDate date)
    {
        int index = FirstEndingOnOrAfter(date);
        if (index < Count && periods[index].End == date) return periods[index];
        var near = new[] { index - 1, index }.Where(i => i >= 0 && i < Count).Select(i => periods[i].End.Iso());
        throw InvalidInputException.Of("Timeline", $"no column ends on {date.Iso()}", $"the nearest columns end on {string.Join(" and ", near)}");
    }

    /// <summary>Whether a column begins or ends on the date. True for <see cref="Start"/>, although a column ends there only if there is a closing column.</summary>
    public bool HasBoundary(LocalDate date)
    {
        int index = FirstEndingOnOrAfter(date);
        return date == Start || (index < Count && periods[index].End == date);
    }

    /// <summary>The column a date falls in: after its Start, on or before its End. The closing column holds the closing date.</summary>
    /// <exception cref="InvalidInputException">The date lies outside the timeline, or is its start and there is no closing column.</exception>
    public Period Containing(LocalDate date)
    {
        int index = FirstEndingOnOrAfter(date);
        if (index < Count && (date > periods[index].Start || date == periods[index].End)) return periods[index];
        throw InvalidInputException.Of("Timeline", $"{date.Iso()} falls in no column", $"columns cover the days after {Start.Iso()} up to {End.Iso()}");
    }

    static Timeline Calendar(LocalDate start, LocalDate end, int months)
    {
        RequireOrder(start, end);
        var step = NodaTime.Period.FromMonths(months);
        var first = new LocalDate(start.Year, (start.Month - 1) / months * months + months, 1).With(DateAdjusters.EndOfMonth);
        var ends = Rolling.From(first, step).SkipWhile(date => date <= start).TakeWhile(date => date < end).Append(end);
        return new Timeline(start, ends, withClosingColumn: false);
    }

    static void RequireOrder(LocalDate start, LocalDate end)
    {
        if (end <= start)
            throw InvalidInputException.Of("Timeline", $"the end {end.Iso()} is not after the start {start.Iso()}", "the end must be a later date than the start");
    }

    int FirstEndingOnOrAfter(LocalDate date)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (periods[middle].End < date) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
