using ProjectFinance.Deals;
using ProjectFinance.Reporting;
using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Reporting;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>The small mine with a gold price from 60 % to 120 % of the planned one, so that in some scenarios it cannot pay.</summary>
static class SimulatedDeal
{
    public static LaidOutDeal Lay() => DealLayout.Lay(SmallDeal.Terms);

    public static IScenarios Scenarios(LaidOutDeal deal) => new FormulaScenarios(Gold(deal), Price);

    public static IEnumerable<InputCell> Gold(LaidOutDeal deal) => InputGroup.Find(deal.Model, "gold").Cells;

    public static double Price(long scenario, int input) => 280 * (0.6 + 0.5 * FormulaScenarios.Uniform(scenario, 0) + 0.1 * FormulaScenarios.Uniform(scenario, 1 + input));

    /// <summary>Not a whole number of blocks, and more than five.</summary>
    public static SimulationOptions Options { get; } = new() { Paths = 22_222, Bands = ["Ratios / DSCR", "Project loan / Closing balance"], Identity = SimulationIdentity("7") };

    public static System.Collections.Immutable.ImmutableSortedDictionary<string, string> SimulationIdentity(string seed) => new SimulationOptions { Paths = 1 }.Identity.Add("seed", seed);

    public static string Json(Func<SimulationOptions, SimulationOptions>? change = null) => SimulationJson.Write(SimulationPart.Merge([Part(0, 1, change)]));

    public static SimulationPart Part(int index, int of, Func<SimulationOptions, SimulationOptions>? change = null)
    {
        var options = Options with { Shard = new(index, of) };
        // A model is not for several tests at once.
        lock (Shared) return Shared.SimulatePart(Scenarios(Shared), change?.Invoke(options) ?? options);
    }

    static LaidOutDeal Shared { get; } = Lay();
}
