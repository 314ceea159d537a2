using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Rates;

/// <summary>What the market understands by a reference rate: when it is fixed, how its days are counted, when it is published. The known ones and their sources stand in docs/indices.md.</summary>
public sealed record IndexConventions
{
    /// <summary>The name: "USD LIBOR 3M", "Term SOFR 3M", "SOFR".</summary>
    public required string Name { get; init; }

    /// <summary>For how long the rate is: three months. The default is none: a day, or as long as it holds.</summary>
    public NodaTime.Period? Tenor { get; init; }

    /// <summary>How many business days before an interest period it is fixed. Zero for overnight rates and prime.</summary>
    public required int FixingDays { get; init; }

    /// <summary>The calendars that count these days, and on which an overnight rate is published.</summary>
    public required ImmutableArray<BusinessCalendar> FixingCalendars { get; init; }

    /// <summary>How days are counted.</summary>
    public required DayCount DayCount { get; init; }

    /// <summary>How it makes the rate of an interest period.</summary>
    public IndexSetting Setting { get; init; } = new FixedInAdvance();

    /// <summary>When its fixings become known.</summary>
    public required Publication Publication { get; init; }

    /// <summary>Whether fixings are days of change, each of which holds until the next. The default is false; true for prime.</summary>
    public bool IsHeld { get; init; }

    /// <summary>All that are known by name.</summary>
    public static ImmutableArray<IndexConventions> All { get; } = StandardIndices.All();

    static readonly FrozenDictionary<string, IndexConventions> ByName = All.ToFrozenDictionary(index => index.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The conventions of a name, in capitals or not.</summary>
    /// <param name="name">"USD LIBOR 3M", "Term SOFR 1M", "EURIBOR 6M", "SOFR", "SOFR swap", "daily simple SOFR", "SONIA", "EURSTR", "USD prime".</param>
    /// <exception cref="InvalidInputException">None has the name; the message says which ones come near.</exception>
    public static IndexConventions Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ByName.TryGetValue(name.Trim(), out var known) ? known : throw InvalidInputException.Of($"Index '{name}'", "no reference rate of this name has known conventions", Nearest.Hint(name, All.Select(index => index.Name)));
    }

    /// <summary>The <see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
