using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>Which of a schedule's dates a loan counts by: as written or as moved to business days.</summary>
sealed class DatesAsCounted(BusinessDays terms)
{
    /// <summary>The days on which money moves.</summary>
    internal BusinessCalendar Calendar { get; } = BusinessCalendar.Union(terms.Calendars.AsSpan());

    /// <summary>The dates of a schedule, both as written and as moved.</summary>
    internal ImmutableArray<ScheduleDate> Resolved(Schedule schedule) => schedule.Dates(Calendar, terms.Convention);

    /// <summary>A single date, both as written and as moved.</summary>
    internal ScheduleDate Resolved(LocalDate date) => new(date, Calendar.Adjust(date, terms.Convention));

    /// <summary>The date to which interest is counted, in the column of which a payment stands.</summary>
    internal LocalDate Counted(ScheduleDate date) => terms.AdjustInterest ? date.Adjusted : date.Unadjusted;
}
