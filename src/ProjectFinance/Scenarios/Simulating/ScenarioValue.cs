namespace ProjectFinance.Scenarios;

/// <summary>A value and the scenario that has it.</summary>
/// <param name="Value">The value, in the unit of the output; always finite.</param>
/// <param name="Scenario">The scenario's number, from 0; of several the lowest.</param>
public sealed record ScenarioValue(double Value, long Scenario);
