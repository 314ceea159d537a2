using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Operations;

/// <summary>
/// A lease that ends unless a milestone is reached by a deadline, which payments extend. 8-K 1996-07-11, Item 2(a): commercial production by 16 December 1997, two extensions of a year
/// for an advance royalty of USD 300,000 each, adjusted for inflation; ended on 16 December 1999.
/// </summary>
public sealed record Lease
{
    /// <summary>The lease's name, which begins the names of its lines: "Upland lease".</summary>
    public required string Name { get; init; }

    /// <summary>The milestone that must be reached: "Commercial Production".</summary>
    public required string Milestone { get; init; }

    /// <summary>The last day on which the milestone may be reached without an extension: 1997-12-16.</summary>
    public required LocalDate Deadline { get; init; }

    /// <summary>The extensions, in order; each begins where the one before ends. The default is none.</summary>
    public ImmutableArray<LeaseExtension> Extensions { get; init; } = [];

    /// <summary>How payments for extensions follow a price index. The default is not at all.</summary>
    public PriceIndexation? Indexation { get; init; }

    /// <summary>The day on which the lease ends at the latest unless the milestone is reached: 1999-12-16. No extension may reach beyond it. The default is where the last extension ends.</summary>
    public LocalDate? Termination { get; init; }

    /// <summary>Where each figure comes from, by the name of its field.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get; init; } = Sorted.Empty<string>();
}

/// <summary>A deadline moved, for a payment that falls due on the deadline moved, if the milestone is not reached then.</summary>
/// <param name="Length">By how much: one year.</param>
/// <param name="Payment">The advance royalty, before indexation: USD 300,000. Not negative.</param>
public sealed record LeaseExtension(NodaTime.Period Length, Quantity Payment)
{
    /// <summary>Whether the lessee takes the extension where the milestone is not reached. The default is true.</summary>
    public bool Exercised { get; init; } = true;
}

/// <summary>An amount adjusted for inflation: amount x index of the month of payment / index of the base month, not rounded.</summary>
public sealed record PriceIndexation
{
    /// <summary>The index among the prices of the market data, a plain number by month: "US CPI-U".</summary>
    public required string Series { get; init; }

    /// <summary>The month at whose index the amount is stated: "1994-12". Longer spans count with their average.</summary>
    public required string Base { get; init; }

    /// <summary>
    /// How many months before the month of payment the index is taken: 0 for that month itself, 2 for the last one published, 12 for the same month of the year before. The default is 0. Not negative.
    /// </summary>
    public int LagMonths { get; init; }
}
