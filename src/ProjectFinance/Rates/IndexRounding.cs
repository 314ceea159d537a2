namespace ProjectFinance.Rates;

/// <summary>How an index is rounded before the margin is added: up to 1/16 %, to the nearest 1/1000 %.</summary>
/// <param name="Direction">Up, down or to the nearest.</param>
/// <param name="To">The step as a fraction: 1/16 % is 0.000625. Above zero.</param>
public sealed record IndexRounding(RoundingDirection Direction, Percentage To);

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
