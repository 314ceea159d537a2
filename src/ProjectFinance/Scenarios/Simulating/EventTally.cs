using System.Runtime.Intrinsics;

namespace ProjectFinance.Scenarios;

/// <summary>In how many scenarios something first happened in each period.</summary>
sealed class EventTally(int periods)
{
    readonly long[] first = new long[periods];

    /// <summary>[period] scenarios in which it first happened there.</summary>
    internal IReadOnlyList<long> First => first;

    /// <summary>Counts scenarios.</summary>
    /// <param name="row">For each the number of the first period, positive infinity for never.</param>
    internal void Add(ReadOnlySpan<double> row)
    {
        var never = Vector512.Create(double.PositiveInfinity);
        while (row.Length >= Vector512<double>.Count)
        {
            // Most things never happen.
            if (!Vector512.EqualsAll(Vector512.Create(row), never)) Count(row[..Vector512<double>.Count]);
            row = row[Vector512<double>.Count..];
        }
        Count(row);
    }

    /// <summary>Adds the counts of other scenarios, [period].</summary>
    internal void Add(IReadOnlyList<long> counts)
    {
        for (int i = 0; i < first.Length; i++) first[i] += counts[i];
    }

    void Count(ReadOnlySpan<double> row)
    {
        foreach (double period in row)
            if (period < first.Length) first[(int)period]++;
    }
}
