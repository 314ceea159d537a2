using ProjectFinance.Rates;

namespace ProjectFinance.Facilities;

/// <summary>
/// A share of an account's excess that goes to principal: "two-thirds of net cash flow". The excess is what is left at the sweep's place in the waterfall above the minimum balance
/// and above what is kept from distribution. The obligation is "Project loan / Sweep".
/// </summary>
public sealed record Sweep
{
    /// <summary>The account whose excess is swept; its waterfall pays the sweep: "Proceeds Account".</summary>
    public required string Account { get; init; }

    /// <summary>The share of the excess as a fraction: two-thirds is 0.6667. Above 0, at most 1.</summary>
    public required Percentage Share { get; init; }

    /// <summary>The date or milestone from which is swept. The default is the closing.</summary>
    public Occasion? From { get; init; }

    /// <summary>On which days is swept. The default is interest dates.</summary>
    public SweepDates On { get; init; } = SweepDates.InterestDates;

    /// <summary>Where it is agreed. The default is empty.</summary>
    public string Source { get; init; } = "";
}

/// <summary>The days on which an account is swept.</summary>
public enum SweepDates
{
    /// <summary>The loan's interest dates.</summary>
    InterestDates,

    /// <summary>The end of every column.</summary>
    EveryColumn,
}
