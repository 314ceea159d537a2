using NodaTime;

namespace ProjectFinance.Facilities;

/// <summary>A fee the borrower pays: <see cref="EstablishmentFee"/>, <see cref="CommitmentFee"/> or <see cref="CancellationFee"/>.</summary>
public abstract record Fee
{
    private protected Fee() { }

    /// <summary>Where the fee is agreed. The default is empty.</summary>
    public string Source { get; init; } = "";
}

/// <summary>A fee paid once, at closing: USD 292,500.</summary>
/// <param name="Amount">The amount, in the loan's currency; not negative.</param>
public sealed record EstablishmentFee(Quantity Amount) : Fee
{
    /// <summary>The day on which it falls due, for a loan agreed after closing. The default is at closing.</summary>
    public LocalDate? On { get; init; }
}

/// <summary>A fee on what may still be drawn, paid with interest: half of one percent a year.</summary>
/// <param name="Rate">The yearly rate as a fraction: 0.5 % is 0.005. Not negative. Counted like interest.</param>
public sealed record CommitmentFee(Percentage Rate) : Fee;

/// <summary>A fee on what of the commitment is cancelled, owed when it steps down: one percent of the reduction. What prepayments cancel bears their own fee.</summary>
/// <param name="Rate">The share of the reduction as a fraction: 1 % is 0.01. Not negative.</param>
public sealed record CancellationFee(Percentage Rate) : Fee;
