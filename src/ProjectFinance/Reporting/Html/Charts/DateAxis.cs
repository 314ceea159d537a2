using NodaTime;

namespace ProjectFinance.Reporting;

/// <summary>A time axis: a place for every day, a line at the turn of the year, its number in the middle.</summary>
sealed class DateAxis(ChartFrame frame, LocalDate from, LocalDate to)
{
    const int MostLabels = 16;

    readonly int days = Math.Max(1, NodaTime.Period.DaysBetween(from, to));

    /// <summary>The place of a day.</summary>
    internal double X(LocalDate date) => ChartFrame.Left + (ChartFrame.Right - ChartFrame.Left) * NodaTime.Period.DaysBetween(from, date) / days;

    /// <summary>Draws the axis.</summary>
    internal void Draw()
    {
        frame.Line(ChartFrame.Left, frame.Bottom, ChartFrame.Right, frame.Bottom, "axis");
        int each = 1 + (to.Year - from.Year) / MostLabels;
        for (int year = from.Year; year <= to.Year; year++)
        {
            LocalDate begins = LocalDate.Max(from, new(year, 1, 1)), ends = LocalDate.Min(to, new(year, 12, 31));
            if (begins > from) frame.Line(X(begins), frame.Bottom, X(begins), frame.Bottom + 6, "axis");
            if ((year - from.Year) % each == 0 && X(ends) - X(begins) > 20 - each) frame.Text(Label(year), (X(begins) + X(ends)) / 2, frame.Bottom + 20);
        }
    }

    /// <summary>Draws dates that matter as lines with a name above, on two rows where they lie close together.</summary>
    internal void Mark(IEnumerable<(LocalDate On, string Name)> dates)
    {
        double free = double.NegativeInfinity;
        bool lower = false;
        foreach (var (on, name) in dates.Where(date => date.On >= from && date.On <= to).OrderBy(date => date.On))
        {
            double x = X(on), half = name.Length * 3.2;
            lower = !lower && x - half < free;
            frame.Line(x, lower ? 26 : 13, x, frame.Bottom, "mark");
            frame.Text(name, Math.Clamp(x, ChartFrame.Left + half, ChartFrame.Right - half), lower ? 24 : 11, kind: "marked");
            free = x + half;
        }
    }

    static string Label(int year) => year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture);
}
