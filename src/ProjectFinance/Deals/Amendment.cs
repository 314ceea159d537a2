using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Deals;

namespace ProjectFinance;

/// <summary>
/// What the parties agreed, or what became known, after closing: an overlay on a deal. It takes hold on its effective date by adding to the terms; what was agreed for the days before stays.
/// "First Amendment to Credit Agreement, dated as of November 15, 1996", 8-K 1996-11-12, Item 7.
/// </summary>
public sealed record Amendment
{
    /// <summary>What it is called, unique among the amendments of a deal: "First Amendment".</summary>
    public required string Name { get; init; }

    /// <summary>A sentence or two for readers. The default is empty.</summary>
    public string About { get; init; } = "";

    /// <summary>The day from which it holds: 1996-11-15. On or after the closing.</summary>
    public required LocalDate Effective { get; init; }

    /// <summary>The day at whose end it was known: 1996-11-20. May lie after the effective date, where the past became known, or before it. The default is the effective date.</summary>
    public LocalDate? Known { get; init; }

    /// <summary>Where it is told: "8-K 1996-11-12, Item 5". The default is empty.</summary>
    public string Source { get; init; } = "";

    /// <summary>What it adds to the deal: milestones, loans, accounts, obligations. The default is nothing.</summary>
    public Additions Adds { get; init; } = new();

    /// <summary>What it changes; its own additions may be changed too. The default is nothing.</summary>
    public ImmutableArray<Change> Changes { get; init; } = [];
}
