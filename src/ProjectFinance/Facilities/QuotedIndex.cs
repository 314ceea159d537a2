using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>An index of a loan, its first or one that takes its place, with all that says how it makes a rate.</summary>
/// <param name="Name">As the market names it.</param>
/// <param name="From">The first day on which it is fixed; null for the first.</param>
/// <param name="Spread">What is added to it.</param>
/// <param name="FixingDays">How many business days before a period it is fixed.</param>
/// <param name="FixingCalendar">The calendar that counts them.</param>
/// <param name="Setting">How it makes the rate of a period.</param>
sealed record QuotedIndex(string Name, LocalDate? From, Percentage Spread, int FixingDays, BusinessCalendar FixingCalendar, IndexSetting Setting)
{
    /// <summary>An index and those that take its place, in the order of their dates.</summary>
    internal static ImmutableArray<QuotedIndex> Of(string index, FixingTerms terms, ImmutableArray<IndexFallback> fallbacks) =>
        [Of(index, null, 0.0, terms), .. fallbacks.Select(fallback => Of(fallback.Index, fallback.From, fallback.Spread, fallback))];

    /// <summary>The index of an interest period: the last whose date is on or before the day on which the first would be fixed.</summary>
    internal static QuotedIndex InForce(ImmutableArray<QuotedIndex> indices, LocalDate periodStart)
    {
        var wouldBeFixed = indices[0].FixingDate(periodStart);
        return indices.Last(one => one.From is not { } from || from <= wouldBeFixed);
    }

    /// <summary>Whether it is fixed once for a period, before it.</summary>
    internal bool IsInAdvance => Setting is FixedInAdvance;

    /// <summary>Whether interest that is not due yet bears interest at the index.</summary>
    internal bool CompoundsBalance => Setting is OvernightInArrears { Terms.Method: OvernightMethod.CompoundedBalance };

    /// <summary>What its line of fixings is called.</summary>
    internal string Title => Setting switch
    {
        SetDaily => $"{Name}, average",
        OvernightInArrears { Terms.Method: OvernightMethod.Simple } => $"{Name}, average in arrears",
        OvernightInArrears => $"{Name}, compounded in arrears",
        _ => $"{Name} fixing",
    };

    /// <summary>The day on which interest of a period is paid that would be paid on a business day.</summary>
    internal LocalDate PaidOn(LocalDate businessDay) => Setting is OvernightInArrears { Terms: var terms } && IsPaidLater ? OvernightRate.PaymentDate(terms, businessDay) : businessDay;

    /// <summary>Whether interest is paid some business days after its period.</summary>
    internal bool IsPaidLater => Setting is OvernightInArrears { Terms.PaymentDelayDays: > 0 };

    /// <summary>The day on which the rate of an interest period is fixed.</summary>
    internal LocalDate FixingDate(LocalDate periodStart) => FixingCalendar.AddBusinessDays(periodStart, -FixingDays);

    /// <summary>What of the market a column's rate stands for.</summary>
    internal Observation Observed(LocalDate periodStart, Period t) => Setting switch
    {
        SetDaily => new(Name, new(t.Start.PlusDays(-1), t.End.PlusDays(-1))),
        OvernightInArrears { Terms: var terms } when BusinessCalendar.Union(terms.Calendars.AsSpan()) is var calendar =>
            new(Name, new(calendar.AddBusinessDays(t.Start, -terms.LookbackDays).PlusDays(-1), calendar.AddBusinessDays(t.End, -terms.LookbackDays).PlusDays(-1))),
        _ => Observation.On(Name, FixingDate(periodStart)),
    };

    static QuotedIndex Of(string index, LocalDate? from, Percentage spread, FixingTerms terms) =>
        new(index, from, spread, terms.FixingDays, BusinessCalendar.Union(terms.FixingCalendars.AsSpan()), terms.Setting);
}
