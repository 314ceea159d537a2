using System.Collections.Immutable;

namespace ProjectFinance.Scenarios;

/// <summary>The answers to a break-even question in many scenarios.</summary>
public sealed class ScenarioSolutions
{
    internal ScenarioSolutions(Variation varied, long first, ImmutableArray<double> values, ImmutableArray<SolveOutcome> outcomes, int several, long evaluations) =>
        (Varied, First, Values, Outcomes, Several, Evaluations) = (varied, first, values, outcomes, several, evaluations);

    /// <summary>What was varied, and over which numbers.</summary>
    public Variation Varied { get; }

    /// <summary>The number of the first scenario.</summary>
    public long First { get; }

    /// <summary>The answers, [scenario]: each the number on the side that holds; positive infinity where there is none, for "=" also where the output jumps over the value.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>What came of looking, [scenario].</summary>
    public ImmutableArray<SolveOutcome> Outcomes { get; }

    /// <summary>In how many scenarios more than one answer was found; the preferred one is given.</summary>
    public int Several { get; }

    /// <summary>How many times the outputs were computed in all.</summary>
    public long Evaluations { get; }

    /// <summary>In what share of the scenarios it came to something, from 0 to 1.</summary>
    public double Share(SolveOutcome outcome) => Outcomes.Count(o => o == outcome) / (double)Outcomes.Length;

    /// <summary>The answer that a share of the scenarios with an answer do not exceed: the value at place ceil(share x number), counted from the lowest; null where no scenario has one.</summary>
    /// <param name="share">From 0 to 1: 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside 0 to 1.</exception>
    public double? Quantile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        double[] sorted = [.. Values.Where(double.IsFinite).Order()];
        return sorted.Length == 0 ? null : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
