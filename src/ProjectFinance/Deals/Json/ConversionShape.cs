using ProjectFinance.Facilities;

namespace ProjectFinance.Deals.Json;

/// <summary>How the right to convert a loan into shares is written.</summary>
static class ConversionShape
{
    static readonly ObjectShape<LenderConversion> ByLender = new ObjectShape<LenderConversion>("lenderConversion", "When a lender converts.", new(When: null!))
        .Required("when", TestShape.Shape, x => x.When, (x, v) => x with { When = v }, "It converts in the first period at whose end this holds.")
        .Optional("onInterestDates", Leaf.Truth, x => x.OnInterestDates, (x, v) => x with { OnInterestDates = v }, "Whether it looks on interest dates only.");

    static readonly ObjectShape<ForcedConversion> ByBorrower = new ObjectShape<ForcedConversion>("forcedConversion", "When a borrower requires conversion; never while a default continues.", new(When: null!))
        .Required("when", TestShape.Shape, x => x.When, (x, v) => x with { When = v }, "What the contract asks for.")
        .Maybe("on", Leaf.Date, x => x.On, (x, v) => x with { On = v }, "The day on which it does; left out for the first period at whose end it may.");

    static readonly ObjectShape<AntiDilution> Protection = new ObjectShape<AntiDilution>("antiDilution", "Protection of a conversion price against shares issued below it.", new() { Protection = default, Issues = [] })
        .Required("protection", Leaf.Word<DilutionProtection>("protection"), x => x.Protection, (x, v) => x with { Protection = v }, "How far the price comes down.")
        .Required("issues", Leaf.Texts, x => x.Issues, (x, v) => x with { Issues = v }, "The issues that count, by the names they have among the company's shares.");

    public static ObjectShape<ConversionTerms> Shape { get; } = new ObjectShape<ConversionTerms>("conversion", "The right to convert a loan into shares of a company.", new() { Price = null! })
        .Required("price", SteppedShape.Quantity, x => x.Price, (x, v) => x with { Price = v }, "The principal given up for one share, which may be reset: \"USD/share 3.40\".")
        .Maybe("shares", Leaf.Text, x => x.Shares, (x, v) => x with { Shares = v }, "The company whose shares are received, among the deal's shares.")
        .Maybe("byLender", ByLender, x => x.ByLender, (x, v) => x with { ByLender = v }, "When the lender converts; left out for never.")
        .Maybe("byBorrower", ByBorrower, x => x.ByBorrower, (x, v) => x with { ByBorrower = v }, "When the borrower requires conversion; left out, it may not.")
        .Optional("rounding", ShareCapitalShape.Rounding, x => x.Rounding, (x, v) => x with { Rounding = v }, "How the number of shares becomes whole.")
        .Optional("fractionInCash", Leaf.Truth, x => x.FractionInCash, (x, v) => x with { FractionInCash = v }, "Whether a fraction of a share that is dropped is paid in cash.")
        .Maybe("antiDilution", Protection, x => x.AntiDilution, (x, v) => x with { AntiDilution = v }, "How the price is protected against shares issued below it.");
}
