using System.Collections.Immutable;

namespace ProjectFinance.Scenarios;

/// <summary>Makes crossings of narrowed brackets, and chooses among them.</summary>
static class CrossingOf
{
    /// <summary>The crossing that a bracket holds.</summary>
    /// <param name="bracket">The bracket as narrowed.</param>
    /// <param name="cell">The part of the range it was found in.</param>
    /// <param name="varied">What is varied.</param>
    /// <param name="targets">The conditions.</param>
    internal static Crossing Bracket(Bracket bracket, Bracket cell, Variation varied, TargetMargins targets)
    {
        bool takesHolding = !targets.IsExact || Math.Abs(bracket.HoldsAbove ? bracket.AtHigh : bracket.AtLow) <= Math.Abs(bracket.HoldsAbove ? bracket.AtLow : bracket.AtHigh);
        var (value, other) = takesHolding ? (bracket.Holding, bracket.Failing) : (bracket.Failing, bracket.Holding);
        return new(varied.NumberAt(value), varied.NumberAt(other), bracket.HoldsAbove, varied.Step == 0 && IsJump(bracket, cell, targets.Negligible), value == bracket.High ? bracket.AtHigh : bracket.AtLow);
    }

    // A slope takes of the difference over the cell the share that the bracket has of its width; a jump takes nearly all. The square root lies between, and squares it needs none.
    static bool IsJump(in Bracket bracket, in Bracket cell, double negligible)
    {
        if (bracket.Gap <= negligible) return false;
        if (!double.IsFinite(bracket.Gap)) return true;
        double share = bracket.Gap / cell.Gap;
        return share * share > bracket.Width / cell.Width;
    }

    /// <summary>The crossing preferred; of two alike the higher. Null for none.</summary>
    internal static Crossing? Preferred(ImmutableArray<Crossing> crossings, Preferred prefer, double usual) =>
        crossings.IsEmpty ? null : crossings.MinBy(crossing => (Rank(crossing.Value, prefer, usual), -crossing.Value));

    /// <summary>How far a number is from being preferred: the least is taken.</summary>
    internal static double Rank(double value, Preferred prefer, double usual) => prefer switch
    {
        Scenarios.Preferred.Lowest => value,
        Scenarios.Preferred.Highest => -value,
        _ => double.IsFinite(usual) ? Math.Abs(value - usual) : -value,
    };
}
