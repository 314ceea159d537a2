using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Modelling;

namespace ProjectFinance.Tests.Scenarios;

public class TargetTests
{
    [Theory]
    [InlineData("lowest Ratios / DSCR >= 1.20", "lowest Ratios / DSCR", Comparison.AtLeast, 1.2)]
    [InlineData("highest Ratios / Gearing<=60%", "highest Ratios / Gearing", Comparison.AtMost, 0.6)]
    [InlineData("Loan / Closing balance@2000-12-31 = USD 1,000", "Loan / Closing balance@2000-12-31", Comparison.Exactly, 1000)]
    [InlineData("last X <= -5", "last X", Comparison.AtMost, -5)]
    public void Text_OfATarget_IsRead(string text, string output, Comparison comparison, double value)
    {
        var target = Target.Parse(text);

        Assert.Equal((output, comparison, value), (target.Output.ToString(), target.Comparison, target.Value));
        Assert.Equal(target with { Written = null }, Target.Parse(target.ToString()));
    }

    [Theory]
    [InlineData("lowest Ratios / DSCR", "compares nothing")]
    [InlineData("lowest Ratios / DSCR > 1.2", "compares nothing")]
    [InlineData(">= 1.2", "names no line")]
    [InlineData("=", "names no line")]
    [InlineData("lowest X >=", "no number")]
    [InlineData("lowest X >= much", "cannot be read")]
    [InlineData("X@yesterday >= 1", "not a day")]
    public void Text_ThatIsNoCondition_IsRefused(string text, string fact) =>
        Assert.Contains(Assert.Throws<InvalidInputException>(() => Target.Parse(text)).Problems, problem => problem.Fact.Contains(fact, StringComparison.Ordinal));

    [Fact]
    public void Unit_OfAnotherKind_IsRefused()
    {
        var model = Small.Days(1);
        var price = model.Parameter("Price", 5 * Units.Usd);
        model.Line("Cost", Units.Usd, _ => price.Formula * 2);

        var problem = Small.Refused(() => new BreakEven(model, "Price", [Target.Parse("total Cost >= CAD 3")]).Solve());

        Assert.Contains("in CAD", problem.Fact, StringComparison.Ordinal);
        Assert.Contains("USD", problem.Allowed, StringComparison.Ordinal);
    }
}
