using System.Collections.Immutable;

namespace ProjectFinance;

/// <summary>Every rate above -100 % at which flows are worth nothing together.</summary>
public sealed record InternalRates
{
    /// <summary>
    /// The rates as fractions, from the lowest to the highest: 0.1, 0.25. Empty where there is none. A rate at which the value touches zero without crossing it is listed once,
    /// as are rates that lie so close that the value between them cannot be told from zero.
    /// </summary>
    public required ImmutableArray<double> Rates { get; init; }

    /// <summary>How often the flows, in the order of time, change sign: no more rates can exist, and as many less an even number do, counted as often as they are repeated (Descartes).</summary>
    public required int SignChanges { get; init; }

    /// <summary>How many rates exist that no number shows, above 1.8E308 or closer to -100 % than 1E-16. They are not in <see cref="Rates"/>. The default is 0.</summary>
    public int BeyondNumbers { get; init; }
}
