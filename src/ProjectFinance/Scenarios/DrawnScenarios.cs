using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Evaluation;
using ProjectFinance.Randomness;
using ProjectFinance.Scenarios.Generation;
using ProjectFinance.Scenarios.Validation;

namespace ProjectFinance.Scenarios;

/// <summary>
/// Scenarios drawn at random from a description. Scenario k has the same numbers whichever block, thread or machine asks for it, whatever the results that are wanted of it,
/// and however many scenarios there are. Immutable; any number of threads may use one.
/// </summary>
public sealed class DrawnScenarios : IScenarios
{
    readonly DrawPlan plan;
    readonly Variates variates;

    /// <summary>Works out how the inputs of a model vary.</summary>
    /// <param name="model">The model; it is completed first.</param>
    /// <param name="terms">What varies, and how.</param>
    /// <param name="seed">What the random numbers are drawn with. The default is the seed of the terms.</param>
    /// <param name="needed">The inputs that the wanted results depend on, of <see cref="Compilation.InputsOf"/>; others are not drawn. The default is all that any line depends on.</param>
    /// <exception cref="InvalidInputException">The terms make no sense by themselves or for this model: every problem at once, with its JSON path.</exception>
    public DrawnScenarios(Model model, ScenarioTerms terms, ulong? seed = null, IEnumerable<InputCell>? needed = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(terms);
        (Terms, Seed, From) = (terms, seed ?? (ulong)Math.Max(0, terms.Seed), terms.From ?? model.Timeline.Start);
        var wrong = ScenarioValidation.Problems(terms).ToList();
        if (wrong.Count > 0) throw new InvalidInputException(wrong);
        var inputs = model.InputsInUse();
        var moved = new MovedInputs(model, terms, inputs);
        var grid = new DrawGrid(From, model.Periods, inputs.SelectMany(cell => CellValues.Days(cell, moved)));
        ImmutableArray<FactorLaw> laws = [.. Gather.Each(terms.Factors, (factor, i) => FactorLaw.Of(factor.Process, () => Observed(model, factor.Targets[0], $"factors[{i}].process")))];
        var values = new CellValues(model, terms, moved, grid, laws);
        var wanted = needed is null ? null : needed.Select(cell => cell.Slot).ToHashSet();
        ImmutableArray<DrawnCell> all = [.. Gather.Each(inputs, (cell, _) => values.Of(cell)).OfType<DrawnCell>()], cells = [.. all.Where(cell => wanted?.Contains(cell.Cell.Slot) ?? true)];
        Inputs = [.. cells.Select(cell => cell.Cell)];
        plan = new DrawPlanning(model, terms, grid, laws, all, cells).Plan();
        variates = new(Seed, terms.Sampling == Sampling.Sobol && plan.Dimensions > 0 ? new SobolUniforms(Seed, Math.Min(plan.Dimensions, SobolUniforms.MostDimensions)) : null);
    }

    /// <summary>The description.</summary>
    public ScenarioTerms Terms { get; }

    /// <summary>What the random numbers are drawn with.</summary>
    public ulong Seed { get; }

    /// <summary>The day at whose end the scenarios begin; what is observed up to it does not vary.</summary>
    public LocalDate From { get; }

    /// <summary>The inputs that vary, in the order of the model: those the factors move that are needed and not known yet.</summary>
    public ImmutableArray<InputCell> Inputs { get; }

    /// <summary>Null: there are as many as are asked for.</summary>
    public long? Count => null;

    /// <inheritdoc/>
    public IScenarioFiller CreateFiller() => new DrawFiller(plan, variates);

    double Observed(Model model, string series, string where) =>
        (model.Market.Indices.TryGetValue(series, out var index) ? index.Latest(From) ?? model.Market.IndexOn(series, From) : model.Market.Prices.GetValueOrDefault(series)?.On(From))
        ?? throw InvalidInputException.Of($"Series '{series}'", $"the market has nothing for {From.Iso()}, on which its path begins", "state where it begins, or give market data that cover the day", where);
}
