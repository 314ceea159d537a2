using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProjectFinance.Scenarios;

/// <summary>In how many scenarios something first happened in each period.</summary>
sealed class EventTally(int periods)
{
    const int Lanes = 8;

    // The last bits of the sum with a small whole number are that number.
    const double Counter = 4503599627370496;

    // [period, or their number for never][lane]: neighbours do not wait for each other's count, though most things happen in the same few periods.
    readonly long[] counts = new long[(periods + 1) * Lanes];

    /// <summary>[period] scenarios in which it first happened there.</summary>
    internal IReadOnlyList<long> First() => [.. Enumerable.Range(0, periods).Select(period => counts.AsSpan(period * Lanes, Lanes).ToArray().Sum())];

    /// <summary>Counts scenarios.</summary>
    /// <param name="row">For each the number of the first period, positive infinity for never.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(ReadOnlySpan<double> row)
    {
        Vector512<double> infinity = Vector512.Create(double.PositiveInfinity), never = Vector512.Create((double)periods);
        Span<ulong> places = stackalloc ulong[Lanes];
        for (; row.Length >= Lanes; row = row[Lanes..])
        {
            var first = Vector512.Create(row);
            // Most things never happen.
            if (Vector512.EqualsAll(first, infinity)) continue;
            (Vector512.MinNative(first, never) + Vector512.Create(Counter)).AsUInt64().CopyTo(places);
            for (int lane = 0; lane < Lanes; lane++) counts[(int)(uint)places[lane] * Lanes + lane]++;
        }
        foreach (double period in row) counts[(int)Math.Min(period, periods) * Lanes]++;
    }

    /// <summary>Adds the counts of other scenarios, [period].</summary>
    internal void Add(IReadOnlyList<long> others)
    {
        for (int period = 0; period < periods; period++) counts[period * Lanes] += others[period];
    }
}
