using System.Collections.Immutable;
using ProjectFinance.Amounts;
using ProjectFinance.Time;

namespace ProjectFinance.Hedges;

/// <summary>How much is delivered when: <see cref="DatedDeliveries"/> or <see cref="EqualDeliveries"/>. Dates are as written; they do not move to business days.</summary>
public abstract record HedgeDeliveries
{
    private protected HedgeDeliveries() { }
}

/// <summary>Deliveries written out one by one.</summary>
/// <param name="Amounts">The ounces by date, above zero, each date later than the one before. At least one.</param>
public sealed record DatedDeliveries(ImmutableArray<DatedAmount> Amounts) : HedgeDeliveries;

/// <summary>Equal deliveries on the dates of a schedule.</summary>
/// <param name="Total">The ounces of all deliveries together: oz 24,000. Above zero.</param>
/// <param name="Dates">The delivery dates: every month from 1997-01-31 to 1997-12-31.</param>
public sealed record EqualDeliveries(Quantity Total, Schedule Dates) : HedgeDeliveries;
