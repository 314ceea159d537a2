using NodaTime;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>A model of one column in which a line is one number of the scenario, so that a distribution can be put in as it should come out.</summary>
static class OneNumber
{
    public const string Output = "X@2027-03-31";

    /// <summary>The result for numbers given one by one; there may be infinite ones among them.</summary>
    public static SimulationResult Simulate(double[] values, Func<SimulationOptions, SimulationOptions>? change = null) => Simulate(values.Length, s => values[s], change);

    public static SimulationResult Simulate(long paths, Func<long, double> value, Func<SimulationOptions, SimulationOptions>? change = null)
    {
        var model = new Model(Timeline.Quarterly(new LocalDate(2026, 12, 31), new LocalDate(2027, 3, 31)));
        var input = model.Input("In", Unit.None, _ => 0);
        model.Line("X", Unit.None, t => input[t] * 1, LineKind.Level);
        var options = new SimulationOptions { Paths = paths, Outputs = [Output] };
        return model.Simulate(new FormulaScenarios(input.Inputs, (s, _) => value(s)), change?.Invoke(options) ?? options);
    }
}
