using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Time;

/// <summary>The same dates of each year: 30 September and 31 December of each year from 1997-09-30 to 2000-12-31.</summary>
/// <param name="Dates">Days of the year, in any order, each once. 29 February is the 28th in other years.</param>
/// <param name="First">The day before which there are no dates. It need not be one itself.</param>
/// <param name="Last">The day after which there are no dates; on or after First.</param>
public sealed record OnDatesOfYear(ImmutableArray<AnnualDate> Dates, LocalDate First, LocalDate Last) : Schedule
{
    /// <summary>Days of the year, in any order, each once. 29 February is the 28th in other years.</summary>
    // Hides the method of the base by name only: Dates(calendar, convention) still finds it.
    public new ImmutableArray<AnnualDate> Dates { get; init; } = Dates;

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems(string subject, string where)
    {
        foreach (var problem in OrderProblems(First, Last, subject, where)) yield return problem;
        if (Dates.IsDefaultOrEmpty)
        {
            yield return new Problem(subject, "no date of the year is given", "at least one must be, such as 30 September", where);
            yield break;
        }
        foreach (var date in Dates.GroupBy(date => date).Where(same => same.Count() > 1).Select(same => same.Key))
            yield return new Problem(subject, $"the date of the year {Text(date)} is given more than once", "each must be given once", where);
        if (First <= Last && !Unadjusted().Any())
            yield return new Problem(subject, $"none of {List()} falls from {First.Iso()} to {Last.Iso()}", "at least one date must", where);
    }

    /// <summary>Whether both have the same dates in the same order, and the same first and last day.</summary>
    public bool Equals(OnDatesOfYear? other) =>
        other is not null && First == other.First && Last == other.Last && Dates.AsSpan().SequenceEqual(other.Dates.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(First, Last, Dates.IsDefaultOrEmpty ? 0 : Dates.Length);

    /// <summary>The terms in a line: "09-30, 12-31 of each year from 1997-09-30 to 2000-12-31".</summary>
    public override string ToString() => $"{List()} of each year from {First.Iso()} to {Last.Iso()}";

    private protected override IEnumerable<LocalDate> Unadjusted() =>
        Enumerable.Range(First.Year, Last.Year - First.Year + 1)
            .SelectMany(year => Dates.Select(date => date.InYear(year)).Distinct().Order())
            .Where(date => date >= First && date <= Last);

    string List() => Dates.IsDefaultOrEmpty ? "no date" : string.Join(", ", Dates.Select(Text));

    static string Text(AnnualDate date) => $"{date.Month:00}-{date.Day:00}";
}
