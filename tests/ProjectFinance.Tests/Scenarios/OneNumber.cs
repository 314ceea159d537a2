using NodaTime;
using ProjectFinance.Time;
using static ProjectFinance.Formula;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>A model of one column in which a line is one number of the scenario, so that a distribution can be put in as it should come out.</summary>
static class OneNumber
{
    public const string Output = "X@2027-03-31";

    // Inputs are finite, so these stand for what the line is to be.
    const double DoesNotApply = double.MaxValue, IsNoNumber = double.MinValue;

    /// <summary>The result for numbers given one by one; there may be infinite ones among them.</summary>
    public static SimulationResult Simulate(double[] values, Func<SimulationOptions, SimulationOptions>? change = null) => Simulate(values.Length, s => values[s], change);

    public static SimulationResult Simulate(long paths, Func<long, double> value, Func<SimulationOptions, SimulationOptions>? change = null)
    {
        var model = new Model(Timeline.Quarterly(new LocalDate(2026, 12, 31), new LocalDate(2027, 3, 31)));
        var input = model.Input("In", Unit.None, _ => 0);
        model.Line("X", Unit.None, t => When(input[t] < DoesNotApply, When(input[t] > IsNoNumber, input[t] * 1, input[t] * 10 - input[t] * 10), double.PositiveInfinity), LineKind.Level);
        var options = new SimulationOptions { Paths = paths, Outputs = [Output] };
        return model.Simulate(new FormulaScenarios(input.Inputs, (s, _) => Written(value(s))), change?.Invoke(options) ?? options);
    }

    static double Written(double value) => double.IsNaN(value) ? IsNoNumber : double.IsInfinity(value) ? DoesNotApply : value;
}
