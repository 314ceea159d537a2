using NodaTime;

namespace ProjectFinance.Time;

/// <summary>One period of a schedule, as the contract writes its dates and as business days move them.</summary>
/// <param name="UnadjustedStart">The date the contract names: 1996-12-31.</param>
/// <param name="UnadjustedEnd">The date the contract names: 1997-03-31; the next period's UnadjustedStart.</param>
/// <param name="Start">The start as moved to a business day.</param>
/// <param name="End">The end as moved to a business day: 1997-03-27; the next period's Start.</param>
public readonly record struct SchedulePeriod(LocalDate UnadjustedStart, LocalDate UnadjustedEnd, LocalDate Start, LocalDate End)
{
    /// <summary>The dates as moved: "1996-12-31/1997-03-27".</summary>
    public override string ToString() => $"{Start.Iso()}/{End.Iso()}";
}
