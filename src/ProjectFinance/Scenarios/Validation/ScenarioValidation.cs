using ProjectFinance.Deals.Validation;
using ProjectFinance.Scenarios.Generation;

namespace ProjectFinance.Scenarios.Validation;

/// <summary>Whether a description of random scenarios makes sense by itself, whatever the deal.</summary>
static class ScenarioValidation
{
    const string Subject = "Scenarios";

    /// <summary>Everything that is wrong with a description, with the JSON path of each.</summary>
    internal static IEnumerable<Problem> Problems(ScenarioTerms terms) =>
    [
        .. TermCheck.AtLeast(0, terms.Seed, "seed", Subject, "seed"),
        .. TermCheck.NotEmpty(terms.Factors, "factor", Subject, "factors"),
        .. Names(terms),
        .. Targets(terms),
        .. terms.Factors.SelectMany((factor, i) => ProcessValidation.Problems(factor.Process, Named(factor), $"factors[{i}].process.{Json.ProcessShape.Shape.KeyOf(factor.Process)}")),
        .. CorrelationValidation.Problems(terms),
    ];

    /// <summary>A factor as problems name it.</summary>
    internal static string Named(ScenarioFactor factor) => $"Factor '{factor.Name}'";

    static IEnumerable<Problem> Names(ScenarioTerms terms)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var streams = new Dictionary<int, string>();
        foreach (var (i, factor) in terms.Factors.Index())
        {
            var where = $"factors[{i}].name";
            if (string.IsNullOrWhiteSpace(factor.Name)) yield return new("Factor", "the name is empty", "a name must be given", where);
            else if (!known.TryAdd(factor.Name, i)) yield return new(Named(factor), $"the name is already that of factors[{known[factor.Name]}].name", "each must have a name of its own", where);
            else if (!streams.TryAdd(DrawStream.Of(factor.Name), factor.Name))
                yield return new(Named(factor), $"its name would give it the random numbers of '{streams[DrawStream.Of(factor.Name)]}'", "give one of them another name", where);
        }
    }

    static IEnumerable<Problem> Targets(ScenarioTerms terms)
    {
        var moved = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (i, factor) in terms.Factors.Index())
        {
            foreach (var none in TermCheck.NotEmpty(factor.Targets, "target", Named(factor), $"factors[{i}].targets")) yield return none;
            foreach (var (j, target) in factor.Targets.Index())
                if (!moved.TryAdd(target, factor.Name)) yield return new(Named(factor), $"'{target}' is moved by '{moved[target]}' already", "one factor moves an input", $"factors[{i}].targets[{j}]");
        }
    }
}
