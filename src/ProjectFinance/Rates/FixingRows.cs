using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Rates;

/// <summary>In which rows of a CSV file the fixings of days are written.</summary>
/// <param name="file">The file, as it was named.</param>
/// <param name="days">The days, in order.</param>
/// <param name="rows">The row of each: the line of the text, from 1.</param>
sealed class FixingRows(string file, ImmutableArray<LocalDate> days, ImmutableArray<int> rows)
{
    /// <summary>The place of the fixings from one day to another; null where the file does not have both.</summary>
    internal FilePlace? Of(LocalDate first, LocalDate last)
    {
        int from = days.BinarySearch(first), to = days.BinarySearch(last);
        return from < 0 || to < 0 ? null : new(file, from == to ? FormattableString.Invariant($"row {rows[from]}") : FormattableString.Invariant($"rows {rows[from]} to {rows[to]}"));
    }
}

/// <summary>Fixings, and where they are written.</summary>
/// <param name="Values">The fixings by day.</param>
/// <param name="Rows">Their rows; null where they stand in no CSV file.</param>
sealed record FixingTable<T>(ImmutableSortedDictionary<LocalDate, T> Values, FixingRows? Rows = null);
