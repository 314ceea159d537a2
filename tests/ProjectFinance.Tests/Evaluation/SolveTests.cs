using ProjectFinance.Evaluation;
using ProjectFinance.Tests.Modelling;
using static ProjectFinance.Formula;

namespace ProjectFinance.Tests.Evaluation;

/// <summary>Unknowns: x = f(x), against bisection in decimal and against Cramer's rule.</summary>
public class SolveTests
{
    readonly Model model = Small.Days(2);

    /// <summary>The root of x = f(x), where x - f(x) grows with x: halved a hundred times.</summary>
    static decimal Bisect(Func<decimal, decimal> f)
    {
        decimal low = -1e6m, high = 1e6m;
        for (int i = 0; i < 100; i++)
        {
            decimal middle = (low + high) / 2;
            if (middle - f(middle) < 0) low = middle;
            else high = middle;
        }
        return high;
    }

    /// <summary>The solution in the first period and the residual its check line shows.</summary>
    (double Solution, double Residual) Solve(Func<Formula, Formula> f, string name = "X")
    {
        var x = model.Unknown(name, Unit.None);
        x.Is(t => f(x[t]));
        var values = model.Values(x[0], model.Find($"Checks / {name} solves its formula")[0]);
        return (values[0], values[1]);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Unknown_OfAnAffineFormula_IsTheBisectedRoot(int seed)
    {
        var random = new Random(seed);
        decimal a = random.Next(-1000, 1000) / 8m, b = random.Next(-300, 95) / 100m, divisor = random.Next(1, 9);

        var (solution, residual) = Solve(x => (double)a + (double)b * x - (x - 3) / (double)(4 * divisor));

        decimal expected = Bisect(x => a + b * x - (x - 3) / (4 * divisor));
        Assert.Equal((double)expected, solution, 1e-9 * Math.Max(1, Math.Abs((double)expected)));
        Assert.Equal(0, residual, 1e-9);
    }

    // As draws are: a need that grows with the draw by its interest, fee and minimum balance, never negative, never above what is available.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Unknown_OfADrawsNeed_IsTheBisectedRoot(int seed)
    {
        var random = new Random(seed);
        decimal available = random.Next(0, 400), need = random.Next(-100, 500), floor = random.Next(0, 50), cap = random.Next(0, 20), commitment = random.Next(0, 400);
        decimal interest = random.Next(0, 10) / 100m, share = random.Next(0, 60) / 100m, fee = random.Next(0, 5) / 100m;

        var (solution, residual) = Solve(x => Min((double)available, NotNegative(
            (double)need + Min((double)cap, (double)interest * x) + Max((double)floor, (double)share * x) + (double)fee * NotNegative((double)commitment - x))));

        decimal expected = Bisect(x => Math.Min(available, Math.Max(0,
            need + Math.Min(cap, interest * x) + Math.Max(floor, share * x) + fee * Math.Max(0, commitment - x))));
        Assert.Equal((double)expected, solution, 1e-9 * Math.Max(1, (double)expected));
        Assert.Equal(0, residual, 1e-9);
    }

    // Conditions on the unknown itself: continuous, with a kink at 10.
    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(25)]
    public void Unknown_OfAFormulaWithAChoice_IsTheBisectedRoot(int need)
    {
        var (solution, residual) = Solve(x => When(x > 10, need + 2 + 0.5 * (x - 10), need + 0.2 * x));

        Assert.Equal((double)Bisect(x => x > 10 ? need + 2 + 0.5m * (x - 10) : need + 0.2m * x), solution, 1e-9);
        Assert.Equal(0, residual, 1e-9);
    }

    [Fact]
    public void Unknown_ThroughARatioOfItself_IsTheBisectedRoot()
    {
        // A fee of 2 % of the share of 100 that is drawn, on 30: x = 30 + 2 (x / 100).
        var (solution, _) = Solve(x => 30 + 2 * Ratio(x, 100, 0));

        Assert.Equal((double)Bisect(x => 30 + 2 * x / 100), solution, 1e-9);
    }

    [Fact]
    public void Unknown_ThatDoesNotReferToItself_IsItsFormula()
    {
        var price = model.Supplied("Price");
        var x = model.Unknown("X", Unit.None, t => price[t] * 2 + t.Index);

        Assert.Equal([6, 8], model.Over(x[0], [price.Inputs[0]], [3], [4]));
        Assert.Equal(0, model.Over(model.Find("Checks / X solves its formula")[0], [price.Inputs[0]], [3])[0]);
        Assert.Equal(LineKind.Check, model.Find("Checks / X solves its formula").Kind);
    }

    // x = x + 5 has no solution: the residual is what remains, and the check is not zero.
    [Theory]
    [InlineData(5, 5)]
    [InlineData(0, 0)]
    public void Unknown_OfSlopeOne_LeavesItsResidual(double excess, double expected)
    {
        var (_, residual) = Solve(x => x + excess);

        Assert.Equal(expected, residual);
    }

