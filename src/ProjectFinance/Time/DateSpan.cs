using NodaTime;

namespace ProjectFinance.Time;

/// <summary>The days after one date up to and including another, as a column of a calendar table covers them: 1997-Q3 is 1997-06-30 to 1997-09-30.</summary>
/// <param name="Start">The date after which the days begin, itself not one of them.</param>
/// <param name="End">The last of the days; after Start.</param>
public readonly record struct DateSpan(LocalDate Start, LocalDate End)
{
    /// <summary>How many days there are: 92 in 1997-Q3.</summary>
    public int Days => NodaTime.Period.DaysBetween(Start, End);

    /// <summary>The span as "1997-06-30/1997-09-30", a label that <see cref="Spans"/> reads.</summary>
    public override string ToString() => $"{Start.Iso()}/{End.Iso()}";
}
