using System.Collections.Immutable;

namespace ProjectFinance.Time;

/// <summary>The calendars of a user's own that a document may name, in capitals or not.</summary>
sealed class OwnCalendars(IEnumerable<BusinessCalendar> calendars)
{
    readonly ImmutableDictionary<string, BusinessCalendar> byName = calendars.ToImmutableDictionary(calendar => calendar.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>No calendars.</summary>
    internal static OwnCalendars None { get; } = new([]);

    /// <summary>Their names.</summary>
    internal IEnumerable<string> Names => byName.Values.Select(calendar => calendar.Name).Order(StringComparer.Ordinal);

    /// <summary>The calendar of a name; null for none.</summary>
    internal BusinessCalendar? Find(string name) => byName.GetValueOrDefault(name);
}
