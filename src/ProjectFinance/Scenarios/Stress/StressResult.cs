using System.Collections.Immutable;
using ProjectFinance.Scenarios;

namespace ProjectFinance;

/// <summary>The smallest joint move at which a condition comes to hold, with what certifies it.</summary>
public sealed record StressResult
{
    /// <summary>What was asked.</summary>
    public required ReverseStress Terms { get; init; }

    /// <summary>What came of it.</summary>
    public required StressOutcome Outcome { get; init; }

    /// <summary>The size of the move in standard deviations; 0 where the condition holds already, positive infinity where no move was found.</summary>
    public required double Distance { get; init; }

    /// <summary>The probability that a normal number lies beyond <see cref="Distance"/>: to first order that of the condition, exactly so where the output is linear in the moves. 0.5 where it holds already, 0 where no move was found.</summary>
    public required double Probability { get; init; }

    /// <summary>How each factor moves; none moves where no move was found.</summary>
    public required ImmutableArray<StressMove> Moves { get; init; }

    /// <summary>The condition with every input at its usual value.</summary>
    public required TargetValue Usually { get; init; }

    /// <summary>The condition at the move, from a run of the whole model; null where no move was found.</summary>
    public required TargetValue? Outside { get; init; }

    /// <summary>The condition at <see cref="InsideShare"/> of the move, where it does not hold yet; null where no move was found.</summary>
    public required TargetValue? Inside { get; init; }

    /// <summary>The share of the move at which <see cref="Inside"/> is taken: a little less than 1.</summary>
    public required double InsideShare { get; init; }

    /// <summary>Whether all the model's own checks are zero at the move; true where there is none.</summary>
    public required bool ChecksPassed { get; init; }

    /// <summary>How many directions were looked along from the usual values before the best of them were improved.</summary>
    public required int Directions { get; init; }

    /// <summary>How many of these were improved, each on its own.</summary>
    public required int Starts { get; init; }

    /// <summary>How many of the starts came to this distance, to a millionth.</summary>
    public required int Agreeing { get; init; }

    /// <summary>How many times the output was computed in all.</summary>
    public required long Evaluations { get; init; }
}
