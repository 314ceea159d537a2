using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Modelling;
using static ProjectFinance.Formula;

namespace ProjectFinance.Tests.Scenarios;

public class ReverseStressTests
{
    /// <summary>A model of one column with plain numbers x0, x1, ... of given usual values, and the line "Out / y".</summary>
    static Model Of(Func<Formula[], Formula> y, params double[] usual)
    {
        var model = Small.Days(1);
        Formula[] x = [.. usual.Select((value, i) => (Formula)model.Parameter($"x{i}", new Quantity(value, Unit.None)))];
        model.Line("Out / y", Unit.None, _ => y(x), LineKind.Level);
        return model;
    }

    static StressFactor Add(int i, double deviation) => new($"x{i}", deviation, VariedBy.Addition);

    // A linear output a.x + c with covariance S falls from m to v at distance (m - v) / sqrt(a' S a), at moves S a / sqrt(a' S a) times that: the closed form of first order.
    [Fact]
    public void LinearOutput_WithCorrelation_IsReachedAtTheDistanceOfTheClosedForm()
    {
        var model = Of(x => 3 * x[0] - 2 * x[1] + 0.5 * x[2], 10, 4, 2);
        var result = new ReverseStress
        {
            Factors = [Add(0, 1.5), Add(1, 2), Add(2, 4)], Until = Target.Parse("Out / y <= 9"), Correlations = [new("x0", "x1", -0.4), new("x1", "x2", 0.3)],
        }.Solve(model);

        double[] weighed = [3 * 1.5, -2 * 2, 0.5 * 4];
        double[][] correlation = [[1, -0.4, 0], [-0.4, 1, 0.3], [0, 0.3, 1]];
        double[] with = [.. correlation.Select(row => row.Zip(weighed, (r, w) => r * w).Sum())];
        double deviation = Math.Sqrt(weighed.Zip(with, (a, b) => a * b).Sum()), distance = (23 - 9) / deviation;

        Assert.Equal(StressOutcome.Found, result.Outcome);
        // Directions are found to some 1e-7, which moves a distance by its square.
        Assert.Equal(distance, result.Distance, 1e-11);
        Assert.Equal(with.Select(w => -distance * w / deviation), result.Moves.Select(move => move.Deviations), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.True(result.Outside!.Holds);
        Assert.False(result.Inside!.Holds);
        Assert.Equal(result.Starts, result.Agreeing);
        // The normal probability beyond d is erfc(d / sqrt 2) / 2; its slope here is 0.06, times the distance's own 1e-11.
        Assert.Equal(MathNet.Numerics.SpecialFunctions.Erfc(distance / Math.Sqrt(2)) / 2, result.Probability, 1e-12);
    }

    // y = x0 e^(0.2 z0) / x1 e^(-0.3 z1): log-linear, so ln 2 / sqrt(0.2^2 + 0.3^2) to halve.
    [Fact]
    public void Factors_AreLognormal()
    {
        var model = Of(x => x[0] * Ratio(1, x[1], 0), 8, 2);
        var result = new ReverseStress { Factors = [new("x0", 0.2, VariedBy.Factor), new("x1", 0.3, VariedBy.Factor)], Until = Target.Parse("Out / y <= 2") }.Solve(model);

        double distance = Math.Log(2) / Math.Sqrt(0.13);
        Assert.Equal(distance, result.Distance, 1e-11);
        Assert.Equal(Math.Exp(-0.2 * distance * 0.2 / Math.Sqrt(0.13)), result.Moves[0].Number, 1e-5);
        Assert.Equal(8 * result.Moves[0].Number, result.Moves[0].Moved, 1e-12);
    }

    // The nearest point of a circle of radius 1 about (3, 2) is sqrt 13 - 1 away; of two circles the nearer counts, though the other is met first along the axes.
    [Fact]
    public void CurvedOutput_WithTwoWaysOut_TakesTheNearer()
    {
        static Formula Circle(Formula[] x, double a, double b) => 1 - (x[0] - a) * (x[0] - a) - (x[1] - b) * (x[1] - b);
        var model = Of(x => Max(Circle(x, 3, 2), Circle(x, -4.5, 0)), 0, 0);

        Assert.Equal(Math.Sqrt(13) - 1, new ReverseStress { Factors = [Add(0, 1), Add(1, 1)], Until = Target.Parse("Out / y >= 0") }.Solve(model).Distance, 1e-9);
    }

    // A flag has no slope: x0 + x1 > 5 with deviations 1 and 2 is 5 / sqrt 5 away.
    [Fact]
    public void Output_WithoutSlope_IsReachedToo()
    {
        var model = Of(x => When(x[0] + x[1] > 5, 1.0, 0.0), 0, 0);
        var result = new ReverseStress { Factors = [Add(0, 1), Add(1, 2)], Until = Target.Parse("Out / y >= 1") }.Solve(model);

        Assert.Equal(Math.Sqrt(5), result.Distance, 1e-9);
    }

    // The corner of a minimum: both x0 and x1 must rise by 2.
    [Fact]
    public void Kink_AtTheNearestPoint_IsFound() =>
        Assert.Equal(Math.Sqrt(8), new ReverseStress { Factors = [Add(0, 1), Add(1, 1)], Until = Target.Parse("Out / y >= 2") }.Solve(Of(x => Min(x[0], x[1]), 0, 0)).Distance, 1e-6);

    [Fact]
    public void Condition_OutOfReach_IsNotFound()
    {
        var result = new ReverseStress { Factors = [Add(0, 1), Add(1, 1)], Until = Target.Parse("Out / y >= 100"), Within = 4 }.Solve(Of(x => x[0] + x[1], 0, 0));

        Assert.Equal((StressOutcome.NotFound, double.PositiveInfinity, 0.0), (result.Outcome, result.Distance, result.Probability));
    }

    [Fact]
    public void Condition_ThatHoldsAlready_SaysSo() =>
        Assert.Equal((StressOutcome.HoldsAlready, 0.0, 0.5), new ReverseStress { Factors = [Add(0, 1)], Until = Target.Parse("Out / y >= -1") }.Solve(Of(x => x[0], 0)) is var result ? (result.Outcome, result.Distance, result.Probability) : default);

    [Fact]
    public void Terms_ThatCannotBeUsed_AreAllReported()
    {
        var terms = new ReverseStress
        {
            Factors = [Add(0, 0), new("x1", double.NaN, VariedBy.Addition), new("y2", 1, VariedBy.Level)], Until = Target.Parse("Out / z = 1"), Correlations = [new("x0", "x9", 2), new("x0", "x0", 0.5)], Within = 0,
        };

        var facts = Assert.Throws<InvalidInputException>(() => terms.Solve(Of(x => x[0], 0, 0))).Problems.Select(problem => $"{problem.Subject}: {problem.Fact}").ToArray();

        Assert.Equal(
            ["Standard deviations: 0 are to be looked at", "Stress of 'x0': the standard deviation is 0", "Stress of 'x1': the standard deviation is NaN", "Stress of 'y2': it moves to a level",
            "Correlation of 'x0' and 'x9': 'x9' does not move", "Correlation of 'x0' and 'x9': it is 2", "Correlation of 'x0' and 'x0': both are one factor", "Condition 'Out / z = 1': it asks for one value",
            "Input 'y2': the model has no series, input line or single number of that name"], facts);
    }

    [Fact]
    public void Correlations_ThatCannotHoldTogether_AreRefused()
    {
        var terms = new ReverseStress { Factors = [Add(0, 1), Add(1, 1), Add(2, 1)], Until = Target.Parse("Out / y >= 1"), Correlations = [new("x0", "x1", 0.9), new("x1", "x2", 0.9), new("x0", "x2", -0.9)] };

        // Eigenvalues of a ones matrix with off-diagonals 0.9, 0.9, -0.9: 1.9, 1.9 and 1 - 2 x 0.9.
        Assert.Contains("-0.8", Small.Refused(() => terms.Solve(Of(x => x[0] + x[1] + x[2], 0, 0, 0))).Fact, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gold = 16%", "gold", 0.16, VariedBy.Factor)]
    [InlineData("Project / Royalty: Upland lease, rate = 0.01", "Project / Royalty: Upland lease, rate", 0.01, VariedBy.Addition)]
    public void Text_OfAFactor_IsRead(string text, string input, double deviation, VariedBy by)
    {
        Assert.Equal(new StressFactor(input, deviation, by), StressFactor.Parse(text));
        Assert.Equal(text, StressFactor.Parse(text).ToString());
    }

    [Theory]
    [InlineData("gold")]
    [InlineData("= 3")]
    [InlineData("gold = much")]
    public void Text_ThatIsNoFactor_IsRefused(string text) => Assert.Throws<InvalidInputException>(() => StressFactor.Parse(text));
}
