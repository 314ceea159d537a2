using System.Collections.Immutable;
using ProjectFinance.Evaluation;

namespace ProjectFinance.Scenarios;

/// <summary>
/// The values that some inputs of a model have in any scenario, by the scenario's number. Scenario 7 is the same whichever block, thread or machine asks for it.
/// Immutable; any number of threads may use one.
/// </summary>
public interface IScenarios
{
    /// <summary>The inputs that vary, in the order in which programs must be compiled with them.</summary>
    ImmutableArray<InputCell> Inputs { get; }

    /// <summary>How many scenarios there are; null for as many as are asked for.</summary>
    long? Count { get; }

    /// <summary>Memory in which one thread fills blocks of scenarios.</summary>
    IScenarioFiller CreateFiller();
}

/// <summary>Fills the rows of an evaluator with scenarios. Not for use by several threads at once.</summary>
public interface IScenarioFiller
{
    /// <summary>Writes the inputs of some scenarios, one row of the evaluator for each input.</summary>
    /// <param name="first">The number of the first scenario, from 0.</param>
    /// <param name="count">How many, from 1 to the evaluator's width.</param>
    /// <param name="evaluator">Of a program that was compiled with <see cref="IScenarios.Inputs"/> as what varies, in that order.</param>
    void Fill(long first, int count, Evaluator evaluator);
}
