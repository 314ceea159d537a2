using NodaTime;
using ProjectFinance.Evaluation;
using ProjectFinance.Tests.Modelling;
using static ProjectFinance.Formula;

namespace ProjectFinance.Tests.Evaluation;

/// <summary>Derivatives by hand: at kinks, of what does not apply, of solved cells.</summary>
public class GradientKinkTests
{
    const double Infinity = double.PositiveInfinity;

    readonly Model model = Small.Days(3);
    readonly Line x;

    public GradientKinkTests() => x = model.Input("X", Unit.None, _ => 0);

    /// <summary>The derivatives of a formula of X's three numbers at some values.</summary>
    double[] Gradient(Formula formula, params double[] at) => model.CompileGradient(formula, x.Inputs).Evaluate(at)[1..];

    [Fact]
    public void Gradient_WhereTwoNumbersTie_IsThatOfTheSecond()
    {
        Assert.Equal([0, 1, 0], Gradient(Min(x[0], x[1]), 2, 2, 0));
        Assert.Equal([0, 1, 0], Gradient(Max(x[0], x[1]), 2, 2, 0));
        Assert.Equal([0, 0, 0], Gradient(NotNegative(x[0]), 0, 0, 0));
    }

    [Fact]
    public void Gradient_OfSteps_IsZero()
    {
        Assert.Equal([0, 0, 0], Gradient(Floor(x[0]), 2.5, 0, 0));
        Assert.Equal([0, 1, 0], Gradient(When(x[0] > 1, x[1], x[2]), 2, 0, 0));
        Assert.Equal([0, 0, 1], Gradient(When(x[0] > 1, x[1], x[2]), 1, 0, 0));
    }

    [Fact]
    public void Gradient_OfProductsAndQuotients_IsByHand()
    {
        // d(ab)/da = b, d(ab)/db = a; d(a/b)/da = 1/b, d(a/b)/db = -a/b^2; b = 4 and 1 + 4.
        Assert.Equal([4, 3, 0], Gradient(x[0] * x[1], 3, 4, 0));
        Assert.Equal([6, 0, 0], Gradient(x[0] * x[0], 3, 0, 0));
        Assert.Equal([0.25, -3 / 16.0, 0], Gradient(Ratio(x[0], x[1], x[2]), 3, 4, 7));
        Assert.Equal([0, 0, 1], Gradient(Ratio(x[0], x[1], x[2]), 3, 0, 7));
        Assert.Equal([-1, 0, 0], Gradient(-x[0], 3, 0, 0));
    }

    // Branches not taken hold infinity, infinity less infinity and zero times infinity.
    [Fact]
    public void Gradient_WhereABranchNotTakenIsNotFinite_IsThatOfTheBranchTaken()
    {
        var never = Ratio(x[0], x[1], Infinity);
        Assert.Equal([0, 0, 0], Gradient(never, 3, 0, 0));
        Assert.Equal([0, 0, 2], Gradient(When(x[1] > 0, never * x[0] * x[2], 2 * x[2]), 3, 0, 5));
        Assert.Equal([0, 0, 2], Gradient(When(x[1] > 0, (never - never) * x[2], 2 * x[2]), 3, 0, 5));
        Assert.Equal([0, 0, 2], Gradient(When(x[1] > 0, x[2] / (NotNegative(never) + 1) * never, 2 * x[2]), 3, 0, 5));
        Assert.Equal([0, 0, 1], Gradient(Min(never * never, x[2]), 3, 0, 5));
        // 5 / (infinity + 1) is zero, and so is its slope.
        Assert.Equal([0, 0, 0], Gradient(x[2] / (NotNegative(never) + 1), 3, 0, 5));
    }

    [Fact]
    public void Gradient_ByAMilestoneThatIsNeverReached_IsZero()
    {
        var milestone = model.Milestone("Completion", null);
        var formula = model.Line("Shares", Unit.None, t => x[t] * milestone.ShareAfter(t)).Sum(0, 2);

        var gradient = model.CompileGradient(formula, [milestone.Date!.Input, .. x.Inputs]).Evaluate([Infinity, 1, 2, 3]);

        Assert.Equal([0, 0, 0, 0, 0], gradient);
    }

    // A year of 6 is paid by the day after the milestone: a day later costs 6 / 365 whether it falls inside a column or on its end.
    [Theory]
    [InlineData(45)]
    [InlineData(90)]
    [InlineData(181)]
    public void Gradient_ByTheDateOfAMilestone_CountsADayOnce(int day)
    {
        var quarters = Small.Quarters();
        var milestone = quarters.Milestone("Completion", Small.Closing.PlusDays(day));
        var paid = quarters.Line("Paid", Unit.None, t => 6.0 / 365 * t.Days * milestone.ShareAfter(t));

        var gradient = quarters.CompileGradient(paid.Sum(0, 4), [milestone.Date!.Input]).Evaluate([day]);

        Assert.Equal(6.0 / 365 * (365 - day), gradient[0], 1e-12);
        Assert.Equal(-6.0 / 365, gradient[1], 1e-12);
    }

    // y = a + b y is a / (1 - b): slopes 1 / (1 - b) and a / (1 - b)^2. With a cap c the solution is c.
    [Theory]
    [InlineData(100, 2, 0)]
    [InlineData(3, 0, 1)]
    public void Gradient_OfASolvedCell_IsByHand(double cap, double byA, double byCap)
    {
        var y = model.Unknown("Y", Unit.None);
        y.Is(t => Min(x[0] + x[1] * y[t], x[2]));

        var gradient = Gradient(y[0], 4, 0.5, cap);

        Assert.Equal(byA, gradient[0], 1e-12);
        Assert.Equal(byA == 0 ? 0 : 4 / 0.25, gradient[1], 1e-9);
        Assert.Equal(byCap, gradient[2], 1e-12);
    }

    [Fact]
    public void Gradient_OfWhatDependsOnNoInput_IsZero() => Assert.Equal([0, 0, 0], Gradient(model.Line("Fixed", Unit.None, _ => 5)[0], 1, 2, 3));

    [Fact]
    public void CompileGradient_InputWithoutAValue_IsRefused()
    {
        var price = model.Supplied("Price");

        var problem = Small.Refused(() => model.CompileGradient(price[0] * x[0], x.Inputs));

        Assert.Equal("Input 'Price'", problem.Subject);
    }
}
