using NodaTime;
using ProjectFinance.Amounts;

namespace ProjectFinance.Deals.Amending;

/// <summary>Gives amounts another formula from a date on.</summary>
static class AmountChanges
{
    /// <summary>One amount up to a date, another from then on; what was agreed from the same date before falls away.</summary>
    internal static AmountFromDate From(Amount before, LocalDate on, Amount after) => new(on, before is AmountFromDate same && same.Date == on ? same.Until : before, after);
}
