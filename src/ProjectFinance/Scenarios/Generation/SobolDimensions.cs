using System.Collections.Immutable;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>
/// Which coordinate of a Sobol point each draw takes. Early coordinates are spread best, so they go to what matters most: first what is drawn once; then the whole movement of each path, its halves,
/// their halves; then columns in the order of time.
/// </summary>
sealed class SobolDimensions
{
    readonly Dictionary<int, List<int>> byFactor = [];

    internal SobolDimensions(FactorOrder order, DrawGrid grid, ImmutableArray<FactorLaw> laws, ImmutableSortedDictionary<int, PathSteps> steps)
    {
        Take(order.Once, _ => 1);
        Take(order.Paths, factor => steps[factor].Count + (steps[factor].Rest(((PathLaw)laws[factor]).Speed) > 0 ? 1 : 0));
        Take(order.InColumns, _ => grid.Columns.Length);
        foreach (int factor in order.Histories) Take([factor], _ => grid.Dates.IsEmpty ? 0 : Blocks(((HistoryLaw)laws[factor]).History, grid));
    }

    /// <summary>How many coordinates there are.</summary>
    internal int Count { get; private set; }

    /// <summary>[draw]: the coordinates of a factor's draws, from 0.</summary>
    internal ImmutableArray<int> Of(int factor) => byFactor.TryGetValue(factor, out var dimensions) ? [.. dimensions] : [];

    static int Blocks(History history, DrawGrid grid) => history.Taken(NodaTime.Period.DaysBetween(grid.From, grid.Dates[^1])) / history.BlockLength + 1;

    void Take(ImmutableArray<int> factors, Func<int, int> draws)
    {
        for (int draw = 0; factors.Any(factor => draw < draws(factor)); draw++)
            foreach (int factor in factors.Where(factor => draw < draws(factor)))
            {
                if (!byFactor.TryGetValue(factor, out var dimensions)) byFactor.Add(factor, dimensions = []);
                dimensions.Add(Count++);
            }
    }
}
