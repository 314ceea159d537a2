using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Rates;

/// <summary>The business days of an interest period, each with the day whose rate it bears and the days it counts: without allocation, so that decades are compounded at once.</summary>
struct OvernightDays
{
    readonly BusinessCalendar calendar;
    readonly bool looksBack;
    readonly LocalDate lockedFrom;
    LocalDate next, unlocked;

    /// <summary>Before the first day.</summary>
    /// <exception cref="InvalidInputException">The end is not after the start, the terms make no sense, or the lockout leaves no day whose rate could stay.</exception>
    internal OvernightDays(OvernightTerms terms, LocalDate start, LocalDate end)
    {
        if (end <= start) throw InvalidInputException.Of("Overnight rate", $"the end {end.Iso()} is not after the start {start.Iso()}", "the end must fall after the start");
        if (terms.Problems("Overnight rate", "overnight").ToArray() is { Length: > 0 } wrong) throw new InvalidInputException(wrong);
        calendar = BusinessCalendar.Union(terms.Calendars.AsSpan());
        Start = terms.ObservationShift ? calendar.AddBusinessDays(start, -terms.LookbackDays) : start;
        End = terms.ObservationShift ? calendar.AddBusinessDays(end, -terms.LookbackDays) : end;
        looksBack = !terms.ObservationShift && terms.LookbackDays > 0;
        lockedFrom = terms.LockoutDays > 0 ? calendar.AddBusinessDays(End, -terms.LockoutDays) : End;
        if (lockedFrom <= Start)
            throw InvalidInputException.Of("Overnight rate", $"a lockout of {terms.LockoutDays} business days does not fit between {start.Iso()} and {end.Iso()}", "a business day must come before it, whose rate stays");
        next = Start;
        // Days before the first business day bear the rate of the business day before them.
        var first = calendar.Adjust(Start, BusinessDayConvention.Preceding);
        unlocked = looksBack ? calendar.AddBusinessDays(first, -terms.LookbackDays) : first;
    }

    /// <summary>The first day that counts: of the interest period, or as shifted.</summary>
    internal LocalDate Start { get; }

    /// <summary>The day after the last that counts.</summary>
    internal LocalDate End { get; }

    /// <summary>The first day for which the rate counts.</summary>
    internal LocalDate From { get; private set; }

    /// <summary>The day after the last for which it counts.</summary>
    internal LocalDate Until { get; private set; }

    /// <summary>The day whose rate it is.</summary>
    internal LocalDate Observed { get; private set; }

    /// <summary>Goes to the next business day; false after the last.</summary>
    internal bool MoveNext()
    {
        if (next >= End) return false;
        From = next;
        next = calendar.AddBusinessDays(From, 1);
        Until = LocalDate.Min(next, End);
        if (From < lockedFrom || Observed == default) Observed = unlocked;
        unlocked = looksBack ? calendar.AddBusinessDays(unlocked, 1) : next;
        return true;
    }
}
