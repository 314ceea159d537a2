using System.Collections.Immutable;
using ProjectFinance.Deals.Json;
using ProjectFinance.Rates;
using ProjectFinance.Scenarios.Validation;

namespace ProjectFinance.Scenarios.Generation;

/// <summary>Which factor moves which input of a model: by series those that observe the market, one by one the others.</summary>
sealed class MovedInputs
{
    readonly Dictionary<string, int> bySeries = new(StringComparer.Ordinal);
    readonly Dictionary<int, int> bySlot = [];
    readonly Model model;
    readonly ScenarioTerms terms;
    readonly List<Problem> problems = [];

    /// <summary>Finds the targets of all factors.</summary>
    /// <param name="model">The model.</param>
    /// <param name="terms">Terms that have been validated by themselves.</param>
    /// <param name="inputs">The inputs that may be moved.</param>
    /// <exception cref="InvalidInputException">Every target that does not exist or does not fit its factor's law.</exception>
    internal MovedInputs(Model model, ScenarioTerms terms, ImmutableArray<InputCell> inputs)
    {
        (this.model, this.terms) = (model, terms);
        foreach (var (i, factor) in terms.Factors.Index())
        foreach (var (j, target) in factor.Targets.Index())
            Find(i, factor, target, inputs, $"factors[{i}].targets[{j}]");
        foreach (var (series, factor) in bySeries)
            if (Differences(series) is { } difference && new[] { difference.Of, difference.Less }.FirstOrDefault(bySeries.ContainsKey) is { } part)
                Report(factor, $"'{series}' is '{difference.Of}' less '{difference.Less}', and '{terms.Factors[bySeries[part]].Name}' moves '{part}'", "let a factor move the difference or its parts, not both", $"factors[{factor}].targets");
        if (problems.Count > 0) throw new InvalidInputException(problems);
    }

    /// <summary>The factor that moves a series of the market, by its place in the terms; null for none.</summary>
    internal int? OfSeries(string series) => bySeries.TryGetValue(series, out int factor) ? factor : null;

    /// <summary>The factor that moves an input that observes nothing of the market.</summary>
    internal int? OfCell(InputCell cell) => bySlot.TryGetValue(cell.Slot, out int factor) ? factor : null;

    /// <summary>Two series whose difference a series is, where it is one.</summary>
    internal IndexDifference? Differences(string series) => model.Market.Indices.GetValueOrDefault(series)?.Difference;

    void Find(int place, ScenarioFactor factor, string target, ImmutableArray<InputCell> inputs, string where)
    {
        InputGroup group;
        try { group = InputGroup.Find(model, target, inputs); }
        catch (InvalidInputException missing)
        {
            // What it would move has happened.
            if (inputs.Any(cell => cell.IsSettled && (cell.Name == target || cell.Observed?.Series == target))) return;
            Report(place, $"the model has no series, input line or single number '{target}' that anything depends on", missing.Problems[0].Allowed, where);
            return;
        }
        bool isSeries = group.Cells.Any(cell => cell.Observed?.Series == target);
        var wrong = Unfit(factor, group, isSeries);
        if (wrong is var (fact, allowed)) Report(place, fact, allowed, where);
        else if (isSeries) bySeries[target] = place;
        else
            foreach (var cell in group.Cells)
                if (!bySlot.TryAdd(cell.Slot, place)) Report(place, $"'{cell}' is moved by '{terms.Factors[bySlot[cell.Slot]].Name}' already", "one factor moves an input", where);
    }

    (string Fact, string Allowed)? Unfit(ScenarioFactor factor, InputGroup group, bool isSeries)
    {
        var name = group.Name;
        if (!isSeries && group.Cells.FirstOrDefault(cell => cell.Observed is not null)?.Observed is { } observed) return ($"'{name}' observes '{observed.Series}'", $"name '{observed.Series}', so that all that observes it moves together");
        bool isMilestone = model.Milestones.Any(milestone => milestone.Date?.Name == name), isIndex = isSeries && model.Market.Indices.ContainsKey(name);
        return factor.Process switch
        {
            DiscreteDelay or GammaDelay => isMilestone ? null : ($"'{name}' is not the date of a milestone", Nearest.Hint(name, model.Milestones.Select(milestone => milestone.Date?.Name).OfType<string>())),
            LognormalMultiple or TriangularMultiple when isMilestone => ($"'{name}' is the date of a milestone", "give it a discreteDelay or a gammaDelay"),
            LognormalMultiple { Drawn: DrawnWhen.EachColumn } or TriangularMultiple { Drawn: DrawnWhen.EachColumn } when isSeries || group.Cells[0].Period is null =>
                ($"'{name}' is no input line that has a value of its own in each column", "draw the factor once, or let it move an input line"),
            LognormalMultiple or TriangularMultiple => null,
            HullWhite or Vasicek or HistoricalRate when !isIndex => ($"'{name}' is no index of the market", "this law is for rates; give it a price's, or a lognormalMultiple"),
            _ when !isSeries => ($"'{name}' is no price or index of the market", "a path needs one; give it a lognormalMultiple or a triangularMultiple"),
            GeometricBrownian { Drift: not null } or MeanRevertingPrice { Level: not null } or Vasicek when factor.Targets.Length > 1 => ($"it states the mean of {factor.Targets.Length} targets", "a factor with a stated mean moves one"),
            GeometricBrownian x => OtherUnit(x.Start, group),
            MeanRevertingPrice x => OtherUnit(x.Level, group) ?? OtherUnit(x.Start, group),
            _ => null,
        };
    }

    static (string Fact, string Allowed)? OtherUnit(Quantity? stated, InputGroup group) =>
        stated is { } given && given.Unit != group.Unit ? ($"'{group.Name}' is in '{group.Unit}' and {given} is not", $"state it in '{group.Unit}'") : null;

    void Report(int factor, string fact, string allowed, string where) => problems.Add(new(ScenarioValidation.Named(terms.Factors[factor]), fact, allowed, where));
}
