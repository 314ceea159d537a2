using ProjectFinance.Facilities;

namespace ProjectFinance.Deals.Json;

/// <summary>How fees are written.</summary>
static class FeeShape
{
    static readonly ObjectShape<EstablishmentFee> Establishment = new ObjectShape<EstablishmentFee>("establishmentFee", "A fee paid once, at closing.", new(default(Quantity)))
        .Required("amount", Leaf.Quantity, x => x.Amount, (x, v) => x with { Amount = v }, "The amount, in the loan's currency.")
        .Maybe("on", Leaf.Date, x => x.On, (x, v) => x with { On = v }, "The day on which it falls due; left out for closing.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Where it is agreed.");

    static readonly ObjectShape<CommitmentFee> Commitment = new ObjectShape<CommitmentFee>("commitmentFee", "A yearly fee on what may still be drawn, paid with interest.", new(default(Percentage)))
        .Required("rate", Leaf.Percentage, x => x.Rate, (x, v) => x with { Rate = v }, "The yearly rate.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Where it is agreed.");

    static readonly ObjectShape<CancellationFee> Cancellation = new ObjectShape<CancellationFee>("cancellationFee", "A fee on what of the commitment is cancelled, owed when it steps down.", new(default(Percentage)))
        .Required("rate", Leaf.Percentage, x => x.Rate, (x, v) => x with { Rate = v }, "The share of the reduction.")
        .Optional("source", Leaf.Text, x => x.Source, (x, v) => x with { Source = v }, "Where it is agreed.");

    static readonly AsShape<ProportionalFee, Percentage> Proportional = new(() => Leaf.Percentage, share => new(share), fee => fee.Share);

    static readonly AsShape<FixedFee, Quantity> Fixed = new(() => Leaf.Quantity, amount => new(amount), fee => fee.Amount);

    static readonly ObjectShape<InterestDifferential> Differential = new ObjectShape<InterestDifferential>("interestDifferential", "What the lender loses of interest until the end of the interest period.", new(default(Percentage)))
        .Required("reinvestment", Leaf.Percentage, x => x.Reinvestment, (x, v) => x with { Reinvestment = v }, "The yearly rate at which what is prepaid is lent again.")
        .Optional("toMaturity", Leaf.Truth, x => x.ToMaturity, (x, v) => x with { ToMaturity = v }, "Whether the loss counts until final maturity.");

    public static UnionShape<PrepaymentFee> OfPrepayment { get; } = new UnionShape<PrepaymentFee>("prepaymentFee", "What is owed on top of a prepayment.")
        .Or("proportional", Proportional)
        .Or("fixed", Fixed)
        .Or("interestDifferential", Differential);

    public static UnionShape<Fee> Shape { get; } = new UnionShape<Fee>("fee", "A fee the borrower pays.")
        .Or("establishmentFee", Establishment)
        .Or("commitmentFee", Commitment)
        .Or("cancellationFee", Cancellation);
}
