using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Time;

/// <summary>Dates written out one by one.</summary>
/// <param name="Dates">The dates, each later than the one before. At least one.</param>
public sealed record OnDates(ImmutableArray<LocalDate> Dates) : Schedule
{
    /// <summary>The dates, each later than the one before. At least one.</summary>
    // Hides the method of the base by name only: Dates(calendar, convention) still finds it.
    public new ImmutableArray<LocalDate> Dates { get; init; } = Dates;

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems(string subject, string where)
    {
        if (Dates.IsDefaultOrEmpty)
        {
            yield return new Problem(subject, "no date is given", "at least one must be", where);
            yield break;
        }
        for (int i = 1; i < Dates.Length; i++)
            if (Dates[i] <= Dates[i - 1])
                yield return new Problem(subject, $"date {i + 1}, {Dates[i].Iso()}, does not follow {Dates[i - 1].Iso()}", "each date must be later than the one before", where);
    }

    /// <summary>Whether both have the same dates.</summary>
    public bool Equals(OnDates? other) => other is not null && Dates.AsSpan().SequenceEqual(other.Dates.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Dates.IsDefaultOrEmpty ? 0 : HashCode.Combine(Dates.Length, Dates[0], Dates[^1]);

    /// <summary>The terms in a line: "1997-09-30, 1997-12-31".</summary>
    public override string ToString() => Dates.IsDefaultOrEmpty ? "no date" : string.Join(", ", Dates.Select(date => date.Iso()));

    private protected override IEnumerable<LocalDate> Unadjusted() => Dates;
}
