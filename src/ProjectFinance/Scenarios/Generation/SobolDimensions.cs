using System.Collections.Immutable;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>Which coordinate of a Sobol point each draw takes: first what is drawn once, then steps and columns in the order of time, for early coordinates are spread best.</summary>
sealed class SobolDimensions
{
    readonly Dictionary<int, List<int>> byFactor = [];
    int count;

    internal SobolDimensions(FactorOrder order, DrawGrid grid, ImmutableArray<FactorLaw> laws)
    {
        foreach (int factor in order.Once) Next(factor);
        int column = 0;
        for (int i = 0; i < grid.Dates.Length; i++)
        {
            foreach (int factor in order.Paths) Next(factor);
            if (column >= grid.Columns.Length || grid.Columns[column].LastStep != i) continue;
            column++;
            foreach (int factor in order.InColumns) Next(factor);
        }
        foreach (int factor in order.Histories)
            for (int block = 0; grid.Dates.Length > 0 && block <= Blocks(factor); block++) Next(factor);

        int Blocks(int factor) => ((HistoryLaw)laws[factor]).History is var history ? history.Taken(NodaTime.Period.DaysBetween(grid.From, grid.Dates[^1])) / history.BlockLength : 0;
    }

    /// <summary>[draw]: the coordinates of a factor's draws, from 0.</summary>
    internal ImmutableArray<int> Of(int factor) => byFactor.TryGetValue(factor, out var dimensions) ? [.. dimensions] : [];

    void Next(int factor)
    {
        if (!byFactor.TryGetValue(factor, out var dimensions)) byFactor.Add(factor, dimensions = []);
        dimensions.Add(count++);
    }
}
