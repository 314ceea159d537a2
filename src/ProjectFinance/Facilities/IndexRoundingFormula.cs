using ProjectFinance.Rates;
using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>Rounds an index as agreed.</summary>
static class IndexRoundingFormula
{
    // A rate that stands on a step already may differ from it in the last bits; a billionth of a step keeps it there.
    const double Slack = 1e-9;

    /// <summary>The rounded index; the index itself where no rounding is agreed.</summary>
    internal static Formula Of(IndexRounding? rounding, Formula index)
    {
        if (rounding is null) return index;
        var steps = index / rounding.To.Fraction;
        return rounding.To.Fraction * (rounding.Direction switch
        {
            RoundingDirection.Up => -Floor(Slack - steps),
            RoundingDirection.Down => Floor(steps + Slack),
            _ => Floor(steps + (0.5 + Slack)),
        });
    }
}
