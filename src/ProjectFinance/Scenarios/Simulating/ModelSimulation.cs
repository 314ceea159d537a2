using ProjectFinance.Deals;
using ProjectFinance.Scenarios;

namespace ProjectFinance;

/// <summary>Computes models of one's own in many scenarios, as <see cref="Simulation"/> computes deals.</summary>
public static class ModelSimulation
{
    extension(Model model)
    {
        /// <summary>Simulates a model of one's own.</summary>
        /// <inheritdoc cref="Simulation.Simulate(LaidOutDeal, IScenarios, SimulationOptions, CancellationToken)"/>
        public SimulationResult Simulate(IScenarios scenarios, SimulationOptions options, CancellationToken cancellation = default) => SimulationPart.Merge([model.SimulatePart(scenarios, options, cancellation)]);

        /// <summary>Simulates a part of the scenarios of a model of one's own, to be merged with the other parts.</summary>
        /// <inheritdoc cref="Simulation.Simulate(LaidOutDeal, IScenarios, SimulationOptions, CancellationToken)"/>
        public SimulationPart SimulatePart(IScenarios scenarios, SimulationOptions options, CancellationToken cancellation = default)
        {
            ArgumentNullException.ThrowIfNull(model);
            ArgumentNullException.ThrowIfNull(scenarios);
            ArgumentNullException.ThrowIfNull(options);
            return SimulationPart.Of(model, "", _ => scenarios, options, cancellation);
        }
    }
}
