using System.Collections.Immutable;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>Everything that filling scenarios needs, worked out beforehand.</summary>
sealed class DrawPlan
{
    /// <summary>How many steps there are.</summary>
    internal required int Steps { get; init; }

    /// <summary>[step]: the column it ends, or -1.</summary>
    internal required ImmutableArray<int> ColumnEnded { get; init; }

    /// <summary>Gaussian paths, in the order in which correlations refer to them.</summary>
    internal required ImmutableArray<PathDraw> Paths { get; init; }

    /// <summary>Factors drawn in each column, likewise.</summary>
    internal required ImmutableArray<SingleDraw> InColumns { get; init; }

    /// <summary>Factors drawn once, likewise.</summary>
    internal required ImmutableArray<SingleDraw> Once { get; init; }

    /// <summary>Paths drawn from the past.</summary>
    internal required ImmutableArray<HistoryDraw> Histories { get; init; }

    /// <summary>How many coordinates of Sobol points there are.</summary>
    internal required int Dimensions { get; init; }

    /// <summary>[column]: the weight of a column in all of the time.</summary>
    internal required ImmutableArray<double> WeightOfColumn { get; init; }
}

/// <summary>A Gaussian path.</summary>
sealed record PathDraw(PathLaw Law, DrawNumbers Numbers)
{
    /// <summary>[path]: its row of the Cholesky matrix.</summary>
    internal required ImmutableArray<double> Mix { get; init; }

    /// <summary>Whether variates of other paths are mixed with its own, so that it moves in every step; else it moves where it has a variate.</summary>
    internal required bool IsMixed { get; init; }

    /// <summary>[step]: which of its variates is new; -1 for none.</summary>
    internal required ImmutableArray<int> Draws { get; init; }

    /// <summary>How many variates it has.</summary>
    internal required int DrawCount { get; init; }

    /// <summary>How Sobol points become its variates.</summary>
    internal required ImmutableArray<BridgeDivision> Bridge { get; init; }

    /// <summary>[step]: what is left of the deviation since it last moved.</summary>
    internal required ImmutableArray<double> Keep { get; init; }

    /// <summary>[step]: the standard deviation of what the step adds.</summary>
    internal required ImmutableArray<double> Spread { get; init; }

    /// <summary>[step]: the standard deviation of what the time since the last variate of its own adds.</summary>
    internal required ImmutableArray<double> OwnSpread { get; init; }

    /// <summary>[step]: the weight of its variate in the column: the root of its share of the column's time.</summary>
    internal required ImmutableArray<double> WeightInColumn { get; init; }

    /// <summary>[step]: the weight of its variate in all of the time.</summary>
    internal required ImmutableArray<double> WeightInAll { get; init; }

    /// <summary>The weight in all of the time of what its variates do not tell, because they stand for several pulled steps; zero where they tell all.</summary>
    internal required double RestInAll { get; init; }

    /// <summary>[step]: half the variance of the deviation, where it is a multiple.</summary>
    internal required ImmutableArray<double> HalfVariance { get; init; }

    /// <summary>[step]: the least deviation.</summary>
    internal required ImmutableArray<double> Least { get; init; }

    /// <summary>[step]: the inputs that take part of it.</summary>
    internal required ImmutableArray<ImmutableArray<InputPart>> Parts { get; init; }

    /// <summary>Whether any input takes part of it.</summary>
    internal required bool IsUsed { get; init; }

    /// <summary>Whether its variates are wanted, for itself or for another.</summary>
    internal required bool IsDrawn { get; init; }

    /// <summary>Whether the sum of its variates in each column is wanted.</summary>
    internal required bool IsSummedInColumns { get; init; }

    /// <summary>Whether the sum of all its variates is wanted.</summary>
    internal required bool IsSummed { get; init; }
}

/// <summary>A factor drawn in each column, or once.</summary>
sealed record SingleDraw(FactorLaw Law, DrawNumbers Numbers)
{
    /// <summary>[path]: how much of a path's sum.</summary>
    internal required ImmutableArray<double> OfPaths { get; init; }

    /// <summary>[factor drawn in columns]: how much of its variate in the column, or of the sum of all.</summary>
    internal required ImmutableArray<double> OfColumns { get; init; }

    /// <summary>[factor drawn once]: how much of its variate.</summary>
    internal required ImmutableArray<double> OfOnce { get; init; }

    /// <summary>[column, or 0]: the inputs that take part of it.</summary>
    internal required ImmutableArray<ImmutableArray<InputPart>> Parts { get; init; }

    /// <summary>Whether any input takes part of it.</summary>
    internal required bool IsUsed { get; init; }

    /// <summary>Whether its variates are wanted, for itself or for another.</summary>
    internal required bool IsDrawn { get; init; }

    /// <summary>Whether the sum of its variates in all columns is wanted.</summary>
    internal required bool IsSummed { get; init; }

    /// <summary>What is drawn, of a variate.</summary>
    internal INormalMap Map => Law switch
    {
        MultipleLaw multiple => multiple.Map,
        DelayLaw delay => delay.Days,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>A path drawn from the past.</summary>
sealed record HistoryDraw(HistoryLaw Law, DrawNumbers Numbers)
{
    /// <summary>[step]: how many changes have happened by its end.</summary>
    internal required ImmutableArray<int> Taken { get; init; }

    /// <summary>[step]: what is taken from their sum.</summary>
    internal required ImmutableArray<double> Centre { get; init; }

    /// <summary>[step]: the least deviation.</summary>
    internal required ImmutableArray<double> Least { get; init; }

    /// <summary>[step]: the inputs that take part of it.</summary>
    internal required ImmutableArray<ImmutableArray<InputPart>> Parts { get; init; }
}

/// <summary>So much of what was drawn goes to an input.</summary>
/// <param name="Input">The input's place.</param>
/// <param name="Coefficient">How much.</param>
/// <param name="Start">The input's constant, if this is the first part that comes to it; null for one that is added to what came before.</param>
readonly record struct InputPart(int Input, double Coefficient, double? Start);
