using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Modelling;
using static ProjectFinance.Formula;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>Break-evens of functions whose crossings are known from school.</summary>
public class BreakEvenTests
{
    /// <summary>A model of one column with a plain number x, usually 1, and the line "Out / y".</summary>
    static Model Of(Func<Formula, Formula> y, double usual = 1)
    {
        var model = Small.Days(1);
        var x = model.Parameter("x", new Quantity(usual, Unit.None));
        model.Line("Out / y", Unit.None, _ => y(x), LineKind.Level);
        return model;
    }

    static Solution Solve(Model model, string until, SolveOptions options) => new BreakEven(model, "x", [Target.Parse(until)], options).Solve();

    // A bracket ends a 2^44th of the range wide, or at neighbouring numbers; the output's own slack is 1e-12.
    [Theory]
    [InlineData("Out / y >= 10", 10 / 3.0, true)]
    [InlineData("Out / y <= 10", 10 / 3.0, false)]
    [InlineData("Out / y = 10", 10 / 3.0, true)]
    [InlineData("Out / y = 0", 0, true)]
    public void Line_ThatRises_IsCrossedWhereItIs(string until, double expected, bool above)
    {
        var solution = Solve(Of(x => 3 * x), until, new() { From = -10, To = 10 });

        Assert.Equal(SolveOutcome.Found, solution.Outcome);
        Assert.Equal(expected, solution.Answer!.Value, 1e-11);
        Assert.Equal(above, solution.Answer.HoldsAbove);
        Assert.True(solution.Answer.Width < 1e-11);
        Assert.True(solution.ChecksPassed);
    }

    // x^3 - 6 x^2 + 11 x - 6 = (x - 1)(x - 2)(x - 3).
    [Theory]
    [InlineData(Preferred.Nearest, 2.2, 2)]
    [InlineData(Preferred.Lowest, 2.2, 1)]
    [InlineData(Preferred.Highest, 2.2, 3)]
    public void Cubic_WithThreeRoots_ListsAllAndPrefersAsAsked(Preferred prefer, double usual, double expected)
    {
        var solution = Solve(Of(x => x * x * x - 6 * x * x + 11 * x - 6, usual), "Out / y = 0", new() { From = 0.1, To = 4, Prefer = prefer });

        // The slope at 2 is -1: rounding of numbers near 20 moves the root by some 1e-15.
        Assert.Equal([1.0, 2.0, 3.0], solution.Crossings.Select(crossing => crossing.Value), (a, b) => Math.Abs(a - b) < 1e-11);
        Assert.Equal(expected, solution.Answer!.Value, 1e-11);
        Assert.Equal([true, false, true], solution.Crossings.Select(crossing => crossing.HoldsAbove));
    }

    [Fact]
    public void Output_ThatJumpsOverTheValue_IsSaidToJumpAndHoldsOnItsSide()
    {
        var solution = Solve(Of(x => When(x > 0.7, 5 + x, x)), "Out / y >= 3", new() { From = 0, To = 2 });

        Assert.Equal(SolveOutcome.Jump, solution.Outcome);
        Assert.Equal(0.7, solution.Answer!.Value, 1e-12);
        Assert.True(solution.Answer.Value > 0.7);
        Assert.True(solution.Answer.Neighbour <= 0.7);
        Assert.True(Assert.Single(solution.AtAnswer).Holds);
        Assert.False(Assert.Single(solution.AtNeighbour).Holds);
    }

    [Fact]
    public void Value_ThatAnOutputJumpsOver_IsNeverTaken() =>
        Assert.Equal(SolveOutcome.Jump, Solve(Of(x => When(x > 0.7, 5.0, 0.0)), "Out / y = 3", new() { From = 0, To = 2 }).Outcome);

    [Fact]
    public void SteepSlope_IsNoJump() => Assert.Equal(SolveOutcome.Found, Solve(Of(x => 1e6 * x), "Out / y >= 3", new() { From = 0, To = 2 }).Outcome);

    [Theory]
    [InlineData("Out / y >= 1", SolveOutcome.HoldsThroughout)]
    [InlineData("Out / y >= 9", SolveOutcome.NeverHolds)]
    [InlineData("Out / y = 9", SolveOutcome.NeverHolds)]
    public void Condition_WithoutACrossing_SaysOnWhichSideItIs(string until, SolveOutcome expected)
    {
        var solution = Solve(Of(x => 2 + x * x), until, new() { From = -2, To = 2 });

        Assert.Equal(expected, solution.Outcome);
        Assert.Null(solution.Answer);
        Assert.Empty(solution.Crossings);
        // 2 + x^2 is highest, 6, at the ends.
        Assert.Equal(6, Assert.Single(solution.AtClosest).At!.Value, 1e-12);
    }

