using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Equity;

/// <summary>The shares of a company: how many are outstanding, how they split, and which are issued to whom.</summary>
public sealed record ShareCapital
{
    /// <summary>The company's name, which begins the names of its lines: "USMX".</summary>
    public required string Name { get; init; }

    /// <summary>The shares outstanding at closing, before those the deal itself issues on that day: share 14,677,000. Above zero, in shares.</summary>
    public required Quantity OutstandingAtClosing { get; init; }

    /// <summary>The splits after closing, earliest first. The default is none.</summary>
    public ImmutableArray<ShareSplit> Splits { get; init; } = [];

    /// <summary>The shares issued from closing on; several on one day count in the order given. The default is none.</summary>
    public ImmutableArray<ShareIssue> Issues { get; init; } = [];

    /// <summary>Where each figure comes from, by the name of its field.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get; init; } = Sorted.Empty<string>();
}

/// <summary>A split: each old share becomes so many new ones.</summary>
/// <param name="Date">The first day on which shares are counted anew; what is issued or converted on it is counted in new shares.</param>
/// <param name="Ratio">New shares for one old share: 2 for a two-for-one split, 0.1 where ten become one. Above zero.</param>
public sealed record ShareSplit(LocalDate Date, double Ratio);
