using ProjectFinance.Deals.Json;
using ProjectFinance.Time;

namespace ProjectFinance.Calculations;

/// <summary>The calendars of a request: by name, or holidays of one's own.</summary>
static class CalendarsArgument
{
    const string Name = "own holidays";

    /// <summary>One, or an array of several, all of which must be open: "London", { "holidays": ["2024-03-21"] }.</summary>
    internal static OneOrEach<BusinessCalendar> Shape { get; } = new(new ShorthandShape<BusinessCalendar>(
        new AsShape<BusinessCalendar, HolidayList>(() => HolidayListShape.Shape, holidays => holidays.Calendar(Name), _ => new HolidayList([])), Leaf.Calendar, _ => true));
}
