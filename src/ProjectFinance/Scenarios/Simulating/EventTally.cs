namespace ProjectFinance.Scenarios;

/// <summary>In how many scenarios something first happened in each period.</summary>
sealed class EventTally(int periods)
{
    readonly long[] first = new long[periods];

    /// <summary>[period] scenarios in which it first happened there.</summary>
    internal IReadOnlyList<long> First => first;

    /// <summary>Counts a block of scenarios.</summary>
    /// <param name="row">For each the number of the first period, positive infinity for never.</param>
    internal void Add(ReadOnlySpan<double> row)
    {
        foreach (double period in row)
            if (period < first.Length) first[(int)period]++;
    }

    /// <summary>Adds the counts of other scenarios, [period].</summary>
    internal void Add(IReadOnlyList<long> counts)
    {
        for (int i = 0; i < first.Length; i++) first[i] += counts[i];
    }
}
