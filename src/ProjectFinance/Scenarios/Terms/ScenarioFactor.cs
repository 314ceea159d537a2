using System.Collections.Immutable;

namespace ProjectFinance.Scenarios;

/// <summary>Something that varies at random, and the inputs that it moves.</summary>
public sealed record ScenarioFactor
{
    /// <summary>Its name, unique among the factors: "gold". Its random numbers depend on this name and on the seed, so that another factor more or less leaves them as they are.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The inputs it moves, each as <see cref="InputGroup"/> names them: a price or an index of the market ("gold"), an input line ("Project / Production"),
    /// a single number ("Project loan / Commitment"), the date of a milestone ("Milestones / Completion date"). At least one; each is moved by one factor only.
    /// </summary>
    public required ImmutableArray<string> Targets { get; init; }

    /// <summary>The law by which they vary.</summary>
    public required Process Process { get; init; }

    /// <summary>Where the figures come from and what is assumed. The default is empty.</summary>
    public string Source { get; init; } = "";
}

/// <summary>How closely two factors move together.</summary>
/// <param name="Of">The one factor's name.</param>
/// <param name="With">The other's.</param>
/// <param name="Value">
/// The correlation of the normal variates that drive them, from -1 to 1; all correlations together must be positive definite. Between two paths it holds in every step. Of a
/// factor drawn once in each column it is that with the path's whole movement in the column; of one drawn once in a scenario, that with its whole movement.
/// </param>
public sealed record FactorCorrelation(string Of, string With, double Value);

/// <summary>How random numbers are drawn.</summary>
public enum Sampling
{
    /// <summary>As good as independent: the Philox generator. Errors fall with the square root of the number of scenarios.</summary>
    PseudoRandom,

    /// <summary>Evenly spread: Sobol points, shifted at random by the seed. Errors of means fall faster; estimate them from several seeds.</summary>
    Sobol,
}
