using System.Collections.Immutable;
using NodaTime;

namespace ProjectFinance.Results;

/// <summary>A line that two runs have, side by side on the days on which a column ends in both.</summary>
/// <param name="Name">The line's name: "Project loan / Interest".</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Kind">What kind of line it is: a flow is what flowed since the common day before, everything else stands as on the day, an opening balance as on the common day before.</param>
/// <param name="First">[common end] of the first run.</param>
/// <param name="Second">[common end] of the second run.</param>
public sealed record ComparedLine(string Name, Unit Unit, LineKind Kind, ImmutableArray<double> First, ImmutableArray<double> Second)
{
    /// <summary>For a flow what flows on the whole timeline of each run, days that only one has included; null for everything else.</summary>
    public ComparedTotal? Total { get; init; }

    /// <summary>The first common end on which it differs; null where it never does.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The largest difference, the first of several; null where it never differs.</summary>
    public ComparedValue? Largest { get; init; }

    /// <summary>Whether it differs by more than rounding, on a common end or in total.</summary>
    public bool Differs => From is not null || Total is { } total && ComparedNumber.AreApart(total.First, total.Second, Unit);
}

/// <summary>What two runs have on a day.</summary>
/// <param name="On">The day: the end of a column in both.</param>
/// <param name="First">In the first run; positive infinity for a ratio that does not apply.</param>
/// <param name="Second">In the second run; likewise.</param>
public sealed record ComparedValue(LocalDate On, double First, double Second)
{
    /// <summary>The second less the first; null where one does not apply.</summary>
    public double? Difference => double.IsFinite(Second - First) ? Second - First : null;
}

/// <summary>What flows in two runs, in all.</summary>
/// <param name="First">In the first run.</param>
/// <param name="Second">In the second run.</param>
public sealed record ComparedTotal(double First, double Second)
{
    /// <summary>The second less the first.</summary>
    public double Difference => Second - First;
}
