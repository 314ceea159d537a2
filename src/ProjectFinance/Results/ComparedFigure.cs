using NodaTime;

namespace ProjectFinance.Results;

/// <summary>A headline figure of two runs side by side.</summary>
/// <param name="Name">What it is: "Project loan: drawn", "Minimum DSCR".</param>
public abstract record ComparedFigure(string Name)
{
    /// <summary>Whether it differs by more than rounding.</summary>
    public abstract bool Differs { get; }
}

/// <summary>How a figure is counted.</summary>
public enum FigureMeasure
{
    /// <summary>An amount in a unit: money, ounces.</summary>
    Amount,

    /// <summary>A cover ratio: 1.43 times.</summary>
    Times,

    /// <summary>A part of a whole as a fraction: 41.3 % is 0.413.</summary>
    Share,

    /// <summary>A number of things.</summary>
    Count,
}

/// <summary>A figure that is a number.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Measure">How it is counted.</param>
/// <param name="Unit">The unit of an amount; a plain number otherwise.</param>
/// <param name="First">In the first run; null where it has none.</param>
/// <param name="Second">In the second run; null where it has none.</param>
public sealed record ComparedNumber(string Name, FigureMeasure Measure, Unit Unit, double? First, double? Second) : ComparedFigure(Name)
{
    /// <summary>The second less the first; null where either has none.</summary>
    public double? Difference => Second - First;

    /// <inheritdoc/>
    public override bool Differs => First.HasValue != Second.HasValue || First is { } first && Second is { } second && AreApart(first, second, Unit);

    /// <summary>Whether two numbers of one unit differ by more than rounding: half a cent, or a billionth of what is not money.</summary>
    internal static bool AreApart(double first, double second, Unit unit) =>
        !first.Equals(second) && !(Math.Abs(second - first) <= (unit.IsCurrency ? Noticeable.Money : Noticeable.Number * Math.Max(1, Math.Max(Math.Abs(first), Math.Abs(second)))));
}

/// <summary>A figure that is a day.</summary>
/// <param name="Name">What it is: "Project loan: repaid by".</param>
/// <param name="First">In the first run; null for never.</param>
/// <param name="Second">In the second run; null for never.</param>
public sealed record ComparedDate(string Name, LocalDate? First, LocalDate? Second) : ComparedFigure(Name)
{
    /// <inheritdoc/>
    public override bool Differs => First != Second;
}
