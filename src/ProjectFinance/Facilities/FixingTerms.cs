using System.Collections.Immutable;
using ProjectFinance.Rates;
using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>When an index of a loan is fixed and how it makes a rate. What is not stated comes from known conventions.</summary>
public abstract record FixingTerms
{
    private protected FixingTerms() { }

    /// <summary>Known conventions of the index, from which is taken what is not stated below: "Term SOFR 3M". The default is none.</summary>
    public IndexConventions? Conventions { get; init; }

    /// <summary>How many business days before a period its rate is fixed. The default is that of the conventions, else two, or none where a rate is reset on stated dates; not negative.</summary>
    public int FixingDays { get => StatedFixingDays ?? Conventions?.FixingDays ?? UsualDays; init => StatedFixingDays = value; }

    /// <summary>The calendars that count the fixing days. The default is those of the conventions, else London, or US Government Securities for an index that takes another's place.</summary>
    public ImmutableArray<BusinessCalendar> FixingCalendars { get => StatedFixingCalendars ?? Conventions?.FixingCalendars ?? [UsualCalendar]; init => StatedFixingCalendars = value; }

    /// <summary>How the index makes the rate of a period. The default is that of the conventions, else fixed in advance.</summary>
    public IndexSetting Setting { get => StatedSetting ?? Conventions?.Setting ?? new FixedInAdvance(); init => StatedSetting = value; }

    internal int? StatedFixingDays { get; init; }

    internal ImmutableArray<BusinessCalendar>? StatedFixingCalendars { get; init; }

    internal IndexSetting? StatedSetting { get; init; }

    private protected virtual int UsualDays => 2;

    private protected virtual BusinessCalendar UsualCalendar => BusinessCalendars.London;
}
