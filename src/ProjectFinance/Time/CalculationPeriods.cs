using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Time;

/// <summary>Periods from a start to an end, of equal steps but for stubs: quarters from 2024-01-15 to 2026-12-31, the first one short. As dates, the ends of the periods.</summary>
/// <remarks>
/// Every regular date is counted from one end of the regular dates, never from the date before nor from an adjusted one. Dates are counted back from the end for stubs at the front,
/// from the start for stubs at the back. Without a <see cref="Roll"/> they stay at month ends where they are counted from one, unless only another day of the month fits both ends.
/// </remarks>
/// <param name="Start">The date on which the first period begins.</param>
/// <param name="End">The date on which the last period ends; after Start.</param>
/// <param name="Step">The length of a regular period: three months, 28 days. At least a day; no negative part and no time of day.</param>
public sealed record CalculationPeriods(LocalDate Start, LocalDate End, NodaTime.Period Step) : Schedule
{
    /// <summary>Where the days go that whole steps leave over. The default is a short first period, or with a <see cref="FirstRegular"/> alone a short last one.</summary>
    public StubConvention? Stub { get; init; }

    /// <summary>The day of the month on which regular dates fall. The default is none: told from the dates.</summary>
    public RollConvention? Roll { get; init; }

    /// <summary>The end of a first period that is a stub. The default is none. On or after <see cref="Start"/>.</summary>
    public LocalDate? FirstRegular { get; init; }

    /// <summary>The start of a last period that is a stub. The default is none. On or before <see cref="End"/>, not before <see cref="FirstRegular"/>.</summary>
    public LocalDate? LastRegular { get; init; }

    LocalDate From => FirstRegular ?? Start;

    LocalDate To => LastRegular ?? End;

    // A stub that is given by its date leaves nothing over on its side.
    StubConvention Leftover => (Stub ?? (FirstRegular is null ? StubConvention.ShortFront : StubConvention.ShortBack)) switch
    {
        StubConvention.ShortFront or StubConvention.LongFront when FirstRegular is not null => StubConvention.None,
        StubConvention.ShortBack or StubConvention.LongBack when LastRegular is not null => StubConvention.None,
        var stub => stub,
    };

    internal override NodaTime.Period? RegularStep => Step;

    internal override bool KeepsMonthEnds => Roll is not { } roll || roll == RollConvention.EndOfMonth;

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems(string subject, string where)
    {
        var problems = TermProblems(subject, where).ToList();
        return problems.Count > 0 ? problems : RegularDates().Problem(subject, where);
    }

    /// <summary>The periods in order, with both forms of their dates.</summary>
    /// <param name="calendar">The business days.</param>
    /// <param name="convention">Where a date moves that is not one of them.</param>
    /// <exception cref="InvalidInputException">The terms have problems, or a date lies outside the years of the calendar.</exception>
    public ImmutableArray<SchedulePeriod> Periods(BusinessCalendar calendar, BusinessDayConvention convention) => Periods(Start, calendar, convention);

    /// <summary>The terms in a line: "every P3M from 2024-01-15 to 2026-12-31".</summary>
    public override string ToString() => $"every {Step} from {Start.Iso()} to {End.Iso()}";

    private protected override IEnumerable<LocalDate> Unadjusted()
    {
        if (From > Start) yield return From;
        foreach (var date in RegularDates().Between) yield return date;
        if (To > From) yield return To;
        if (End > To) yield return End;
    }

    IEnumerable<Problem> TermProblems(string subject, string where)
    {
        if (End <= Start) yield return new(subject, $"the end {End.Iso()} is not after the start {Start.Iso()}", "the end must be a later date than the start", where);
        bool forward = Rolling.IsPositive(Step);
        if (!forward) yield return new(subject, $"the step {Step} does not go forward", "a step must be at least a day, without negative parts or a time of day", where);
        if (forward && Roll is { } roll && roll != RollConvention.None && !Rolling.IsWholeMonths(Step))
            yield return new(subject, $"dates roll to {roll} in steps of {Step}", "a day of the month needs steps of whole months", where);
        if (FirstRegular is { } first && (first < Start || first > End))
            yield return new(subject, $"the first regular date {first.Iso()} does not lie from {Start.Iso()} to {End.Iso()}", "it must lie between the start and the end", where);
        if (LastRegular is { } last && (last < From || last > End))
            yield return new(subject, $"the last regular date {last.Iso()} does not lie from {From.Iso()} to {End.Iso()}", "it must lie between the first regular date and the end", where);
    }

    RegularDates RegularDates() => new(From, To, Step, Leftover, Roll);
}
