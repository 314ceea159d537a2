using NodaTime;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Results;

/// <summary>What a runner takes for its inputs, and when a check counts as zero.</summary>
public class RunnerTests
{
    static readonly LocalDate Start = new(2025, 12, 31);

    [Fact]
    public void Run_WithUnusableChanges_ReportsThemAll()
    {
        var model = new Model(Timeline.Quarterly(Start, new LocalDate(2026, 3, 31)));
        var divisor = model.Parameter("Project / Debt", 4 * Units.Usd, positive: true);
        var rate = model.Parameter("Project / Rate", 0.05 * Unit.None);
        var unread = model.Parameter("Project / Unread", 1 * Unit.None);
        model.Line("Project / Cover", Unit.None, _ => 8 * Units.Usd / divisor.Formula + rate);
        var runner = new Runner(model);

        // 8 / 4 + 0.05.
        Assert.Equal(2.05, runner.Run()["Project / Cover", model.Periods[0]], 1e-15);
        var found = Assert.Throws<InvalidInputException>(() => runner.Run(new Dictionary<InputCell, double> { [divisor.Input] = 0, [rate.Input] = double.NaN, [unread.Input] = 2 }));

        Assert.Equal(3, found.Problems.Length);
        Assert.Contains(found.Problems, p => p.Subject == "Input 'Project / Debt'" && p.Fact == "the value is 0" && p.Allowed.Contains("above zero", StringComparison.Ordinal));
        Assert.Contains(found.Problems, p => p.Subject == "Input 'Project / Rate'" && p.Fact.Contains("not a number", StringComparison.Ordinal));
        Assert.Contains(found.Problems, p => p.Subject == "Input 'Project / Unread'" && p.Fact.Contains("no line", StringComparison.Ordinal));
    }

    [Fact]
    public void Runner_WithAUsualValueThatMayNotBeZero_RefusesIt()
    {
        var model = new Model(Timeline.Quarterly(Start, new LocalDate(2026, 3, 31)));
        var price = model.Input("Price", Units.Usd, _ => 0, positive: true);
        model.Line("Project / Units", Unit.None, t => 100 * Units.Usd / price[t]);

        var found = Assert.Throws<InvalidInputException>(() => new Runner(model));

        Assert.Contains("Input 'Price, 2025-12-31/2026-03-31': the value is 0", found.Message, StringComparison.Ordinal);
    }

    // A check may be off by a hundredth of a cent, or by 1e-12 of the largest amount: 2 in 3 trillion, but not 4.
    [Theory]
    [InlineData(1_000, 0.00009, true)]
    [InlineData(1_000, 0.00011, false)]
    [InlineData(3e12, 2, true)]
    [InlineData(3e12, 4, false)]
    [InlineData(3e12, -4, false)]
    public void Check_OffByALittle_PassesWithinItsTolerance(double largest, double off, bool passes)
    {
        var model = new Model(Timeline.Quarterly(Start, new LocalDate(2026, 6, 30)));
        model.Line("Project / Amount", Units.Usd, _ => largest * Units.Usd);
        model.Check("Checks / Amount", Units.Usd, t => t.IsFirst ? 0 : off * Units.Usd);

        var check = Assert.Single(new Runner(model).Run().Checks);

        Assert.Equal(passes, check.Passed);
        Assert.Equal(Math.Abs(off), check.Largest);
        Assert.Equal(model.Periods[1], check.At);
    }
}
