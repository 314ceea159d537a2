using ProjectFinance.Amounts;
using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>How much may be outstanding, in the loan's currency: as agreed, or as a conversion made it.</summary>
/// <param name="At">On a column's last day.</param>
/// <param name="AtStart">At a column's start, which holds on its days, as far as it is known in another column.</param>
/// <param name="Largest">The largest up to a column's last day.</param>
sealed record MaximumCredit(Func<Period, Formula> At, Func<Period, Period, Formula> AtStart, Func<Period, Formula> Largest)
{
    /// <summary>A commitment as agreed.</summary>
    internal static MaximumCredit Of(SteppedParameter commitment) => new(commitment.At, commitment.AtStart, commitment.Largest);

    /// <summary>What a line shows.</summary>
    internal static MaximumCredit Of(Line limit)
    {
        List<Formula> largest = [];
        return new(t => limit[t], (_, known) => limit.Previous(known, 0), t =>
        {
            while (largest.Count <= t.Index) largest.Add(largest.Count == 0 ? limit[0] : Max(largest[^1], limit[largest.Count]));
            return largest[t.Index];
        });
    }
}
