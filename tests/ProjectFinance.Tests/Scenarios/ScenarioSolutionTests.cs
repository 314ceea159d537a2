using System.Collections.Immutable;
using ProjectFinance.Deals;
using ProjectFinance.Evaluation;
using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Modelling;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>Break-evens scenario by scenario.</summary>
public class ScenarioSolutionTests
{
    static Model Linear(out InputCell cost)
    {
        var model = Small.Days(1);
        var (price, unitCost) = (model.Parameter("Price", new Quantity(10, Unit.None)), model.Parameter("Cost", new Quantity(4, Unit.None)));
        model.Line("Profit", Unit.None, _ => 3 * (price.Formula - unitCost.Formula));
        cost = unitCost.Input;
        return model;
    }

    // 3 (price - cost) >= 6 from price = cost + 2 on.
    [Fact]
    public void Answers_OfALinearModel_AreThoseOfItsFormula()
    {
        var model = Linear(out var cost);
        double[] costs = [.. Enumerable.Range(0, 1000).Select(k => k * 0.037)];

        var solved = new BreakEven(model, "Price", [Target.Parse("total Profit >= 6")], new() { From = 0, To = 30 }).Solve(new GivenScenarios([cost], [costs]));

        for (int k = 0; k < costs.Length; k++)
        {
            bool inRange = costs[k] + 2 <= 30;
            Assert.Equal(inRange ? SolveOutcome.Found : SolveOutcome.NeverHolds, solved.Outcomes[k]);
            // Brackets are a 2^44th of 30 wide; the slack of 6e-12 moves the price by a third of it.
            Assert.Equal(inRange ? costs[k] + 2 : double.PositiveInfinity, solved.Values[k], 5e-12);
        }
        int found = costs.Count(value => value + 2 <= 30);
        Assert.Equal(found / 1000.0, solved.Share(SolveOutcome.Found));
        Assert.Equal(costs[(int)Math.Ceiling(0.9 * found) - 1] + 2, solved.Quantile(0.9)!.Value, 5e-12);
        Assert.Equal(0, solved.Several);
    }

    [Fact]
    public void Answers_OnTheReferenceDeal_AreTheSameBitsForAnyBlock()
    {
        var model = DealLayout.Lay(Deal.Read(Repository.PathOf("seeds", "illinois-creek-1996-07.json"))).Model;
        var costs = InputGroup.Find(model, "Project / Operating costs: Mining, processing and site, each unit").Cells;
        var gold = InputGroup.Find(model, "gold").Cells;
        var random = new Random(5);
        ImmutableArray<InputCell> inputs = [.. costs, .. gold];
        double[][] rows = [.. inputs.Select(cell => Enumerable.Range(0, 37).Select(_ => cell.Value * (0.8 + 0.4 * random.NextDouble())).ToArray())];
        var scenarios = new GivenScenarios(inputs, rows);
        // The gold price is drawn and moved by a factor: the draw is what moves.
        var question = new BreakEven(model, "gold", [Target.Parse("lowest Ratios / DSCR >= 1.20")], new() { By = VariedBy.Factor });

        var whole = question.Solve(scenarios);

        Assert.Contains(SolveOutcome.Found, whole.Outcomes);
        foreach (int width in (int[])[1, 5, 16]) Assert.Equal(Bits(whole.Values), Bits(question.Solve(scenarios, width: width).Values));
        for (int k = 0; k < 37; k++)
        {
            var alone = question.Solve(scenarios, count: 1, first: k);
            Assert.Equal(BitConverter.DoubleToInt64Bits(whole.Values[k]), BitConverter.DoubleToInt64Bits(alone.Values[0]));
            Assert.Equal(whole.Outcomes[k], alone.Outcomes[0]);
        }
    }

    // The answer itself, put back into the scenario: the condition holds there and does not a billionth below.
    [Fact]
    public void Answers_PutBackIntoTheirScenarios_AreBreakEvens()
    {
        var model = DealLayout.Lay(Deal.Read(Repository.PathOf("seeds", "illinois-creek-1996-07.json"))).Model;
        var cost = InputGroup.Find(model, "Project / Operating costs: Mining, processing and site, each unit").Cells[0];
        double[] costs = [150, 200, 218, 240, 300];
        var solved = new BreakEven(model, "gold", [Target.Parse("lowest Ratios / DSCR >= 1.20")]).Solve(new GivenScenarios([cost], [costs]));
        var output = ChosenOutput.Parse("lowest Ratios / DSCR").Find(model);
        var program = model.Compile([output], [cost, .. solved.Varied.Inputs]);

        for (int k = 0; k < costs.Length; k++)
        {
            double Dscr(double gold) => program.Evaluate([costs[k], .. solved.Varied.Inputs.Select(_ => gold)])[0];
            Assert.True(Dscr(solved.Values[k]) >= 1.20 - 2e-12);
            Assert.True(Dscr(solved.Values[k] * (1 - 1e-9)) < 1.20);
        }
    }

    // 3 (price - cost) from the first price above 10 on, nothing before: no price makes it 6 where the cost is below 8, and cost + 2 does elsewhere.
    [Theory]
    [InlineData("total Sales = 6", double.PositiveInfinity)]
    [InlineData("total Sales >= 6", 10)]
    public void Value_ThatIsJumpedOver_IsAnAnswerOnlyWhereItNeedNotBeTaken(string until, double expected)
    {
        var model = Small.Days(1);
        var (price, unitCost) = (model.Parameter("Price", new Quantity(10, Unit.None)), model.Parameter("Cost", new Quantity(4, Unit.None)));
        model.Line("Sales", Unit.None, _ => Formula.When(price.Formula > 10, 3 * (price.Formula - unitCost.Formula), 0));

        var solved = new BreakEven(model, "Price", [Target.Parse(until)], new() { From = 0, To = 30 }).Solve(new GivenScenarios([unitCost.Input], [[4, 9]]));

        Assert.Equal((SolveOutcome.Jump, SolveOutcome.Found), (solved.Outcomes[0], solved.Outcomes[1]));
        Assert.Equal(expected, solved.Values[0], 5e-12);
        Assert.Equal(11, solved.Values[1], 5e-12);
    }

    [Fact]
    public void Scenarios_ThatAreNotThere_AreRefused()
    {
        var model = Linear(out var cost);
        var question = new BreakEven(model, "Price", [Target.Parse("total Profit >= 6")]);
        var scenarios = new GivenScenarios([cost], [[1.0, 2.0]]);

        Assert.Contains("there are 2", Small.Refused(() => question.Solve(scenarios, count: 3)).Allowed, StringComparison.Ordinal);
        Assert.Contains("there are 2", Small.Refused(() => question.Solve(scenarios, first: 2)).Allowed, StringComparison.Ordinal);
    }

    static long[] Bits(ImmutableArray<double> values) => [.. values.Select(BitConverter.DoubleToInt64Bits)];
}
