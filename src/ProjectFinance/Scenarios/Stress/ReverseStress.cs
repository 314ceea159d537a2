using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Scenarios;

namespace ProjectFinance;

/// <summary>
/// Asks for the smallest joint move of some inputs, in standard deviations, at which a condition comes to hold: at which a covenant is breached, or an output reaches a value.
/// The moves are taken as jointly normal; the size of a move is its distance from the usual values in the space where they are independent with deviation 1.
/// </summary>
public sealed record ReverseStress
{
    /// <summary>What moves. At least one; none of them share inputs.</summary>
    public required ImmutableArray<StressFactor> Factors { get; init; }

    /// <summary>What is to come to hold: "lowest Ratios / DSCR &lt;= 1.05", "highest Breaches / Minimum DSCR &gt;= 1".</summary>
    public required Target Until { get; init; }

    /// <summary>Which factors move together, by their inputs' names; the default is that none do.</summary>
    public ImmutableArray<FactorCorrelation> Correlations { get; init; } = [];

    /// <summary>How many standard deviations are looked at. Above 0, at most 40; the default is 6.</summary>
    public double Within { get; init; } = 6;

    /// <summary>Inputs that observe the market up to this day keep their values: they are known. The default is that none is known.</summary>
    public LocalDate? KnownTo { get; init; }

    /// <summary>Looks for the move.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="InvalidInputException">Inputs or the output do not exist, deviations or correlations cannot be used; every problem at once.</exception>
    public StressResult Solve(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new StressSearch(StressSpace.Of(model, this)).Solve();
    }
}
