namespace ProjectFinance.Facilities;

/// <summary>What is owed on top of a prepayment: <see cref="ProportionalFee"/>, <see cref="FixedFee"/> or <see cref="InterestDifferential"/>.</summary>
public abstract record PrepaymentFee
{
    private protected PrepaymentFee() { }
}

/// <summary>A share of what is prepaid.</summary>
/// <param name="Share">The share as a fraction: 1 % is 0.01. Not negative.</param>
public sealed record ProportionalFee(Percentage Share) : PrepaymentFee;

/// <summary>The same amount for each day on which something is prepaid.</summary>
/// <param name="Amount">The amount, in the loan's currency. Not negative.</param>
public sealed record FixedFee(Quantity Amount) : PrepaymentFee;

/// <summary>
/// What the lender loses until the end of the interest period: amount prepaid x (the loan's rate - the rate at which it is lent again) x the rest of the period; nothing where the
/// latter is higher.
/// </summary>
/// <param name="Reinvestment">The yearly rate at which it is lent again, as a fraction.</param>
public sealed record InterestDifferential(Percentage Reinvestment) : PrepaymentFee
{
    /// <summary>Whether the loss counts until final maturity rather than until the end of the interest period. The default is false.</summary>
    public bool ToMaturity { get; init; }
}
