using System.Collections.Immutable;
using ProjectFinance.Scenarios.Generation;

namespace ProjectFinance.Scenarios;

/// <summary>Reads a reverse stress for a model and says what of it cannot be used.</summary>
static class StressReading
{
    const double Furthest = 40;

    internal static (TargetMargins Targets, ImmutableArray<Variation> Factors, double[][] Lower) Read(Model model, ReverseStress terms)
    {
        var gather = new Gather();
        gather.Add(Problems(terms));
        TargetMargins? targets = null;
        gather.Try(() => targets = terms.Until.Comparison == Comparison.Exactly
            ? throw InvalidInputException.Of($"Condition '{terms.Until}'", "it asks for one value", "say from which side the value is reached: >= or <=") : TargetMargins.Of(model, [terms.Until]));
        foreach (var factor in terms.Factors) gather.Try(() => InputGroup.Find(model, factor.Input));
        gather.Throw();
        var found = Gather.Each(terms.Factors, (factor, _) => Variation(model, factor, targets!, terms));
        if (found.SelectMany(factor => factor.Inputs).GroupBy(cell => cell).FirstOrDefault(cell => cell.Count() > 1) is { } shared)
            throw InvalidInputException.Of($"Input '{shared.Key}'", "two factors move it", "let each input be moved by one factor");
        return (targets!, [.. found], CorrelationMatrix.Of(Names(terms), terms.Correlations).Cholesky()!);
    }

    static ImmutableArray<string> Names(ReverseStress terms) => [.. terms.Factors.Select(factor => factor.Input)];

    // The range of the variation only says that the inputs can be moved as far as they may be.
    static Variation Variation(Model model, StressFactor factor, TargetMargins targets, ReverseStress terms)
    {
        double size = factor.StandardDeviation * terms.Within;
        var (from, to) = factor.By == VariedBy.Factor ? (Randomness.Exponential.Of(-size), Randomness.Exponential.Of(size)) : (-size, size);
        return VariationChoice.Of(model, factor.Input, targets.Outputs, new() { By = factor.By, From = from, To = to, Step = 0, KnownTo = terms.KnownTo });
    }

    static List<Problem> Problems(ReverseStress terms)
    {
        var problems = new List<Problem>();
        if (terms.Factors.IsDefaultOrEmpty) problems.Add(new("Stress", "nothing moves", "name at least one input and its standard deviation"));
        if (!(terms.Within > 0 && terms.Within <= Furthest)) problems.Add(new("Standard deviations", FormattableString.Invariant($"{terms.Within:R} are to be looked at"), "give a number above 0, at most 40"));
        foreach (var factor in terms.Factors)
        {
            if (!(factor.StandardDeviation > 0) || !double.IsFinite(factor.StandardDeviation)) problems.Add(new($"Stress of '{factor.Input}'", FormattableString.Invariant($"the standard deviation is {factor.StandardDeviation:R}"), "it must be a finite number above zero"));
            if (factor.By == VariedBy.Level) problems.Add(new($"Stress of '{factor.Input}'", "it moves to a level", "let it move by a factor or by an addition"));
        }
        var names = Names(terms);
        if (names.Distinct().Count() < names.Length) problems.Add(new("Stress", "an input is named twice", "name each input once"));
        foreach (var one in terms.Correlations)
        {
            foreach (var name in (string[])[one.Of, one.With])
                if (!names.Contains(name)) problems.Add(new($"Correlation of '{one.Of}' and '{one.With}'", $"'{name}' does not move", Nearest.Hint(name, names)));
            if (one.Of == one.With) problems.Add(new($"Correlation of '{one.Of}' and '{one.With}'", "both are one factor", "name two factors"));
            if (!(Math.Abs(one.Value) <= 1)) problems.Add(new($"Correlation of '{one.Of}' and '{one.With}'", FormattableString.Invariant($"it is {one.Value:R}"), "it must be from -1 to 1"));
        }
        if (problems.Count == 0 && CorrelationMatrix.Of(names, terms.Correlations) is var matrix && matrix.Cholesky() is null)
            problems.Add(new("Correlations", FormattableString.Invariant($"they cannot hold together: their matrix is not positive definite, its least eigenvalue is {Math.Round(matrix.LeastEigenvalue(), 6):R}"), "every eigenvalue must be above zero; bring the correlations nearer to zero"));
        return problems;
    }
}
