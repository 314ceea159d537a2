using System.Collections.Immutable;

namespace ProjectFinance.Amounts;

/// <summary>Amounts on dates, column by column.</summary>
static class DatedAmountLines
{
    /// <summary>What falls on a column's days; in the first column, on its one date too.</summary>
    internal static double Within(ImmutableArray<DatedAmount> amounts, Period t) =>
        amounts.Where(p => p.Date > t.Start && p.Date <= t.End || (t.IsFirst && p.Date == t.Start)).Sum(p => p.Amount.Value);
}
