using System.Collections.Immutable;

namespace ProjectFinance.Reporting;

/// <summary>What a printed comparison shows.</summary>
public sealed record ComparisonOptions
{
    /// <summary>
    /// Only the lines that these patterns mean, see <see cref="Results.LinePattern"/>, whether they differ or not: "Project loan / *". The default is none: the
    /// whole story, with the largest differences of the lines a lender reads.
    /// </summary>
    public ImmutableArray<string> Lines { get; init; } = [];

    /// <summary>
    /// Whether everything is shown: citations and descriptions, parts in full, events on the same day, every line that differs. The default is false. Ignored where
    /// <see cref="Lines"/> has patterns.
    /// </summary>
    public bool All { get; init; }
}
