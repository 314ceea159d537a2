using System.Collections.Immutable;
using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>What a printed statement shows.</summary>
public sealed record StatementOptions
{
    /// <summary>What the statement is read by. The default is calendar years.</summary>
    public ReportingStep By { get; init; } = ReportingStep.Year;

    /// <summary>
    /// Only the lines that these patterns mean, see <see cref="LinePattern"/>: "Project loan / *". The default is none: the statement a lender reads,
    /// without the lines that only help to compute others.
    /// </summary>
    public ImmutableArray<string> Lines { get; init; } = [];

    /// <summary>Whether every line is shown. The default is false. Ignored where <see cref="Lines"/> has patterns.</summary>
    public bool All { get; init; }

    /// <summary>Only the compliance calendar: every covenant test, duty, payment, longstop and condition of a waiver in order of date. The default is false. Ignored where <see cref="Lines"/> has patterns.</summary>
    public bool Calendar { get; init; }
}
