using ProjectFinance.Rates;
using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>How an index, a spread and their limits make a rate, whenever it is set.</summary>
static class RateFormula
{
    /// <summary>The index as rounded and within its limits.</summary>
    internal static Formula Index(Formula fixing, IndexRounding? rounding, Percentage? floor, Percentage? cap) => Within(IndexRoundingFormula.Of(rounding, fixing), floor, cap);

    /// <summary>A rate within its limits; where they cross, the cap holds.</summary>
    internal static Formula Within(Formula rate, Percentage? floor, Percentage? cap)
    {
        var floored = floor is { } least ? Max(rate, least.Fraction) : rate;
        return cap is { } most ? Min(floored, most.Fraction) : floored;
    }
}
