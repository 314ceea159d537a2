using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Deals.Json;

namespace ProjectFinance.Deals;

/// <summary>The regular step of a timeline's columns.</summary>
public enum TimelineStep
{
    /// <summary>Calendar months.</summary>
    Month,

    /// <summary>Calendar quarters.</summary>
    Quarter,
}

/// <summary>An event the contract turns on.</summary>
public sealed record MilestoneTerms
{
    /// <summary>The event: "Completion".</summary>
    public required string Name { get; init; }

    /// <summary>When the plan expects it; null for never. Scenarios may move it. The default is never.</summary>
    public LocalDate? Expected { get; init; }

    /// <summary>
    /// What makes it reached, at the end of the first column in which all of it holds; scenarios then differ by what happens in them. Instead of an expected date. The
    /// default is none: it is reached on the expected date.
    /// </summary>
    public Test? Test { get; init; }

    /// <summary>The day by which the contract requires it; passing it is a default. The default is none.</summary>
    public LocalDate? Longstop { get; init; }

    /// <summary>Where each figure comes from, by the name of its field.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get; init; } = Sorted.Empty<string>();
}

/// <summary>A line that a term sheet writes itself.</summary>
public sealed record LineTerms
{
    /// <summary>Section and title, unique in the deal: "Sponsor / Overhead".</summary>
    public required string Name { get; init; }

    /// <summary>What it is counted in.</summary>
    public required Unit Unit { get; init; }

    /// <summary>How quarters and years are made of periods. The default is a flow.</summary>
    public LineKind Kind { get; init; } = LineKind.Flow;

    /// <summary>Its amount in each period.</summary>
    public required Amount Amount { get; init; }

    /// <summary>Where it comes from. The default is empty.</summary>
    public string Source { get; init; } = "";
}

/// <summary>The rates and prices a plan assumes for all time, used where no market data are given.</summary>
public sealed record PlanningAssumptions
{
    readonly Aside<ImmutableSortedDictionary<string, FilePlace>> places;

    /// <summary>Indices by name, as yearly fractions: "USD LIBOR 3M" 5.6875 %. The default is none.</summary>
    public ImmutableSortedDictionary<string, Percentage> Indices { get; init; } = Sorted.Empty<Percentage>();

    /// <summary>Prices by name: "gold" USD/oz 385. The default is none.</summary>
    public ImmutableSortedDictionary<string, Quantity> Prices { get; init; } = Sorted.Empty<Quantity>();

    /// <summary>Where they come from. The default is empty.</summary>
    public string Source { get; init; } = "";

    /// <summary>Where each was read, by its path, "prices.gold"; empty for those made in a program. It makes no assumptions others.</summary>
    internal ImmutableSortedDictionary<string, FilePlace> Places { get => places.Said ?? Sorted.Empty<FilePlace>(); init => places = new(value); }

    /// <summary>The same, with the place of each below that of all.</summary>
    internal PlanningAssumptions ReadAt(FilePlace all) => this with
    {
        Places = Indices.Keys.Select(name => JsonPath.Field("indices", name)).Concat(Prices.Keys.Select(name => JsonPath.Field("prices", name)))
            .ToImmutableSortedDictionary(path => path, path => all with { Place = $"{all.Place}.{path}" }, StringComparer.Ordinal),
    };
}
