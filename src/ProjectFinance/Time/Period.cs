using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance;

/// <summary>One column of a <see cref="Timeline"/>: the days after <see cref="Start"/> up to and including <see cref="End"/>.</summary>
/// <remarks>Adjoining columns share a date: the Start of one is the End of the one before. A closing column has Start equal to End and no days.</remarks>
public sealed class Period
{
    internal Period(int index, LocalDate start, LocalDate end)
    {
        Index = index;
        Start = start;
        End = end;
        Days = NodaTime.Period.DaysBetween(start, end);
    }

    /// <summary>The place of the column on its timeline, counted from 0.</summary>
    public int Index { get; }

    /// <summary>The date on which the column begins, itself not one of its days: 1996-07-11. Equal to the End of the column before.</summary>
    public LocalDate Start { get; }

    /// <summary>The last day of the column, on which its flows are taken: 1996-09-30. On or after <see cref="Start"/>.</summary>
    public LocalDate End { get; }

    /// <summary>Calendar days from <see cref="Start"/> to <see cref="End"/>: 81 from 1996-07-11 to 1996-09-30; 0 in a closing column.</summary>
    public int Days { get; }

    /// <summary>Whether this is the first column of its timeline.</summary>
    public bool IsFirst => Index == 0;

    /// <summary>The length of the column in years by a day count: 0.225 for 1996-07-11 to 1996-09-30 by ACT/360. Never negative.</summary>
    /// <param name="dayCount">The rule that counts the days and the year.</param>
    public double YearFraction(DayCount dayCount)
    {
        ArgumentNullException.ThrowIfNull(dayCount);
        return dayCount.YearFraction(Start, End);
    }

    /// <summary>
    /// How many days of the column fall after <paramref name="from"/> and on or before <paramref name="to"/>, in days from 0 to <see cref="Days"/>:
    /// in the column 1996-07-11/1996-09-30 the span from 1996-08-31 to 1996-12-31 has 30 days.
    /// </summary>
    /// <param name="from">The date after which days count.</param>
    /// <param name="to">The last day that counts. On or before <paramref name="from"/> no day counts.</param>
    public int DaysWithin(LocalDate from, LocalDate to)
    {
        var first = LocalDate.Max(Start, from);
        var last = LocalDate.Min(End, to);
        return last <= first ? 0 : NodaTime.Period.DaysBetween(first, last);
    }

    /// <summary>The column as "1996-07-11/1996-09-30".</summary>
    public override string ToString() => $"{Start.Iso()}/{End.Iso()}";
}
