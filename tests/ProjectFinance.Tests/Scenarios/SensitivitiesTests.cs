using ProjectFinance.Deals;
using ProjectFinance.Results;
using ProjectFinance.Tests.Modelling;
using ProjectFinance.Tests.Results;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>Sensitivities and tornado of a loan that can be computed by heart, see <see cref="ShortLoan"/>, and of small models.</summary>
public class SensitivitiesTests
{
    const string Interest = "total Loan / Interest paid";

    // Interest is 1,000,000 x (6 % + 2 %) x 365/360.
    const double Year = 1_000_000 * 365 / 360.0;

    static readonly Deal Loan = Deal.Parse(ShortLoan.Json);

    static Sensitivity Input(Sensitivities all, string name) => Assert.Single(all.Inputs, input => input.Input.Name == name);

    [Fact]
    public void Sensitivities_OfInterest_AreByHand()
    {
        var all = Loan.Sensitivities(Interest);

        Assert.Equal(81_111.11, all.Value, 0.005);
        Assert.Equal(Units.Usd, all.Unit);
        Assert.Equal(Year, Input(all, "LIBOR").Derivative, 1e-6);
        Assert.Equal("USD per number", Input(all, "LIBOR").DerivativeUnit);
        Assert.Equal(Year * 0.01, Input(all, "LIBOR").Effect, 1e-6);
        Assert.Equal("+100bp", Input(all, "LIBOR").Move.In(Unit.None));
        Assert.Equal(Year, Input(all, "Loan / Margin at first").Derivative, 1e-6);
    }

    [Fact]
    public void Sensitivities_OfASeries_HaveASlopeForEachFixing()
    {
        var libor = Input(Loan.Sensitivities(Interest), "LIBOR");

        // Each fixing holds for its quarter of 90, 91, 92 and 92 days.
        Assert.Equal([90, 91, 92, 92], libor.Slopes.Where(slope => slope.Derivative != 0).Select(slope => Math.Round(slope.Derivative * 360 / 1_000_000)));
        Assert.Equal((0.06, 0.06), (libor.Least, libor.Greatest));
    }

    [Fact]
    public void Sensitivities_AreSortedByEffect()
    {
        var all = Loan.Sensitivities(Interest);

        Assert.Equal(all.Inputs.Select(input => Math.Abs(input.Effect)).OrderDescending(), all.Inputs.Select(input => Math.Abs(input.Effect)));
    }

    [Fact]
    public void Tornado_OfWhatIsAffine_AgreesWithTheDerivatives()
    {
        var bar = Assert.Single(Loan.Tornado(Interest).Bars, bar => bar.Input.Input.Name == "LIBOR");

        Assert.Equal(81_111.11 - Year * 0.01, bar.Low, 0.005);
        Assert.Equal(81_111.11 + Year * 0.01, bar.High, 0.005);
        Assert.Equal(bar.Low, bar.LowEstimate, 1e-6);
        Assert.False(bar.IsBent);
    }

    [Fact]
    public void Tornado_WithRanges_MovesInputsAsFarAsTheySay()
    {
        var tornado = Loan.Tornado(Interest, new Dictionary<string, InputRange> { ["LIBOR"] = InputRange.Parse("-50bp..+200bp", Unit.None), ["Loan / Margin at first"] = InputRange.Parse("-50%..0%", Unit.None) });

        var libor = Assert.Single(tornado.Bars, bar => bar.Input.Input.Name == "LIBOR");
        Assert.Equal((81_111.11 - Year * 0.005, 81_111.11 + Year * 0.02), (libor.Low, libor.High), Within(0.005));
        var margin = Assert.Single(tornado.Bars, bar => bar.Input.Input.Name == "Loan / Margin at first");
        Assert.Equal((81_111.11 - Year * 0.01, 81_111.11), (margin.Low, margin.High), Within(0.005));
    }

    // Paid is the lesser of 100 and the price times ten: at 9.5 and 10.5 it is 95 and 100, by the derivative 95 and 105 from a plan just below the kink.
    [Fact]
    public void Tornado_AcrossAKink_IsBent()
    {
        var model = Small.Days(1);
        var price = model.Input("Price", Units.Usd / Units.GoldOunce, _ => 9.9999);
        model.Line("Paid", Units.Usd, t => Formula.Min(100 * Units.Usd, price[t] * (10 * Units.GoldOunce)));

        var bar = Assert.Single(Tornado.Of(model, ChosenOutput.Parse("total Paid"), new Dictionary<string, InputRange> { ["Price"] = InputRange.Parse("-0.5..+0.5", Units.Usd / Units.GoldOunce) }).Bars);

        Assert.Equal((94.999, 100), (bar.Low, bar.High), Within(1e-9));
        Assert.Equal((94.999, 104.999), (bar.LowEstimate, bar.HighEstimate), Within(1e-9));
        Assert.True(bar.IsBent);
    }

