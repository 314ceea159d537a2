using ProjectFinance.Time;

namespace ProjectFinance.Facilities;

/// <summary>
/// What is paid on a <see cref="ScheduledLoan"/> is multiplied with an index over what it was when the deal was made. The balance itself stays unscaled. Source: ACTUS dictionary, scalingEffect.
/// </summary>
/// <param name="Index">The index as the market names it, among its prices: "US CPI".</param>
/// <param name="AtDeal">The index when the deal was made: 100. Above zero.</param>
/// <param name="Dates">The dates on which the factor is set anew, after what else falls on them but maturity.</param>
public sealed record Scaling(string Index, double AtDeal, Schedule Dates)
{
    /// <summary>Whether interest is scaled. The default is false.</summary>
    public bool Interest { get; init; }

    /// <summary>Whether principal is scaled. The default is false.</summary>
    public bool Principal { get; init; }

    /// <summary>What the factor of interest is multiplied with. The default is 1.</summary>
    public double InterestMultiplier { get; init; } = 1;

    /// <summary>What the factor of principal is multiplied with. The default is 1.</summary>
    public double PrincipalMultiplier { get; init; } = 1;
}
