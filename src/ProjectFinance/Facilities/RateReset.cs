using System.Collections.Immutable;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>
/// The dates on which a rate is reset, and to what: index x multiplier + spread, or a stated rate. An index that is not fixed in advance makes the rate of each interest period from the
/// date on, until the next reset.
/// </summary>
/// <param name="Dates">The dates; the new rate holds from each on. One on the day of the drawing makes the first rate.</param>
public sealed record RateReset(Schedule Dates) : FixingTerms
{
    /// <summary>The reference rate, as the market data name it: "USD LIBOR 3M". The default is none: the rate becomes the spread alone.</summary>
    public string? Index { get; init; }

    /// <summary>What the index is multiplied with. The default is 1; may be negative.</summary>
    public double Multiplier { get; init; } = 1;

    /// <summary>What is added to the index, as a fraction: 2.25 % is 0.0225. May be negative. The default is nothing.</summary>
    public Percentage Spread { get; init; }

    /// <summary>Indices that take the place of this one, each from a switch date on, in the order of their dates. The default is none.</summary>
    public ImmutableArray<IndexFallback> Fallbacks { get; init; } = [];

    /// <summary>How the index is rounded. The default is not at all.</summary>
    public IndexRounding? Rounding { get; init; }

    /// <summary>What the rate stays within at these resets; null for the limits of the loan.</summary>
    internal ResetLimits? Limits { get; init; }

    private protected override int UsualDays => 0;
}

/// <summary>What a rate stays within when it is reset. Limits of the index come first, then those of the change, then those of the rate.</summary>
/// <remarks>Source: ACTUS specification 1.1, RR for PAM: the change is limited by RRPF and RRPC, the rate by RRLF and RRLC.</remarks>
public sealed record ResetLimits
{
    /// <summary>What the index, as rounded, is never below. The default is none.</summary>
    public Percentage? IndexFloor { get; init; }

    /// <summary>What the index, as rounded, is never above. The default is none.</summary>
    public Percentage? IndexCap { get; init; }

    /// <summary>The least change at one reset, as a fraction: -1 % lets the rate fall by one percent at most. The default is none.</summary>
    public Percentage? LeastChange { get; init; }

    /// <summary>The greatest change at one reset, as a fraction: 2 % lets the rate rise by two percent at most. The default is none.</summary>
    public Percentage? GreatestChange { get; init; }

    /// <summary>What the rate is never below. The default is none.</summary>
    public Percentage? Floor { get; init; }

    /// <summary>What the rate is never above. The default is none.</summary>
    public Percentage? Cap { get; init; }
}
