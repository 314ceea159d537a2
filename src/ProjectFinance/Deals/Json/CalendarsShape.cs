using System.Text.Json;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Json;

/// <summary>The calendars of a user's own that a term sheet names, wherever in it they are written.</summary>
static class CalendarsShape
{
    const string Field = "calendars";

    /// <summary>How they are written.</summary>
    public static MapShape<string, HolidayList> Shape { get; } = new(Leaf.Text, HolidayListShape.Shape, StringComparer.OrdinalIgnoreCase, "Calendar");

    /// <summary>The term sheet with its calendars known, so that the rest of it may name them. Adds what is wrong with their names and ranges; what cannot be read is told when the field is.</summary>
    public static JsonFile Known(JsonElement json, JsonFile file, List<Problem> problems)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(Field, out var written) || written.ValueKind != JsonValueKind.Object) return file;
        var calendars = new SortedDictionary<string, BusinessCalendar>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in written.EnumerateObject())
        {
            bool read = HolidayListShape.Shape.TryRead(property.Value, new JsonPlace(file.Subject, file, []), out var list);
            var wrong = read ? list!.Problems(property.Name, JsonPath.Field(Field, property.Name)).ToList() : [];
            problems.AddRange(wrong);
            // One that is wrong keeps its place, so that those who name it have no problem besides.
            if (read && wrong.Count == 0) calendars[property.Name.Trim()] = list!.Calendar(property.Name);
            else if (property.Name.Trim() is { Length: > 0 } name) calendars[name] = new WeekCalendar(name, closedAtWeekends: true);
        }
        return file with { Calendars = new(calendars.Values) };
    }

    /// <summary>A term sheet in which those of a deal may be named.</summary>
    public static JsonFile Of(Deal deal, JsonFile file) => file with { Calendars = new(deal.Calendars.Select(own => own.Value.Calendar(own.Key))) };
}
