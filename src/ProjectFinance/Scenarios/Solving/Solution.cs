using System.Collections.Immutable;
using ProjectFinance.Scenarios;

namespace ProjectFinance;

/// <summary>The answer to a break-even question, with what certifies it.</summary>
public sealed record Solution
{
    /// <summary>The conditions that are to hold together.</summary>
    public required ImmutableArray<Target> Targets { get; init; }

    /// <summary>What was varied, and over which numbers.</summary>
    public required Variation Varied { get; init; }

    /// <summary>What came of it.</summary>
    public required SolveOutcome Outcome { get; init; }

    /// <summary>The answer: of all crossings the one preferred; null where there is none.</summary>
    public required Crossing? Answer { get; init; }

    /// <summary>Every crossing found, lowest first.</summary>
    public required ImmutableArray<Crossing> Crossings { get; init; }

    /// <summary>The conditions with every input at its usual value.</summary>
    public required ImmutableArray<TargetValue> Usually { get; init; }

    /// <summary>The conditions at the answer, from a run of the whole model; empty where there is none.</summary>
    public required ImmutableArray<TargetValue> AtAnswer { get; init; }

    /// <summary>The conditions at the neighbour of the answer, from a run of the whole model; empty where there is none.</summary>
    public required ImmutableArray<TargetValue> AtNeighbour { get; init; }

    /// <summary>Whether all the model's own checks are zero at the answer; true where there is none.</summary>
    public required bool ChecksPassed { get; init; }

    /// <summary>Whether the conditions hold at the lowest number looked at.</summary>
    public required bool HoldsAtFrom { get; init; }

    /// <summary>Whether the conditions hold at the highest number looked at.</summary>
    public required bool HoldsAtTo { get; init; }

    /// <summary>Of the numbers first looked at, that at which the conditions are nearest to holding, or hold by most.</summary>
    public required double Closest { get; init; }

    /// <summary>The conditions at <see cref="Closest"/>.</summary>
    public required ImmutableArray<TargetValue> AtClosest { get; init; }

    /// <summary>How many numbers the range was looked at first.</summary>
    public required int Scanned { get; init; }

    /// <summary>How many times the outputs were computed in all.</summary>
    public required long Evaluations { get; init; }

    /// <summary>How the brackets were narrowed.</summary>
    public string Method => Varied.Step > 0 ? "ITP on whole steps" : "ITP";

    /// <summary>What decides at the answer: the conditions that no longer hold at its neighbour.</summary>
    public ImmutableArray<TargetValue> Binding => [.. AtNeighbour.Where(value => !value.Holds)];
}
