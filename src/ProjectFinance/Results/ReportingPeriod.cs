using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace ProjectFinance.Results;

/// <summary>What people read a model by.</summary>
public enum ReportingStep
{
    /// <summary>Every column by itself.</summary>
    Column,

    /// <summary>Calendar quarters.</summary>
    Quarter,

    /// <summary>Calendar half-years.</summary>
    HalfYear,

    /// <summary>Calendar years.</summary>
    Year,
}

/// <summary>Columns that are read together, because they end in the same calendar year, half-year or quarter.</summary>
/// <param name="Label">How it is called: "1997", "1997-H1", "1997-Q3", or for a single column its end, "1997-09-30".</param>
/// <param name="First">Its first column, counted from 0.</param>
/// <param name="Last">Its last column; at least First.</param>
/// <param name="Start">The start of its first column.</param>
/// <param name="End">The end of its last column.</param>
public sealed record ReportingPeriod(string Label, int First, int Last, LocalDate Start, LocalDate End)
{
    /// <summary>The reporting periods of a timeline, each with at least one column.</summary>
    public static ImmutableArray<ReportingPeriod> Of(Timeline timeline, ReportingStep by)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return [.. timeline.Periods.GroupBy(t => by == ReportingStep.Column ? $"{t.Index}" : LabelOf(t.End, by)).Select(columns => Together([.. columns], by))];
    }

    static ReportingPeriod Together(ImmutableArray<Period> columns, ReportingStep by) =>
        new(LabelOf(columns[^1].End, by), columns[0].Index, columns[^1].Index, columns[0].Start, columns[^1].End);

    static string LabelOf(LocalDate end, ReportingStep by) => by switch
    {
        ReportingStep.Year => Year(end),
        ReportingStep.HalfYear => $"{Year(end)}-H{(end.Month + 5) / 6}",
        ReportingStep.Quarter => $"{Year(end)}-Q{(end.Month + 2) / 3}",
        _ => end.Iso(),
    };

    static string Year(LocalDate date) => date.Year.ToString("0000", CultureInfo.InvariantCulture);
}
