using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Facilities;
using ProjectFinance.Tests.Modelling;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>Questions that cannot be answered are refused with everything that is wrong.</summary>
public class SolveInputTests
{
    const string Dscr = "lowest Project loan / Closing balance >= 1";

    static Solution Ask(string vary, string until, SolveOptions? options = null) => new SmallDeal().Deal().Solve(vary, until, options, new SmallDeal().Market());

    [Fact]
    public void UnknownInputAndLine_AreRefusedTogetherWithTheNearest()
    {
        var problems = Assert.Throws<InvalidInputException>(() => Ask("goldd", "lowest Project loan / Closing balanc >= 1")).Problems;

        Assert.Equal(2, problems.Length);
        Assert.Contains("'gold'", problems[0].Allowed, StringComparison.Ordinal);
        Assert.Contains("'Project loan / Closing balance'", problems[1].Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownInputAndUnreadableCondition_AreRefusedTogether()
    {
        var problems = Assert.Throws<InvalidInputException>(() => Ask("goldd", "DSCR")).Problems;

        Assert.Equal(["it compares nothing", "the model has no series, input line or single number of that name"], problems.Select(problem => problem.Fact));
    }

    [Fact]
    public void UnknownLoanAndNoTest_AreRefusedTogether() =>
        Assert.Equal(["Loan 'Projekt loan'", "Conditions"], Assert.Throws<InvalidInputException>(() => new SmallDeal().Deal().Size(new() { Loan = "Projekt loan" }, new SmallDeal().Market())).Problems.Select(problem => problem.Subject));

    [Fact]
    public void Input_ThatTheOutputDoesNotDependOn_IsRefused() =>
        Assert.Contains("do not depend", Small.Refused(() => Ask("Project loan / Margin at first", "total Project / Revenue >= 1")).Fact, StringComparison.Ordinal);

    [Theory]
    [InlineData(3.0, 3.0, null, null, "it is empty")]
    [InlineData(5.0, 3.0, null, null, "it is empty")]
    [InlineData(double.NaN, 3.0, null, null, "not a finite number")]
    [InlineData(0.0, double.PositiveInfinity, null, null, "not a finite number")]
    [InlineData(0.0, 3.0, -1.0, null, "it is -1")]
    [InlineData(0.2, 0.8, 1.0, null, "fewer than two multiples")]
    [InlineData(0.0, 3.0, null, 0, "there are 0")]
    public void Range_ThatCannotBeUsed_IsRefused(double from, double to, double? step, int? parts, string fact) =>
        Assert.Contains(fact, Small.Refused(() => Ask("Project loan / Commitment", Dscr, new() { From = from, To = to, Step = step, Parts = parts })).Fact, StringComparison.Ordinal);

    [Fact]
    public void Range_OfWhatMustBePositive_StaysAboveZero()
    {
        var model = Small.Days(1);
        var x = model.Parameter("x", new Quantity(2, Unit.None), positive: true);
        model.Line("Out", Unit.None, _ => 1 / x.Formula);

        Assert.Contains("above zero", Small.Refused(() => new BreakEven(model, "x", [Target.Parse("total Out >= 1")], new() { From = 0, To = 5 }).Solve()).Allowed, StringComparison.Ordinal);
        Assert.Equal(1, new BreakEven(model, "x", [Target.Parse("total Out >= 1")]).Solve().Answer!.Value, 1e-11);
    }

    [Fact]
    public void OneValueAmongSeveralConditions_IsRefused()
    {
        var model = new SmallDeal().Lay().Model;

        Assert.Contains("not alone", Small.Refused(() => new BreakEven(model, "Project loan / Commitment", [Target.Parse(Dscr), Target.Parse("last Project loan / Closing balance = 0")]).Solve()).Fact, StringComparison.Ordinal);
        Assert.Contains("there is none", Small.Refused(() => new BreakEven(model, "Project loan / Commitment", []).Solve()).Fact, StringComparison.Ordinal);
    }

    [Fact]
    public void Prices_KnownByTheDay_DoNotMove()
    {
        var problem = Small.Refused(() => Ask("gold", "total Project / Revenue >= 1", new() { KnownTo = new(2001, 1, 1) }));

        Assert.Contains("all of it is known by 2001-01-01", problem.Fact, StringComparison.Ordinal);
    }
}
