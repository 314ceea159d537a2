using System.Collections.Immutable;
using ProjectFinance.Facilities;

namespace ProjectFinance.Deals.Json;

/// <summary>How it is written what a loan repays before its maturity.</summary>
static class AmortisationShape
{
    static readonly ObjectShape<AtMaturity> None = new("atMaturity", "Nothing is repaid before maturity.", new());

    static readonly ObjectShape<LevelPrincipal> Level = new ObjectShape<LevelPrincipal>("levelPrincipal", "The same principal on each date, as far as it is outstanding.", new(Dates: null!))
        .Required("dates", ScheduleShape.Shape, x => x.Dates, (x, v) => x with { Dates = v }, "The dates.")
        .Maybe("amount", Leaf.Quantity, x => x.Amount, (x, v) => x with { Amount = v }, "The principal of each date; left out, spread evenly over the dates and maturity.");

    static readonly ObjectShape<PaymentLessInterest> Payment = new ObjectShape<PaymentLessInterest>("paymentLessInterest", "What interest leaves of a stated payment repays principal; where interest is more, the rest is added.", new(null!, default))
        .Required("dates", ScheduleShape.Shape, x => x.Dates, (x, v) => x with { Dates = v }, "The dates.")
        .Required("payment", Leaf.Quantity, x => x.Payment, (x, v) => x with { Payment = v }, "The payment of interest and principal together.");

    static readonly ObjectShape<AnnuityInstalments> Annuity = new ObjectShape<AnnuityInstalments>("annuity", "Level payments of interest and principal together, recalculated after each reset.", new(Dates: null!))
        .Required("dates", ScheduleShape.Shape, x => x.Dates, (x, v) => x with { Dates = v }, "The dates.")
        .Maybe("payment", Leaf.Quantity, x => x.Payment, (x, v) => x with { Payment = v }, "The payment until the first recalculation; left out, the one that repays the loan.")
        .Maybe("calculatedOn", ScheduleShape.Shape, x => x.CalculatedOn, (x, v) => x with { CalculatedOn = v }, "The dates over which the payment is calculated; left out, those on which it is paid.")
        .Maybe("repaidBy", Leaf.Date, x => x.RepaidBy, (x, v) => x with { RepaidBy = v }, "The day on which the payments would have repaid the loan; left out for maturity.");

    static readonly ObjectShape<InstalmentSeries> Stream = new ObjectShape<InstalmentSeries>("instalmentSeries", "The same amount on each of certain dates.", new(null!, default))
        .Required("dates", ScheduleShape.Shape, x => x.Dates, (x, v) => x with { Dates = v }, "The dates.")
        .Required("amount", Leaf.Quantity, x => x.Amount, (x, v) => x with { Amount = v }, "The amount of each date.")
        .Optional("draws", Leaf.Truth, x => x.Draws, (x, v) => x with { Draws = v }, "Whether the amount is drawn rather than repaid.");

    static readonly AsShape<StatedInstalments, ImmutableArray<InstalmentSeries>> Stated = new(() => Leaf.Array(Stream), streams => new(streams), stated => stated.Streams);

    public static UnionShape<Amortisation> Shape { get; } = new UnionShape<Amortisation>("amortisation", "How a loan is repaid before its maturity.")
        .Or("atMaturity", None)
        .Or("levelPrincipal", Level)
        .Or("paymentLessInterest", Payment)
        .Or("annuity", Annuity)
        .Or("statedInstalments", Stated);
}
