using NodaTime;
using ProjectFinance.Scenarios;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Scenarios;

public sealed class GivenScenariosTests
{
    readonly Model model = new(Timeline.Quarterly(new LocalDate(2026, 12, 31), new LocalDate(2027, 6, 30)));

    [Fact]
    public void Scenarios_Given_AreSimulated()
    {
        var (inputs, line) = Prices();

        var result = model.Simulate(new GivenScenarios(inputs, [[1, 2, 3], [10, 20, 60]]), new() { Paths = 3, Outputs = [$"total {line}"], Threads = 2 });

        Assert.Equal((32.0, new ScenarioValue(63, 2)), (result.Outputs[0].Mean, result.Outputs[0].Highest));
    }

    [Fact]
    public void Scenarios_WithNumbersThatCannotBe_NameTheFirstOfEachInput()
    {
        var found = Assert.Throws<InvalidInputException>(() => new GivenScenarios(Prices().Inputs, [[1, 0, -1], [1, 1, double.NaN]]));

        Assert.Equal(2, found.Problems.Length);
        Assert.Equal(("the value is 0", "scenario 1"), (found.Problems[0].Fact, found.Problems[0].Where));
        Assert.Equal(("the value is not a number", "scenario 2"), (found.Problems[1].Fact, found.Problems[1].Where));
    }

    (IEnumerable<InputCell> Inputs, string Line) Prices()
    {
        var price = model.Input("Price", Unit.None, _ => 1, positive: true);
        model.Line("Paid", Unit.None, t => price[t] * 1);
        return (price.Inputs, "Paid");
    }
}
