using NodaTime;

namespace ProjectFinance.Time;

/// <summary>The regular dates between two dates, counted from one of them, and what is left over at the other.</summary>
sealed class RegularDates
{
    readonly LocalDate from, to;
    readonly NodaTime.Period step;
    readonly StubConvention stub;
    readonly RollConvention roll;
    readonly bool rollIsGiven;
    readonly bool fits;
    readonly List<LocalDate> between = [];

    /// <summary>Works the dates out.</summary>
    /// <param name="from">The earlier end.</param>
    /// <param name="to">The later end, on or after it.</param>
    /// <param name="step">A positive step.</param>
    /// <param name="stub">Where what is left over goes.</param>
    /// <param name="given">The day of the month; null to tell it from the dates.</param>
    public RegularDates(LocalDate from, LocalDate to, NodaTime.Period step, StubConvention stub, RollConvention? given)
    {
        (this.from, this.to, this.step, this.stub, rollIsGiven) = (from, to, step, stub, given is not null && given != RollConvention.None);
        roll = given ?? Implied();
        var (anchor, other, direction) = IsForward ? (from, to, 1) : (to, from, -1);
        if (from == to)
        {
            fits = true;
            return;
        }
        long count = 1;
        for (; Rolling.At(anchor, step, count * direction, roll) is { } date; count++)
        {
            if (date == other) fits = true;
            if (direction * NodaTime.Period.DaysBetween(date, other) <= 0) break;
            between.Add(date);
        }
        if (!fits && IsLong && between.Count > 0) between.RemoveAt(between.Count - 1);
        LeavesOnlyAStub = !fits && count == 1;
        if (!IsForward) between.Reverse();
    }

    /// <summary>The regular dates after the earlier end and before the later, in order.</summary>
    public IReadOnlyList<LocalDate> Between => between;

    bool LeavesOnlyAStub { get; }

    bool IsForward => stub is StubConvention.None or StubConvention.ShortBack or StubConvention.LongBack;

    bool IsLong => stub is StubConvention.LongFront or StubConvention.LongBack;

    LocalDate Anchor => IsForward ? from : to;

    /// <summary>What is wrong: an end that is not on the roll, steps that do not fit, a long stub without a whole step to take in.</summary>
    public IEnumerable<Problem> Problem(string subject, string where)
    {
        if (rollIsGiven && !roll.Has(Anchor))
            yield return new(subject, $"{Anchor.Iso()}, from which dates are counted, is not on the roll {roll}", $"it must be, or a {(IsForward ? "first" : "last")} regular date that is must be given", where);
        else if (!fits && stub == StubConvention.None)
            yield return new(subject, $"steps of {step} from {from.Iso()} to {to.Iso()} do not fit", "they must, or a stub must be allowed", where);
        else if (LeavesOnlyAStub && IsLong)
            yield return new(subject, $"no whole step of {step} lies between {from.Iso()} and {to.Iso()}, so the stub cannot be long", "a long stub takes in one whole step", where);
    }

    // A day of the month that fits both ends is better than one that fits the anchor alone: 30 August to 29 February is on the 30th.
    RollConvention Implied()
    {
        if (!Rolling.IsWholeMonths(step)) return RollConvention.None;
        if (from.IsMonthEnd() && to.IsMonthEnd()) return RollConvention.EndOfMonth;
        int months = (to.Year - from.Year) * 12 + to.Month - from.Month, day = Math.Max(from.Day, to.Day);
        var onDay = RollConvention.OnDay(day);
        if (months % CouponFrequency.MonthsOf(step) == 0 && onDay.Has(from) && onDay.Has(to)) return onDay;
        return Anchor.IsMonthEnd() ? RollConvention.EndOfMonth : RollConvention.None;
    }
}