    // Two draws that each fund half of their own interest and of the other's: x = p + a x + b y, y = q + c x + d y, by Cramer's rule.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void TwoUnknowns_ThatNeedEachOther_SolveTheSystem(int seed)
    {
        var random = new Random(seed);
        decimal p = random.Next(1, 100), q = random.Next(1, 100), a = random.Next(0, 40) / 100m, b = random.Next(0, 40) / 100m, c = random.Next(0, 40) / 100m, d = random.Next(0, 40) / 100m;
        var x = model.Unknown("X", Unit.None);
        var y = model.Unknown("Y", Unit.None);
        var interest = model.Line("Interest of X", Unit.None, t => (double)b * y[t]);
        x.Is(t => (double)p + (double)a * x[t] + interest[t]);
        y.Is(t => (double)q + (double)c * x[t] + (double)d * y[t]);

        var values = model.Values(x[0], y[0], x[1], y[1], model.Find("Checks / X solves its formula")[1], model.Find("Checks / Y solves its formula")[1]);

        decimal determinant = (1 - a) * (1 - d) - b * c;
        double expectedX = (double)((p * (1 - d) + b * q) / determinant), expectedY = (double)((q * (1 - a) + c * p) / determinant);
        Assert.Equal([expectedX, expectedY, expectedX, expectedY, 0, 0], values, (e, v) => Math.Abs(e - v) < 1e-9);
    }

    // The same with a limit on each: y for a given x by bisection, x by bisection on that.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void TwoUnknowns_WithLimits_AreTheNestedBisection(int seed)
    {
        var random = new Random(seed);
        decimal p = random.Next(-20, 100), q = random.Next(-20, 100), b = random.Next(0, 50) / 100m, c = random.Next(0, 50) / 100m, limitX = random.Next(0, 150), limitY = random.Next(0, 150);
        var x = model.Unknown("X", Unit.None);
        var y = model.Unknown("Y", Unit.None);
        x.Is(t => Min((double)limitX, NotNegative((double)p + 0.1 * x[t] + (double)b * y[t])));
        y.Is(t => Min((double)limitY, NotNegative((double)q + (double)c * x[t] + 0.2 * y[t])));

        var values = model.Values(x[0], y[0], model.Find("Checks / X solves its formula")[0], model.Find("Checks / Y solves its formula")[0]);

        decimal Y(decimal given) => Bisect(v => Math.Min(limitY, Math.Max(0, q + c * given + 0.2m * v)));
        decimal expected = Bisect(v => Math.Min(limitX, Math.Max(0, p + 0.1m * v + b * Y(v))));
        Assert.Equal([(double)expected, (double)Y(expected), 0, 0], values, (e, v) => Math.Abs(e - v) < 1e-9);
    }

    // Three in a ring, each with its own interest; by Gauss in whole hundredths: x = 10 + 0.1 x + 0.2 y, y = 20 + 0.1 y + 0.3 z, z = 30 + 0.4 x + 0.1 z.
    [Fact]
    public void ThreeUnknowns_InARing_SolveTheSystem()
    {
        Line[] lines = [.. "XYZ".Select(c => model.Unknown(c.ToString(), Unit.None))];
        double[] constant = [10, 20, 30], next = [0.2, 0.3, 0.4];
        for (int i = 0; i < 3; i++)
        {
            int own = i;
            lines[i].Is(t => constant[own] + 0.1 * lines[own][t] + next[own] * lines[(own + 1) % 3][t]);
        }

        // 0.9 x - 0.2 y = 10; 0.9 y - 0.3 z = 20; 0.9 z - 0.4 x = 30: substituting, x = (0.81 * 10 + 0.18 * 20 + 0.06 * 30) / (0.729 - 0.024).
        double x = 13.5 / 0.705, z = (30 + 0.4 * x) / 0.9, y = (20 + 0.3 * z) / 0.9;
        Assert.Equal([x, y, z], model.Values(lines[0][1], lines[1][1], lines[2][1]), (e, v) => Math.Abs(e - v) < 1e-9);
    }

    [Fact]
    public void Unknown_InManyScenarios_EachFindsItsOwnPiece()
    {
        var need = model.Supplied("Need");
        var draw = model.Unknown("Draw", Unit.None);
        draw.Is(t => Min(100, NotNegative(need[t] + 0.02 * draw[t] + Min(5, 0.1 * draw[t]))));
        double[][] scenarios = [.. Enumerable.Range(-50, 250).Select(n => new[] { (double)n })];

        var solved = model.Over(draw[0], [need.Inputs[0]], scenarios);

        for (int k = 0; k < scenarios.Length; k++)
        {
            decimal n = (decimal)scenarios[k][0];
            Assert.Equal((double)Bisect(x => Math.Min(100, Math.Max(0, n + 0.02m * x + Math.Min(5, 0.1m * x)))), solved[k], 1e-9);
        }
    }
}
