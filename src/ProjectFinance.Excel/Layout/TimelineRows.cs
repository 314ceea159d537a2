using ProjectFinance.Time;

namespace ProjectFinance.Excel.Layout;

/// <summary>The rows of the timeline: dates, days, and year fractions by the usual conventions.</summary>
static class TimelineRows
{
    internal const string Sheet = "Timeline";

    internal const string Number = "Number of the period", Before = "Days from the start to the day before the period", Last = "Days from the start to the last day", Days = "Days";

    /// <summary>Adds the rows, in the order in which they stand: number, first day, last day, days; then what formulas ask for.</summary>
    internal static List<BookRow> Add(Model model, List<BookRow> rows)
    {
        var made = new List<BookRow>();
        BookRow Row(string name, Func<Period, double> value, Unit? unit = null)
        {
            var row = new BookRow { Id = rows.Count, Kind = RowKind.Timeline, Name = name, Unit = unit ?? Unit.None, Sheet = Sheet, Values = [.. model.Periods.Select(value)] };
            rows.Add(row);
            made.Add(row);
            return row;
        }
        Row(Number, t => t.Index);
        Row(Before, t => NodaTime.Period.DaysBetween(model.Timeline.Start, t.Start), Units.Day);
        Row(Last, t => NodaTime.Period.DaysBetween(model.Timeline.Start, t.End), Units.Day);
        Row(Days, t => t.Days);
        foreach (var (name, dayCount) in Fractions) Row($"Year fraction, {name}", t => t.YearFraction(dayCount));
        return made;
    }

    static IEnumerable<(string Name, DayCount DayCount)> Fractions => [("ACT/360", DayCounts.Actual360), ("ACT/365F", DayCounts.Actual365Fixed)];
}
