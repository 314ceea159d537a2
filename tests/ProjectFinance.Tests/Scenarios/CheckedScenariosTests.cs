using ProjectFinance.Results;
using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Modelling;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>Inputs that are no numbers are refused by their names: a minimum or a condition downstream would lose sight of them, and a ratio would seem not to apply.</summary>
public sealed class CheckedScenariosTests
{
    // Cover is cash from sales over a debt of 50; the price must be above zero, the start may be never.
    static Model Cover()
    {
        var model = Small.Quarters();
        var price = model.Input("Price", Units.Usd / Units.GoldOunce, _ => 400, positive: true);
        var costs = model.Input("Costs", Units.Usd, _ => 100);
        var start = model.Milestone("Start", Small.Closing.PlusDays(1));
        model.Line("Ratios / Cover", Unit.None, t => (price[t] * (2 * Units.GoldOunce) * start.ShareAfter(t) - costs[t]) / (50 * Units.Usd), LineKind.Level);
        return model;
    }

    [Theory]
    [InlineData("lowest Ratios / Cover")]
    [InlineData("highest Ratios / Cover")]
    [InlineData("last Ratios / Cover")]
    public void Simulation_OfACostThatIsNoNumber_NamesItAndItsFirstScenario(string output)
    {
        var found = Refused(output, "Costs", s => s >= 5000 ? double.NaN : 100, threads: 3);

        Assert.StartsWith("Input 'Costs, ", found.Subject, StringComparison.Ordinal);
        Assert.Equal(("the value is not a number", "scenario 5000"), (found.Fact, found.Where));
    }

    [Theory]
    [InlineData("Costs", double.PositiveInfinity, "the value is Infinity")]
    [InlineData("Costs", double.NegativeInfinity, "the value is -Infinity")]
    [InlineData("Price", double.PositiveInfinity, "the value is Infinity")]
    [InlineData("Price", 0, "the value is 0")]
    [InlineData("Milestones / Start date", double.NegativeInfinity, "the value is -Infinity")]
    public void Simulation_OfAValueThatNoInputMayHave_IsRefused(string input, double value, string fact) =>
        Assert.Equal((fact, "scenario 13"), Refused("lowest Ratios / Cover", input, s => s == 13 ? value : 77, threads: 1) is var found ? (found.Fact, found.Where) : default);

    // Never started, 100 of costs a quarter are covered by nothing: -100 / 50.
    [Fact]
    public void Simulation_OfAMilestoneThatIsNeverReached_Runs()
    {
        var model = Cover();

        Assert.Equal(-2, model.Simulate(Scenarios(model, "Milestones / Start date", _ => double.PositiveInfinity), new() { Paths = 10, Outputs = ["highest Ratios / Cover"] }).Outputs[0].Mean);
    }

    [Fact]
    public void BreakEven_InAScenarioThatIsNoNumber_IsRefused()
    {
        var model = Cover();
        var question = new BreakEven(model, "Price", [Target.Parse("lowest Ratios / Cover >= 1")]);

        var found = Small.Refused(() => question.Solve(Scenarios(model, "Costs", s => s == 300 ? double.NaN : 100), count: 400));

        Assert.Equal(("the value is not a number", "scenario 300"), (found.Fact, found.Where));
    }

    [Fact]
    public void Run_WithAnInfiniteCost_IsRefused()
    {
        var model = Cover();
        var cost = InputGroup.Find(model, "Costs").Cells[1];

        Assert.Equal("the value is Infinity", Small.Refused(() => new Runner(model).Run(new Dictionary<InputCell, double> { [cost] = double.PositiveInfinity })).Fact);
    }

    static Problem Refused(string output, string input, Func<long, double> value, int threads)
    {
        var model = Cover();
        return Small.Refused(() => model.Simulate(Scenarios(model, input, value), new() { Paths = 20_000, Outputs = [output], Threads = threads }));
    }

    static FormulaScenarios Scenarios(Model model, string input, Func<long, double> value) => new(InputGroup.Find(model, input).Cells, (s, _) => value(s));
}
