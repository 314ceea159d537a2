using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Scenarios;

namespace ProjectFinance;

/// <summary>
/// How the inputs of a deal vary at random: which of them, by what law, and how they move together. Data only;
/// <see cref="DrawnScenarios"/> draws from it. docs/scenarios.md has the formulas.
/// </summary>
public sealed record ScenarioTerms
{
    /// <summary>What the scenarios are called: "Gold, LIBOR, cost and delay, July 1996".</summary>
    public required string Name { get; init; }

    /// <summary>A sentence or two for readers. The default is empty.</summary>
    public string About { get; init; } = "";

    /// <summary>
    /// The day at whose end the scenarios begin: what is observed up to it is known and is the same in all of them. The default, null, is the first day of the timeline, a deal's closing.
    /// </summary>
    public LocalDate? From { get; init; }

    /// <summary>What the random numbers are drawn with: the same seed gives the same scenarios. Zero or more; the default is 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How the random numbers are drawn. The default is <see cref="Sampling.PseudoRandom"/>.</summary>
    public Sampling Sampling { get; init; } = Sampling.PseudoRandom;

    /// <summary>What varies. At least one.</summary>
    public required ImmutableArray<ScenarioFactor> Factors { get; init; }

    /// <summary>Which factors move together. Pairs that are not named are independent; the default is that all are.</summary>
    public ImmutableArray<FactorCorrelation> Correlations { get; init; } = [];
}
