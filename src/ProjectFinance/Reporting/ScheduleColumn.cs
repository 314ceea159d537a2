using System.Collections.Immutable;

namespace ProjectFinance.Reporting;

/// <summary>A column of a printed schedule.</summary>
/// <param name="Heading">What stands above it, on two lines divided by a line feed.</param>
/// <param name="Cell">The figure of a period.</param>
sealed record ScheduleColumn(string Heading, Func<Period, string> Cell)
{
    /// <summary>The lines whose sum the figures are. The default is none.</summary>
    internal ImmutableArray<Line> Lines { get; init; } = [];

    /// <summary>What stands below it: the sum. The default is nothing.</summary>
    internal string Total { get; init; } = "";

    /// <summary>Whether it is left out first where the schedule is too wide; the others by ascending number. Zero, the default, is never left out.</summary>
    internal int Dispensable { get; init; }

    /// <summary>Why nothing is lost when it is left out.</summary>
    internal string InPlace { get; init; } = "";

    internal int Width(IEnumerable<Period> rows) =>
        1 + rows.Select(Cell).Append(Total).Concat(Heading.Split('\n').Select(line => line + " ")).Max(text => text.Length);
}