    // Prices move by 1 %, dates by 30 days, what is a plain number above one by 1 %.
    [Fact]
    public void Sensitivities_UsualMoves_GoByWhatIsMoved()
    {
        var model = Small.Quarters();
        var price = model.Input("Price", Units.Usd / Units.GoldOunce, _ => 400);
        var count = model.Parameter("Count", 5 * Unit.None);
        var share = model.Parameter("Share", 0.05 * Unit.None);
        var milestone = model.Milestone("Completion", Small.Closing.PlusDays(30));
        model.Line("Sales", Units.Usd, t => price[t] * (2 * Units.GoldOunce) * count * (1 - share.Formula) * milestone.ShareAfter(t));

        var moves = Sensitivities.Of(model, ChosenOutput.Parse("Sales")).Inputs.ToDictionary(input => input.Input.Name, input => input.Move.In(input.Input.Unit));

        Assert.Equal(new Dictionary<string, string> { ["Price"] = "+1%", ["Count"] = "+1%", ["Share"] = "+100bp", ["Milestones / Completion date"] = "+30 days" }, moves);
    }

    [Theory]
    [InlineData("Loan / Intrest paid", "the model has no line of that name")]
    [InlineData("Milestones / Completion", "'Milestones / Completion' holds or does not hold; it has no derivative")]
    [InlineData("total Sponsor / Nothing", "the model has no line of that name")]
    public void Sensitivities_OfWhatHasNone_SayWhy(string output, string fact) => Assert.Equal(fact, Small.Refused(() => Loan.Sensitivities(output)).Fact);

    [Fact]
    public void Sensitivities_OfWhatDependsOnNoInput_SayWhy()
    {
        var model = Small.Days(1);
        model.Line("Fixed", Units.Usd, _ => 5 * Units.Usd);

        Assert.Equal("it depends on no input", Small.Refused(() => Sensitivities.Of(model, ChosenOutput.Parse("Fixed"))).Fact);
    }

    [Fact]
    public void Sensitivities_OfARatioThatDoesNotApply_SayWhy()
    {
        var model = Small.Days(1);
        var debt = model.Input("Debt", Units.Usd, _ => 0);
        model.Line("Ratio", Unit.None, t => Formula.Ratio(1 * Units.Usd, debt[t], double.PositiveInfinity), LineKind.Level);

        Assert.Equal("it does not apply in this deal as planned", Small.Refused(() => Sensitivities.Of(model, ChosenOutput.Parse("Ratio"))).Fact);
    }

    [Fact]
    public void Tornado_RangesThatCannotBe_AreAllTold()
    {
        var model = Small.Days(1);
        var price = model.Input("Price", Units.Usd / Units.GoldOunce, _ => 400, positive: true);
        model.Line("Sales", Units.Usd, t => price[t] * (2 * Units.GoldOunce));

        var found = Assert.Throws<InvalidInputException>(() => Tornado.Of(model, ChosenOutput.Parse("Sales"), new Dictionary<string, InputRange>
        {
            ["Price"] = InputRange.Parse("-100%..0%", price.Unit), ["Prise"] = InputRange.Parse("-1%..1%", Unit.None),
        }));

        Assert.Equal(["Input 'Prise'", $"Input 'Price, {model.Periods[0]}'"], found.Problems.Select(problem => problem.Subject));
    }

    [Theory]
    [InlineData("+10%", "USD", "+10%", 110)]
    [InlineData("-25", "USD", "-25 USD", 75)]
    [InlineData("+50bp", "", "+50bp", 100.005)]
    [InlineData("-90 days", "days", "-90 days", 10)]
    [InlineData("1e2", "USD", "+100 USD", 200)]
    public void Parse_OfAMove_ReadsIt(string text, string unit, string written, double of100)
    {
        var move = InputMove.Parse(text, Unit.Parse(unit));

        Assert.Equal(written, move.In(Unit.Parse(unit)));
        Assert.Equal(of100, move.Of(100), 1e-9);
    }

    [Theory]
    [InlineData("10bp", "USD")]
    [InlineData("ten", "USD")]
    [InlineData("", "USD")]
    [InlineData("5 days", "USD")]
    [InlineData("NaN", "USD")]
    public void Parse_OfNoMove_SaysSo(string text, string unit) => Assert.StartsWith("it is no move of what is counted in", Small.Refused(() => InputMove.Parse(text, Unit.Parse(unit))).Fact, StringComparison.Ordinal);

    [Theory]
    [InlineData("10%", "it is not two moves")]
    [InlineData("10%..5%", "its low end is above its high end")]
    public void Parse_OfNoRange_SaysSo(string text, string fact) => Assert.Equal(fact, Small.Refused(() => InputRange.Parse(text, Units.Usd)).Fact);

    static Close Within(double tolerance) => new(tolerance);

    sealed class Close(double tolerance) : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) <= tolerance && Math.Abs(x.Item2 - y.Item2) <= tolerance;

        public int GetHashCode((double, double) pair) => 0;
    }
}
