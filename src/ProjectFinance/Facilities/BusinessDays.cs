using System.Collections.Immutable;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>How a contract treats dates that are not business days.</summary>
public sealed record BusinessDays
{
    /// <summary>The calendars in all of which a day must be good. The default is London and New York.</summary>
    public ImmutableArray<BusinessCalendar> Calendars { get; init; } = [BusinessCalendars.London, BusinessCalendars.NewYork];

    /// <summary>Where a payment moves. The default is Modified Following.</summary>
    public BusinessDayConvention Convention { get; init; } = BusinessDayConvention.ModifiedFollowing;

    /// <summary>
    /// Whether interest accrues to the date as moved. The default is true. Where false, interest and instalments are counted to the date as written
    /// and stand in the column that ends on it; only settlement moves.
    /// </summary>
    public bool AdjustInterest { get; init; } = true;
}
