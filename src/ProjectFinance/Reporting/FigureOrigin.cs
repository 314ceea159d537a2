using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace ProjectFinance.Reporting;

/// <summary>The cells behind a figure of a report: one cell, several lines in a column, or lines over columns.</summary>
/// <param name="Of">The lines. Never empty.</param>
/// <param name="First">The number of the first column.</param>
/// <param name="Last">The number of the last column.</param>
sealed record FigureOrigin(ImmutableArray<Line> Of, int First, int Last)
{
    /// <summary>The lines by number: "12+15".</summary>
    internal string Lines => LinesOf(Of)!;

    /// <summary>The columns by number: "5", "0-5".</summary>
    internal string Columns => ColumnsOf(First, Last);

    /// <summary>A cell.</summary>
    internal static FigureOrigin At(Line line, Period t) => new([line], t.Index, t.Index);

    /// <summary>The cell of a line in the column that ends on a date.</summary>
    internal static FigureOrigin At(Run run, string line, LocalDate on) => At(run.Model.Find(line), run.Model.Timeline.Containing(on));

    /// <summary>A line over all columns.</summary>
    internal static FigureOrigin Whole(Line line) => new([line], 0, line.Model.Periods.Count - 1);

    internal static string ColumnsOf(int first, int last) => first == last ? first.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{first}-{last}");

    /// <summary>The numbers of lines; null for none.</summary>
    internal static string? LinesOf(IEnumerable<Line> lines) => string.Join('+', lines.Select(line => line.Number)) is { Length: > 0 } numbers ? numbers : null;
}
