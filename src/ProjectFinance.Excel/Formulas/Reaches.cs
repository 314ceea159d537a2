namespace ProjectFinance.Excel.Formulas;

/// <summary>Finds how a formula across a row can name the cells that each column refers to.</summary>
/// <param name="last">The last period; cells after it, and the one before the first, are empty.</param>
sealed class Reaches(int last)
{
    /// <summary>The common way to name the cells, all of one row; null where there is none.</summary>
    internal Reach? Common(IReadOnlyList<(int Period, Cells Cells)> items)
    {
        int row = items[0].Cells.Row;
        if (items.Any(item => item.Cells.Row != row)) return null;
        if (items.All(item => item.Cells.From == item.Cells.To)) return Single(row, items);
        return First(items) is { } from && Last(items) is { } to ? new Reach(row, from, to) : null;
    }

    /// <summary>The common way to name cells none of which may be left out or added; null where there is none.</summary>
    internal static Stretch? Exact(IReadOnlyList<(int Period, Span Span)> items) =>
        items.All(item => item.Span.Row == items[0].Span.Row) && Exact(items, span => span.From) is { } from && Exact(items, span => span.To) is { } to ? new Stretch(new(items[0].Span.Row, from, to)) : null;

    static Anchor? Exact(IReadOnlyList<(int Period, Span Span)> items, Func<Span, int> end)
    {
        var (period, span) = items[0];
        return items.All(item => end(item.Span) - item.Period == end(span) - period) ? new Anchor(false, end(span) - period)
            : items.All(item => end(item.Span) == end(span)) ? new Anchor(true, end(span)) : null;
    }

    /// <summary>Whether the cells named in a period are all empty.</summary>
    internal bool IsEmpty(Reach reach, int period) => reach.To.In(period) == -1 && reach.From.In(period) == -1 || reach.From.In(period) > last && reach.To.In(period) >= reach.From.In(period);

    /// <summary>Whether a period's column can name the cells: none lies among the labels.</summary>
    internal static bool IsPossible(Reach reach, int period) => reach.From.In(period) >= -1 && reach.To.In(period) >= reach.From.In(period);

    static Reach? Single(int row, IReadOnlyList<(int Period, Cells Cells)> items)
    {
        int distance = items[0].Cells.From - items[0].Period, at = items[0].Cells.From;
        var anchor = items.All(item => item.Cells.From - item.Period == distance) ? new Anchor(false, distance)
            : items.All(item => item.Cells.From == at) ? new Anchor(true, at)
            : default(Anchor?);
        return anchor is { } found ? new Reach(row, found, found) : null;
    }

    // A range that begins in the first period may as well begin in the empty column before it.
    static Anchor? First(IReadOnlyList<(int Period, Cells Cells)> items)
    {
        int distance = items.Min(item => item.Cells.From - item.Period), at = items[0].Cells.From;
        if (items.All(item => item.Cells.From - item.Period == distance || item.Cells.From == 0 && item.Period + distance == -1)) return new(false, distance);
        return items.All(item => item.Cells.From == at) ? new(true, at == 0 ? -1 : at) : null;
    }

    Anchor? Last(IReadOnlyList<(int Period, Cells Cells)> items)
    {
        int distance = items.Max(item => item.Cells.To - item.Period), at = items[0].Cells.To;
        if (items.All(item => item.Cells.To - item.Period == distance || item.Cells.To == last && item.Period + distance > last)) return new(false, distance);
        return items.All(item => item.Cells.To == at) ? new(true, at) : null;
    }
}
