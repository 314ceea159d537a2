namespace ProjectFinance.Rates;

/// <summary>How an index is rounded before the margin is added: up to 1/16 %, to the nearest 1/1000 %.</summary>
/// <param name="Direction">Up, down or to the nearest.</param>
/// <param name="To">The step as a fraction: 1/16 % is 0.000625. Above zero.</param>
public sealed record IndexRounding(RoundingDirection Direction, Percentage To)
{
    // A rate that stands on a step already may differ from it in the last bits; a billionth of a step keeps it there.
    const double Slack = 1e-9;

    /// <summary>The rounded index as a formula.</summary>
    internal Formula Of(Formula index)
    {
        var steps = index / To.Fraction;
        return To.Fraction * (Direction switch
        {
            RoundingDirection.Up => -Formula.Floor(Slack - steps),
            RoundingDirection.Down => Formula.Floor(steps + Slack),
            _ => Formula.Floor(steps + (0.5 + Slack)),
        });
    }
}

/// <summary>Which way a number is rounded.</summary>
public enum RoundingDirection
{
    /// <summary>To the next step at or above.</summary>
    Up,

    /// <summary>To the next step at or below.</summary>
    Down,

    /// <summary>To the nearest step; halves go up.</summary>
    Nearest,
}
