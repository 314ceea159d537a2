using NodaTime;

namespace ProjectFinance.Time;

/// <summary>Dates at equal steps: every three months from 1996-09-30 to 2000-12-31.</summary>
/// <remarks>
/// Each date is counted from <paramref name="First"/>, never from the date before nor from an adjusted one. When First is a month end and the step is
/// whole months, all dates are month ends: 1996-09-30, then 1996-12-31. The dates end at the last one on or before <paramref name="Last"/>.
/// </remarks>
/// <param name="Step">From one date to the next: three months. At least a day; no negative part and no time of day.</param>
/// <param name="First">The first date.</param>
/// <param name="Last">The date after which there are no more; on or after First. It need not be whole steps away.</param>
public sealed record Every(NodaTime.Period Step, LocalDate First, LocalDate Last) : Schedule
{
    internal override NodaTime.Period? RegularStep => Step;

    internal override bool KeepsMonthEnds => First.IsMonthEnd();

    /// <inheritdoc/>
    public override IEnumerable<Problem> Problems(string subject, string where)
    {
        if (!Rolling.IsPositive(Step))
            yield return new Problem(subject, $"the step {Step} does not go forward", "a step must be at least a day, without negative parts or a time of day", where);
        foreach (var problem in OrderProblems(First, Last, subject, where)) yield return problem;
    }

    /// <summary>The terms in a line: "every P3M from 1996-09-30 to 2000-12-31".</summary>
    public override string ToString() => $"every {Step} from {First.Iso()} to {Last.Iso()}";

    private protected override IEnumerable<LocalDate> Unadjusted() => Rolling.From(First, Step).TakeWhile(date => date <= Last);
}
