using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Hedges;

/// <summary>The stretches of time over which contracted ounces are compared with production.</summary>
static class HedgeWindows
{
    /// <summary>The window a date lies in; one that begins with the closing holds the closing date too.</summary>
    internal static DateSpan Of(HedgeWindow window, LocalDate date, Timeline timeline) => window switch
    {
        HedgeWindow.Month => Months(date, 1),
        HedgeWindow.Quarter => Months(date, 3),
        HedgeWindow.Year => Months(date, 12),
        HedgeWindow.WholeDeal => new(timeline.Start.PlusDays(-1), timeline.End),
        _ => throw new ArgumentOutOfRangeException(nameof(window), window, "Not a window."),
    };

    static DateSpan Months(LocalDate date, int count)
    {
        var first = new LocalDate(date.Year, (date.Month - 1) / count * count + 1, 1);
        return new(first.PlusDays(-1), first.PlusMonths(count).PlusDays(-1));
    }
}
