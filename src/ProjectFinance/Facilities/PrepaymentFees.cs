using static ProjectFinance.Formula;

namespace ProjectFinance.Facilities;

/// <summary>What a prepayment costs on top.</summary>
static class PrepaymentFees
{
    /// <summary>The fee.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="prepaid">What is prepaid.</param>
    /// <param name="rate">The loan's yearly rate on the day.</param>
    /// <param name="rest">The years for which a loss of interest counts.</param>
    internal static Formula On(PrepaymentFee terms, Formula prepaid, Formula rate, double rest) => terms switch
    {
        ProportionalFee { Share: var share } => prepaid * share.Fraction,
        FixedFee { Amount: var amount } => When(prepaid > 0, amount, 0),
        InterestDifferential { Reinvestment: var reinvestment } => prepaid * NotNegative(rate - reinvestment.Fraction) * rest,
        _ => throw new ArgumentOutOfRangeException(nameof(terms), terms, "Not a fee that can be laid out."),
    };
}
