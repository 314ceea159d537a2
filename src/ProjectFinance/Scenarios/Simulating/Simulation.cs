using System.Collections.Immutable;
using System.Globalization;
using ProjectFinance.Accounts;
using ProjectFinance.Deals;
using ProjectFinance.Scenarios;
using ProjectFinance.Time;

namespace ProjectFinance;

/// <summary>
/// Computes a deal in many scenarios and says how chosen numbers are distributed, and how likely breaches and defaults are. Results are the same bits whatever the threads, the shards and their order;
/// memory does not grow with the number of scenarios.
/// </summary>
public static class Simulation
{
    const string Seed = "seed", ActualTo = "actual to", Actuals = "actuals";

    static readonly ImmutableArray<string> Ratios = ["Ratios / DSCR", "Ratios / LLCR"];

    extension(LaidOutDeal deal)
    {
        /// <summary>Simulates the deal in scenarios drawn at random. What happened is the same in all of them: they begin at the end of history, see <see cref="ScenarioStart"/>.</summary>
        /// <param name="terms">What varies, and how.</param>
        /// <param name="options">What is computed, and how.</param>
        /// <param name="cancellation">Stops the simulation between two pieces of a block. The default is never.</param>
        /// <exception cref="InvalidInputException">The terms or the options name what does not exist, an output cannot be computed in a scenario, or the options ask for a part only.</exception>
        /// <exception cref="OperationCanceledException">The simulation was cancelled.</exception>
        /// <exception cref="IOException">The files of raw outputs cannot be written.</exception>
        public SimulationResult Simulate(ScenarioTerms terms, SimulationOptions options, CancellationToken cancellation = default) => SimulationPart.Merge([deal.SimulatePart(terms, options, cancellation)]);

        /// <summary>Simulates the deal in scenarios of one's own.</summary>
        /// <param name="scenarios">The values of the inputs that vary, in every scenario.</param>
        /// <param name="options">What is computed, and how.</param>
        /// <param name="cancellation">Stops the simulation between two pieces of a block. The default is never.</param>
        /// <exception cref="InvalidInputException">The options name what does not exist, there are too few scenarios, an output cannot be computed in one, or the options ask for a part only.</exception>
        /// <exception cref="OperationCanceledException">The simulation was cancelled.</exception>
        /// <exception cref="IOException">The files of raw outputs cannot be written.</exception>
        public SimulationResult Simulate(IScenarios scenarios, SimulationOptions options, CancellationToken cancellation = default) => SimulationPart.Merge([deal.SimulatePart(scenarios, options, cancellation)]);

        /// <summary>Simulates a part of the scenarios, to be merged with the other parts.</summary>
        /// <inheritdoc cref="Simulate(LaidOutDeal, ScenarioTerms, SimulationOptions, CancellationToken)"/>
        public SimulationPart SimulatePart(ScenarioTerms terms, SimulationOptions options, CancellationToken cancellation = default)
        {
            ArgumentNullException.ThrowIfNull(deal);
            var asked = Asked(deal, options);
            ArgumentNullException.ThrowIfNull(terms);
            terms = deal.AfterHistory(terms);
            ulong seed = options.Seed ?? (ulong)Math.Max(0, terms.Seed);
            return SimulationPart.Of(deal.Model, deal.Deal.Name, needed => new DrawnScenarios(deal.Model, terms, seed, needed), asked with { Identity = asked.Identity.SetItem(Seed, seed.ToString(CultureInfo.InvariantCulture)) }, cancellation);
        }

        /// <summary>Simulates a part of scenarios of one's own, to be merged with the other parts.</summary>
        /// <inheritdoc cref="Simulate(LaidOutDeal, IScenarios, SimulationOptions, CancellationToken)"/>
        public SimulationPart SimulatePart(IScenarios scenarios, SimulationOptions options, CancellationToken cancellation = default)
        {
            ArgumentNullException.ThrowIfNull(deal);
            ArgumentNullException.ThrowIfNull(scenarios);
            return SimulationPart.Of(deal.Model, deal.Deal.Name, _ => scenarios, Asked(deal, options), cancellation);
        }
    }

    static SimulationOptions Asked(LaidOutDeal deal, SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (deal.History is { } history) options = options with { Identity = options.Identity.SetItem(ActualTo, history.To.Iso()).SetItem(Actuals, history.Hash) };
        return options.Outputs.IsEmpty ? options with { Outputs = DefaultOutputs(deal) } : options;
    }

    /// <summary>What a lender asks first: the lowest DSCR and LLCR, what is outstanding on each loan at its maturity, everything each account distributes.</summary>
    static ImmutableArray<string> DefaultOutputs(LaidOutDeal deal)
    {
        var model = deal.Model;
        var ratios = Ratios.Where(ratio => model.TryFind(ratio) is not null).Select(ratio => new ChosenOutput(ratio, OutputMeasure.Lowest));
        var outstanding = deal.Loans.Select(loan => new ChosenOutput(loan.Closing, OutputMeasure.OnDate, model.Periods.Last(t => loan.Maturity is null || t.End <= loan.Maturity || t.IsFirst).End));
        var distributed = deal.Deal.Accounts.Where(account => AccountOnDate.Ever(account).Distribution is not null).Select(account => new ChosenOutput($"{account.Name} / Distribution", OutputMeasure.Total));
        return [.. ratios.Concat(outstanding).Concat(distributed).Select(output => output.ToString())];
    }
}
