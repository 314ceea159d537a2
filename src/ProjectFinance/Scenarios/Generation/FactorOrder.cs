using System.Collections.Immutable;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>
/// The factors that correlations may join, in the order of their Cholesky matrix: paths, those with most observed days first, then what is drawn in each column, then what is drawn once, each by name. What comes later
/// is correlated with the sum of what came earlier: a column's variate with the steps in the column, a scenario's with all steps.
/// </summary>
sealed class FactorOrder
{
    readonly double[][] lower;

    /// <summary>Puts the factors in order.</summary>
    /// <param name="terms">Validated terms, whose correlations are positive definite.</param>
    /// <param name="laws">The laws of the factors.</param>
    /// <param name="cells">All inputs that vary. A path that others lean on needs a variate in every step; so those lead that need most anyway.</param>
    internal FactorOrder(ScenarioTerms terms, ImmutableArray<FactorLaw> laws, ImmutableArray<DrawnCell> cells)
    {
        var days = cells.SelectMany(cell => cell.Parts).Distinct().ToLookup(part => part.Factor, part => part.Moment);
        ImmutableArray<int> Sorted(Func<FactorLaw, bool> kind) =>
            [.. terms.Factors.Index().Where(factor => kind(laws[factor.Index])).OrderBy(factor => factor.Item.Name, StringComparer.Ordinal).Select(factor => factor.Index)];
        Paths = [.. Sorted(law => law is PathLaw).OrderByDescending(factor => days[factor].Distinct().Count())];
        InColumns = Sorted(law => law is MultipleLaw { IsDrawnEachColumn: true });
        Once = Sorted(law => law is MultipleLaw { IsDrawnEachColumn: false } or DelayLaw);
        Histories = Sorted(law => law is HistoryLaw);
        All = [.. Paths, .. InColumns, .. Once];
        lower = CorrelationMatrix.Of([.. All.Select(factor => terms.Factors[factor])], terms).Cholesky()!;
    }

    /// <summary>Gaussian paths, by their places in the terms.</summary>
    internal ImmutableArray<int> Paths { get; }

    /// <summary>Factors drawn in each column.</summary>
    internal ImmutableArray<int> InColumns { get; }

    /// <summary>Factors drawn once.</summary>
    internal ImmutableArray<int> Once { get; }

    /// <summary>Paths drawn from the past, which are independent of all others.</summary>
    internal ImmutableArray<int> Histories { get; }

    ImmutableArray<int> All { get; }

    /// <summary>How much of each of some factors' variates is in that of a factor.</summary>
    internal ImmutableArray<double> Mix(int factor, ImmutableArray<int> of) => [.. of.Select(other => lower[All.IndexOf(factor)][All.IndexOf(other)])];

    /// <summary>Whether any of some factors has part of another's variates.</summary>
    internal bool IsPartOf(int factor, IEnumerable<int> others) => others.Any(other => lower[All.IndexOf(other)][All.IndexOf(factor)] != 0);
}
