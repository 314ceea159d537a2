using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Time;

/// <summary>Several calendars together: a day is good if it is good in all of them.</summary>
sealed class UnionCalendar : BusinessCalendar
{
    readonly ImmutableArray<BusinessCalendar> parts;

    UnionCalendar(ImmutableArray<BusinessCalendar> parts) : base(string.Join('+', parts.Select(part => part.Name))) => this.parts = parts;

    public static BusinessCalendar Of(ReadOnlySpan<BusinessCalendar> calendars)
    {
        var parts = new List<BusinessCalendar>();
        foreach (var calendar in calendars)
        {
            ArgumentNullException.ThrowIfNull(calendar, nameof(calendars));
            ReadOnlySpan<BusinessCalendar> own = calendar is UnionCalendar union ? union.parts.AsSpan() : [calendar];
            foreach (var part in own)
                if (!parts.Contains(part)) parts.Add(part);
        }
        return parts switch
        {
            [] => throw InvalidInputException.Of("Business calendar", "no calendar is given", "at least one must be named"),
            [var one] => one,
            _ => new UnionCalendar([.. parts]),
        };
    }

    public override bool IsBusinessDay(LocalDate date)
    {
        foreach (var part in parts)
            if (!part.IsBusinessDay(date)) return false;
        return true;
    }

    public override IEnumerable<LocalDate> Holidays(int year) => [.. parts.SelectMany(part => part.Holidays(year)).Distinct().Order()];
}