    // Flat at 4 from 4 on: "at least 4" begins at 4, to the slack of 4e-12.
    [Fact]
    public void Output_ThatGoesFlatAtTheValue_BeginsToHoldWhereItGoesFlat() =>
        Assert.Equal(4, Solve(Of(x => Min(x, 4)), "Out / y >= 4", new() { From = 0, To = 16 }).Answer!.Value, 1e-11);

    [Fact]
    public void Output_ThatDoesNotApply_MeetsAtLeastAndNoAtMost()
    {
        var model = Of(x => Ratio(12, x, double.PositiveInfinity), 1);

        // 12 / x >= 3 up to x = 4; for x <= 0 it does not apply, which holds too.
        Assert.Equal(4, Assert.Single(Solve(model, "Out / y >= 3", new() { From = -8, To = 8 }).Crossings).Value, 1e-11);
        Assert.Equal(4, Assert.Single(Solve(model, "Out / y <= 3", new() { From = -8, To = 8 }).Crossings).Value, 1e-11);
    }

    // Whole numbers: 7 is the last n with 3 n <= 22.
    [Fact]
    public void WholeNumbers_AreTriedAsWholeNumbers()
    {
        var solution = Solve(Of(x => 3 * x), "Out / y <= 22", new() { From = -1_000_000.5, To = 1_000_000, Step = 1 });

        Assert.Equal((7, 8), (solution.Answer!.Value, solution.Answer.Neighbour));
        Assert.Equal("ITP on whole steps", solution.Method);
    }

    // 4 x <= 0.30 up to 0.075, so 7 cents.
    [Fact]
    public void Cents_AreExactCents() => Assert.Equal(0.07, Solve(Of(x => 4 * x), "Out / y <= 0.30", new() { From = 0, To = 1000, Step = 0.01 }).Answer!.Value);

    [Theory]
    [InlineData(VariedBy.Level, 6)]
    [InlineData(VariedBy.Factor, 1.5)]
    [InlineData(VariedBy.Addition, 2)]
    public void Kinds_OfChange_MoveEveryInputOfALine(VariedBy by, double expected)
    {
        var model = Small.Days(3);
        double[] plan = [2, 4, 6];
        var line = model.Input("Plan", Unit.None, t => plan[t.Index], kind: LineKind.Flow);
        model.Line("Out / sum", Unit.None, _ => line.Sum(0, 2));

        // The sum is 12: 3 x = 18, 12 x = 18, 12 + 3 x = 18.
        var solution = new BreakEven(model, "Plan", [Target.Parse("last Out / sum = 18")], new() { By = by, From = 0, To = 10 }).Solve();

        Assert.Equal(expected, solution.Answer!.Value, 1e-11);
        Assert.Equal(by switch { VariedBy.Level => 4, VariedBy.Factor => 1, _ => 0 }, solution.Varied.Usual);
    }

    // Published beside the method ("Sizing and circularity" of the mechanics): funding is affine, so the debt that equals its share of uses is a break-even.
    [Theory]
    [InlineData(0.46, 0.08, 0.005, 0.015, 0, 22.627596395)]
    [InlineData(0.80, 0.08, 0.01, 0.03, 0.06, 42.995646282)]
    [InlineData(0.90, 0.12, 0.015, 0.04, 0.10, 53.064044265)]
    public void ConstructionFunding_AsABreakEven_IsThePublishedDebt(double share, double rate, double commitmentFee, double upfront, double reserve, double expected)
    {
        const int Months = 14;
        const double Capital = 47.8;
        var model = Small.Days(Months);
        Formula debt = model.Parameter("Debt", new Quantity(20, Unit.None));
        var closing = model.Declare("Closing", Unit.None, LineKind.Level);
        var uses = model.Line("Uses", Unit.None, t => Capital / Months + closing.Previous(t, 0) * rate / 12 + (debt - closing.Previous(t, 0)) * commitmentFee / 12 + (t.IsFirst ? upfront * debt : 0));
        closing.Is(t => closing.Previous(t, 0) + share * uses[t]);
        model.Line("Short", Unit.None, _ => share * (uses.Sum(0, Months - 1) + reserve * debt) - debt, LineKind.Level);

        // The vectors are given to nine decimals.
        Assert.Equal(expected, new BreakEven(model, "Debt", [Target.Parse("last Short = 0")]).Solve().Answer!.Value, 1e-9);
    }
}
