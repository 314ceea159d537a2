using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Facilities;

/// <summary>Which index makes the rate of which days of a <see cref="ScheduledLoan"/>, its fallbacks counted.</summary>
/// <param name="terms">The loan.</param>
/// <param name="dates">Its dates.</param>
sealed class ResetIndices(ScheduledLoan terms, ScheduledLoanDates dates)
{
    readonly ImmutableArray<ImmutableArray<QuotedIndex>> indices = [.. terms.Interest.Resets.Select(reset => reset.Index is { } name ? QuotedIndex.Of(name, reset, reset.Fallbacks) : [])];

    /// <summary>The index of a reset and those that take its place; none where it has a stated rate.</summary>
    internal ImmutableArray<QuotedIndex> Of(int which) => indices[which];

    /// <summary>Whether interest not due yet bears interest at an index in any column.</summary>
    internal bool CompoundsBalance => indices.Any(quoted => quoted.Any(one => one.CompoundsBalance));

    /// <summary>Whether interest is paid some business days after its period in any.</summary>
    internal bool IsPaidLater => indices.Any(quoted => quoted.Any(one => one.IsPaidLater));

    /// <summary>The index whose rate on a column's own days is known at its end only; null where the rate was set before.</summary>
    internal IndexInForce? In(Period t) =>
        t.Days > 0 && t.Start >= terms.Drawn && t.End <= dates.Last && InForce(t.Start) is { Index.IsInAdvance: false } found ? found : null;

    /// <summary>The index fixed in advance whose rate holds from a day on; null for none.</summary>
    internal IndexInForce? From(LocalDate day) =>
        day >= terms.Drawn && dates.Happens(day) && InForce(day) is { Index.IsInAdvance: true } found && found.For.Start == day && (found.For.End > day || dates.ResetOn(day) >= 0) ? found : null;

    /// <summary>The index in force from a day on; null where the rate is a stated one.</summary>
    internal IndexInForce? InForce(LocalDate day)
    {
        if (dates.ResetBy(day) is not var (which, from) || indices[which] is not [var first, ..] || terms.Interest.FirstReset is not null && from == dates.FirstReset) return null;
        var (isReset, period) = (dates.UntilNextReset(from), dates.Interest.PeriodFrom(day) ?? new(dates.Interest.Ends[^1], dates.Last));
        var whole = first.IsInAdvance ? isReset : isReset.Within(period);
        var quoted = QuotedIndex.InForce(indices[which], whole.Start);
        return new(which, quoted, quoted.IsInAdvance ? whole : whole.Within(period));
    }
}

/// <summary>An index that makes the rate of certain days.</summary>
/// <param name="Reset">The number of the reset it comes from.</param>
/// <param name="Index">The index.</param>
/// <param name="For">The days.</param>
readonly record struct IndexInForce(int Reset, QuotedIndex Index, RatePeriod For);
