using System.Collections.Immutable;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>A part of a printed statement.</summary>
/// <param name="Title">Its heading: "Project loan".</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Note">What is said below the rows, or in their place. Empty for nothing.</param>
sealed record TableSection(string Title, ImmutableArray<TableRow> Rows, string Note = "")
{
    /// <summary>What the section's money is counted in; null where there is none.</summary>
    internal Unit? Currency => Rows.Select(row => row.Values?.Line.Unit).FirstOrDefault(unit => unit is { IsCurrency: true });
}

/// <summary>A row of a printed statement.</summary>
/// <param name="Label">What it is: "less Royalty".</param>
/// <param name="Values">The line behind it; null for a blank row.</param>
/// <param name="IsTotal">Whether a rule stands above it. The default is false.</param>
sealed record TableRow(string Label, StatementRow? Values, bool IsTotal = false)
{
    /// <summary>What is printed in a period in place of the value, or null for the value. The default is the value.</summary>
    internal Func<ReportingPeriod, string?> Instead { get; init; } = _ => null;

    /// <summary>How the row is marked.</summary>
    internal Emphasis Emphasis { get; init; } = IsTotal ? Emphasis.Total : Emphasis.Plain;

    /// <summary>A blank row.</summary>
    internal static TableRow Gap { get; } = new("", null);
}
