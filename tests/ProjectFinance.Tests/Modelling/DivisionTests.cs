using static ProjectFinance.Formula;

namespace ProjectFinance.Tests.Modelling;

/// <summary>A plain division by something that may be zero is refused; Ratio says what happens instead.</summary>
public class DivisionTests
{
    readonly Model model = Small.Quarters();
    readonly Formula any;
    readonly Formula positive;

    public DivisionTests()
    {
        any = model.Supplied("Any")[1];
        positive = model.Supplied("Positive", positive: true)[1];
    }

    [Fact]
    public void Division_ByWhatIsNeverZero_IsAllowed()
    {
        Formula always = model.Parameter("Always", 3 * Unit.None, positive: true);
        Formula[] divisors =
        [
            2, -2, positive, always, positive + always, positive + 1, Sum([1, positive, always]), positive * always, -2 * positive,
            Max(positive, any), Max(any, 0.5), Max(0, any) + positive, Min(positive, 4), When(any > 0, positive, 2), When(any > 0, positive, -1),
            positive / always, positive / -3, NotNegative(any) + 1, Ratio(positive, any, 1), positive + any * 0,
        ];

        Assert.All(divisors, divisor => _ = any / divisor);
    }

    [Fact]
    public void Division_ByWhatMayBeZero_IsRefused()
    {
        Formula[] divisors =
        [
            0, any, any + 1, positive - 1, positive + any, NotNegative(any), Min(positive, any), Max(any, 0), When(any > 0, positive, 0), any * positive,
            When(any > 0, any, 1), Floor(positive), Ratio(any, positive, 1), Ratio(positive, any, 0), -any, 1 - positive, positive - positive, any / positive,
        ];

        Assert.All(divisors, divisor =>
        {
            var problem = Small.Refused(() => _ = any / divisor);
            Assert.Equal("Division", problem.Subject);
            Assert.Contains("Ratio", problem.Allowed, StringComparison.Ordinal);
        });
    }

    // A cell's sign is not carried from its formula: what the line says today it may not say tomorrow.
    [Fact]
    public void Division_ByACell_IsRefused()
    {
        var line = model.Line("Positive line", Unit.None, _ => positive);

        Small.Refused(() => _ = any / line[1]);
    }

    [Fact]
    public void Division_OfALine_IsReportedWithTheLine()
    {
        model.Line("Quotient", Unit.None, _ => positive / any);

        Assert.Equal("line 'Quotient', period ending 2000-12-31", Small.Refused(model.Complete).Where);
    }

    [Theory]
    [InlineData(6, 3, 2)]
    [InlineData(6, 0, -1)]
    [InlineData(6, -3, -1)]
    [InlineData(0, 0, -1)]
    [InlineData(-6, 3, -2)]
    [InlineData(6, double.PositiveInfinity, 0)]
    public void Ratio_IsTheQuotientWhereTheDivisorIsPositive_ElseTheOther(double a, double b, double expected)
    {
        var (x, y) = (model.Supplied("X"), model.Supplied("Y"));

        Assert.Equal([expected, expected], model.Over(Ratio(x[1], y[1], -1), [x.Inputs[1], y.Inputs[1]], [a, b], [a, b]));
        Assert.Equal([expected], model.Over(Ratio(x[1], y[1], -1), [x.Inputs[1], y.Inputs[1]], [a, b]));
        Assert.Equal(expected, Assert.Single(model.Values(Ratio(a, b, -1))));
    }

    [Theory]
    [InlineData(2.7, 2)]
    [InlineData(-2.7, -3)]
    [InlineData(3, 3)]
    [InlineData(-0.25, -1)]
    public void Floor_IsTheGreatestWholeNumberNotAbove(double value, double expected)
    {
        var x = model.Supplied("X");

        Assert.Equal([expected, expected], model.Over(Floor(x[1]), [x.Inputs[1]], [value], [value]));
        Assert.Equal([expected], model.Over(Floor(x[1]), [x.Inputs[1]], [value]));
        Assert.Equal(expected, Assert.Single(model.Values(Floor(value))));
    }
}
