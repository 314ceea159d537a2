using NodaTime;

namespace ProjectFinance.Tests.Oracle;

/// <summary>The columns, and everything that is found out by walking from day to day.</summary>
sealed class OracleTimeline
{
    readonly LocalDate[] ends;
    readonly LocalDate[][] days;
    readonly Dictionary<LocalDate, int> columnOf = [];

    public OracleTimeline(LocalDate closing, LocalDate[] columnEnds)
    {
        ends = [closing, .. columnEnds];
        days = [.. ends.Select((end, t) => DaysAfter(t == 0 ? end : ends[t - 1], end).ToArray())];
        for (var t = 1; t < ends.Length; t++)
        {
            if (ends[t] <= ends[t - 1])
            {
                throw new ArgumentException($"column {t} ends on {ends[t]}, not after {ends[t - 1]}");
            }

            foreach (var day in days[t])
            {
                columnOf[day] = t;
            }
        }
    }

    /// <summary>The number of columns, column 0 included.</summary>
    public int Columns => ends.Length;

    public LocalDate Last => ends[^1];

    public LocalDate Start(int t) => t == 0 ? ends[0] : ends[t - 1];

    public LocalDate End(int t) => ends[t];

    /// <summary>The days of a column; none in column 0.</summary>
    public IReadOnlyList<LocalDate> Days(int t) => days[t];

    /// <summary>The column in which a day after closing lies.</summary>
    public int ColumnOf(LocalDate day) => columnOf[day];

    public bool IsColumnEnd(LocalDate day) => Array.IndexOf(ends, day) >= 0;

    /// <summary>The days after <paramref name="from"/> up to and including <paramref name="to"/>.</summary>
    public static IEnumerable<LocalDate> DaysAfter(LocalDate from, LocalDate to)
    {
        for (var day = from.PlusDays(1); day <= to; day = day.PlusDays(1))
        {
            yield return day;
        }
    }

    /// <summary>The days of the next months from a column's end, as far as the timeline goes.</summary>
    public IEnumerable<LocalDate> DaysAhead(int t, int months)
    {
        var windowEnd = PlusMonths(End(t), months);
        return DaysAfter(End(t), windowEnd <= Last ? windowEnd : Last);
    }

    /// <summary>The day some months later (or earlier), kept at a month's end when the day is one.</summary>
    public static LocalDate PlusMonths(LocalDate day, int months)
    {
        var moved = day.PlusMonths(months);
        return IsMonthEnd(day) ? new LocalDate(moved.Year, moved.Month, moved.Calendar.GetDaysInMonth(moved.Year, moved.Month)) : moved;
    }

    /// <summary>An amount by spans, each spread evenly over its days: what each column gets.</summary>
    public decimal[] Spread((LocalDate From, LocalDate To, decimal Amount)[] spans)
    {
        var amounts = new decimal[Columns];
        foreach (var (from, to, amount) in spans)
        {
            if (from < ends[0] || to > Last || from >= to)
            {
                throw new ArgumentException($"the span ({from}, {to}] is empty or leaves the timeline ({ends[0]}, {Last}]");
            }

            var daysOfSpan = DaysAfter(from, to).Count();
            for (var t = 1; t < Columns; t++)
            {
                // Counted by day, multiplied once: adding up daily quotients would only add rounding.
                var inside = Days(t).Count(day => from < day && day <= to);
                amounts[t] += amount * inside / daysOfSpan;
            }
        }

        return amounts;
    }

    static bool IsMonthEnd(LocalDate day) => day.PlusDays(1).Month != day.Month;
}
