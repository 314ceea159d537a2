using ProjectFinance.Amounts;

namespace ProjectFinance.Deals.Json;

/// <summary>How an amount on a date is written.</summary>
static class DatedAmountShape
{
    public static ObjectShape<DatedAmount> Shape { get; } = new ObjectShape<DatedAmount>("datedAmount", "An amount on a date.", new(default, default))
        .Required("date", Leaf.Date, x => x.Date, (x, v) => x with { Date = v }, "When it is paid.")
        .Required("amount", Leaf.Quantity, x => x.Amount, (x, v) => x with { Amount = v }, "How much.");
}
