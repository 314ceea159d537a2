using System.Collections.Immutable;

namespace ProjectFinance;

/// <summary>Tables by name, in an order that is the same on every machine.</summary>
static class Sorted
{
    /// <summary>An empty table whose names are ordered by their characters and not by a culture.</summary>
    internal static ImmutableSortedDictionary<string, T> Empty<T>() => ImmutableSortedDictionary<string, T>.Empty.WithComparers(StringComparer.Ordinal);
}
