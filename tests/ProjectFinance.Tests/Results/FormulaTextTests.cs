using NodaTime;
using ProjectFinance.Results;
using ProjectFinance.Tests.Modelling;
using static ProjectFinance.Formula;

namespace ProjectFinance.Tests.Results;

/// <summary>Formulas in words must mean what is computed: parentheses where the words alone would be read otherwise.</summary>
public class FormulaTextTests
{
    readonly Model model = Small.Quarters(1);
    readonly Line x;
    readonly Line y;

    public FormulaTextTests()
    {
        x = model.Input("S / X", Unit.None, _ => 2);
        y = model.Input("S / Y", Unit.None, _ => 3);
    }

    string Text(Func<Period, Formula> formula)
    {
        var line = model.Line("S / Z", Unit.None, formula);
        return new Runner(model).Run().Explain(line.Name, new LocalDate(2001, 3, 31)).Text;
    }

    [Fact]
    public void OrInsideAnd_StandsInParentheses() =>
        Assert.Equal("1, since X 2 > 1 and (X 2 > 5 or Y 3 > 1)", Text(t => When((x[t] > 1) & ((x[t] > 5) | (y[t] > 1)), 1, 4)));

    [Fact]
    public void OrInsideAnd_ComingFirst_StandsInParentheses() =>
        Assert.Equal("1, since (X 2 > 5 or Y 3 > 1) and X 2 > 1", Text(t => When(((x[t] > 5) | (y[t] > 1)) & (x[t] > 1), 1, 4)));

    [Fact]
    public void AndInsideAnd_NeedsNone() =>
        Assert.Equal("1, since X 2 > 1 and Y 3 > 1 and X 2 > Y 3 - 2", Text(t => When((x[t] > 1) & (y[t] > 1) & (x[t] > y[t] - 2), 1, 4)));

    [Fact]
    public void SumInsideProduct_StandsInParentheses() => Assert.Equal("X 2 x (X 2 + Y 3)", Text(t => x[t] * (x[t] + y[t])));

    [Fact]
    public void DifferenceInsideDifference_StandsInParentheses() => Assert.Equal("X 2 - (Y 3 - X 2)", Text(t => x[t] - (y[t] - x[t])));
}
