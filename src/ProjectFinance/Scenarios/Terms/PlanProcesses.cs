namespace ProjectFinance.Scenarios;

/// <summary>A lognormal number by which the usual values of inputs are multiplied: costs, grade, recovery, production.</summary>
/// <param name="Deviation">Its standard deviation as a share of its mean: 10 % is 0.1. From zero to 1,000 %.</param>
public sealed record LognormalMultiple(Percentage Deviation) : Process
{
    /// <summary>Its mean. Above zero, at most 100; the default is 1, so that the plan stays the mean.</summary>
    public double Mean { get; init; } = 1;

    /// <summary>How often it is drawn. The default is once in a scenario.</summary>
    public DrawnWhen Drawn { get; init; } = DrawnWhen.Once;
}

/// <summary>A number between two bounds by which the usual values of inputs are multiplied, most often near a third: the triangular distribution.</summary>
/// <param name="Low">The least. Zero or more.</param>
/// <param name="High">The greatest; above <paramref name="Low"/>, at most 100.</param>
public sealed record TriangularMultiple(double Low, double High) : Process
{
    /// <summary>The most frequent, from low to high. The default, null, is the one that makes the mean 1, 3 - low - high, so that the plan stays the mean.</summary>
    public double? Mode { get; init; }

    /// <summary>How often it is drawn. The default is once in a scenario.</summary>
    public DrawnWhen Drawn { get; init; } = DrawnWhen.Once;
}

/// <summary>How often a factor is drawn.</summary>
public enum DrawnWhen
{
    /// <summary>Once in a scenario: the same for all columns of a line.</summary>
    Once,

    /// <summary>Anew in each column of the timeline, independently of the columns before; for input lines only.</summary>
    EachColumn,
}
