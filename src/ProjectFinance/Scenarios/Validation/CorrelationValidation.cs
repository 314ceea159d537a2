using System.Globalization;
using ProjectFinance.Deals.Validation;
using ProjectFinance.Scenarios.Generation;

namespace ProjectFinance.Scenarios.Validation;

/// <summary>Whether correlations name factors once a pair, lie between -1 and 1, and can hold together.</summary>
static class CorrelationValidation
{
    const string Subject = "Correlations";

    /// <summary>Everything that is wrong with the correlations.</summary>
    internal static IEnumerable<Problem> Problems(ScenarioTerms terms)
    {
        List<Problem> single = [.. terms.Correlations.SelectMany((one, i) => Problems(terms, one, i))];
        bool namesDiffer = terms.Factors.Select(factor => factor.Name).Distinct(StringComparer.Ordinal).Count() == terms.Factors.Length;
        return single.Count == 0 && namesDiffer ? Joint(terms) : single;
    }

    static IEnumerable<Problem> Problems(ScenarioTerms terms, FactorCorrelation one, int index)
    {
        var (subject, where) = ($"Correlation of '{one.Of}' and '{one.With}'", $"correlations[{index}]");
        var names = terms.Factors.Select(factor => factor.Name).ToList();
        foreach (var problem in TermCheck.Known(one.Of, names, "factor", subject, $"{where}.of").Concat(TermCheck.Known(one.With, names, "factor", subject, $"{where}.with"))) yield return problem;
        if (one.Of == one.With) yield return new(subject, "both are one factor", "name two factors", $"{where}.with");
        if (!(Math.Abs(one.Value) <= 1)) yield return new(subject, $"it is {Written(one.Value)}", "it must be from -1 to 1", $"{where}.value");
        foreach (var (name, field) in new[] { (one.Of, "of"), (one.With, "with") })
            if (terms.Factors.FirstOrDefault(factor => factor.Name == name)?.Process is HistoricalPrice or HistoricalRate)
                yield return new(subject, $"'{name}' is drawn from the past", "a factor drawn from the past is independent of the others", $"{where}.{field}");
        int earlier = terms.Correlations.Index().First(other => IsSamePair(other.Item, one)).Index;
        if (earlier < index) yield return new(subject, $"it is given already, in correlations[{earlier}]", "give each pair once", where);
    }

    static bool IsSamePair(FactorCorrelation one, FactorCorrelation other) =>
        one.Of == other.Of && one.With == other.With || one.Of == other.With && one.With == other.Of;

    static IEnumerable<Problem> Joint(ScenarioTerms terms)
    {
        var factors = terms.Factors.ToList();
        if (CorrelationMatrix.Of(factors, terms).Cholesky() is not null) yield break;
        // What can be taken away without healing it has no part in it.
        foreach (var factor in terms.Factors)
            if (CorrelationMatrix.Of([.. factors.Where(other => other != factor)], terms).Cholesky() is null) factors.Remove(factor);
        // Rounded before anything is made of it; zero is written without a sign.
        double least = Math.Round(CorrelationMatrix.Of(factors, terms).LeastEigenvalue(), 6) + 0.0;
        // The eigenvalues of 1 + share (matrix - 1) are 1 + share (eigenvalue - 1): this share leaves the least at a hundredth.
        double share = Math.Floor(Math.Round(99 / (1 - Math.Min(0, least)), 6)) / 100;
        yield return new(Subject, $"those of {string.Join(", ", factors.Select(factor => $"'{factor.Name}'"))} cannot hold together: their matrix is not positive definite, its least eigenvalue is {Written(least)}",
            $"every eigenvalue must be above zero, as it would be were each of these correlations {Written(share)} of what it is, or less", "correlations");
    }

    static string Written(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
