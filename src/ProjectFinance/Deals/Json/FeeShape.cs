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

    public static UnionShape<Fee> Shape { get; } = new UnionShape<Fee>("fee", "A fee the borrower pays.")
        .Or("establishmentFee", Establishment)
        .Or("commitmentFee", Commitment);
}
