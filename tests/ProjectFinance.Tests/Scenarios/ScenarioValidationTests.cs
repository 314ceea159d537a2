using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Deals;
using static ProjectFinance.Tests.Deals.SampleFiles;
using static ProjectFinance.Tests.Scenarios.SmallScenarios;

namespace ProjectFinance.Tests.Scenarios;

public class ScenarioValidationTests
{
    [Theory]
    [InlineData("""{ "geometricBrownian": { "volatility": "-12%" } }""", "the volatility -12% is negative", "zero or more", "geometricBrownian.volatility")]
    [InlineData("""{ "geometricBrownian": { "volatility": "12%", "start": "USD/oz 385" } }""", "a price at the beginning is given and no drift", "give a drift", "geometricBrownian.start")]
    [InlineData("""{ "geometricBrownian": { "volatility": "12%", "drift": "1%", "start": "USD/oz 0" } }""", "the price at the beginning is", "above zero", "geometricBrownian.start")]
    [InlineData("""{ "geometricBrownian": { "volatility": "1200%" } }""", "the volatility is 1200%", "at most 500%; 12 % is written '12%' or 0.12", "geometricBrownian.volatility")]
    [InlineData("""{ "geometricBrownian": { "volatility": "12%", "drift": "300%" } }""", "the drift is 300%", "from -100% to 100%", "geometricBrownian.drift")]
    [InlineData("""{ "meanRevertingPrice": { "speed": 1, "volatility": "2000%" } }""", "the volatility is 2000%", "at most 500%", "meanRevertingPrice.volatility")]
    [InlineData("""{ "hullWhite": { "speed": 0.1, "volatility": "120%" } }""", "the volatility is 120%", "at most 100%", "hullWhite.volatility")]
    [InlineData("""{ "hullWhite": { "speed": 0.1, "volatility": "1%", "floor": "200%" } }""", "the floor is 200%", "from -100% to 100%", "hullWhite.floor")]
    [InlineData("""{ "vasicek": { "speed": 0.1, "level": "550%", "volatility": "1%" } }""", "the level is 550%", "5 % is written '5%' or 0.05", "vasicek.level")]
    [InlineData("""{ "vasicek": { "speed": 0.1, "level": "5.5%", "volatility": "1%", "start": "-550%" } }""", "the start is -550%", "from -100% to 100%", "vasicek.start")]
    [InlineData("""{ "lognormalMultiple": { "deviation": "2000%" } }""", "the deviation is 2000%", "at most 1000%", "lognormalMultiple.deviation")]
    [InlineData("""{ "lognormalMultiple": { "deviation": "20%", "mean": 110 } }""", "the mean is 110", "110 % is 1.1", "lognormalMultiple.mean")]
    [InlineData("""{ "triangularMultiple": { "low": 90, "mode": 100, "high": 115 } }""", "the high is 115", "110 % is 1.1", "triangularMultiple.high")]
    [InlineData("""{ "historicalRate": { "history": { "1996-01-31": 0.05, "1996-02-29": 0.05, "1996-03-31": 0.04 }, "blockLength": 1, "floor": "500%" } }""", "the floor is 500%", "from -100% to 100%", "historicalRate.floor")]
    [InlineData("""{ "meanRevertingPrice": { "speed": 0, "volatility": "12%" } }""", "the speed is 0", "above zero", "meanRevertingPrice.speed")]
    [InlineData("""{ "hullWhite": { "speed": -0.1, "volatility": "1%" } }""", "the speed -0.1 is negative", "zero or more", "hullWhite.speed")]
    [InlineData("""{ "lognormalMultiple": { "deviation": "10%", "mean": 0 } }""", "the mean is 0", "above zero", "lognormalMultiple.mean")]
    [InlineData("""{ "triangularMultiple": { "low": 1.2, "high": 0.9 } }""", "the low 1.2 is not below the high 0.9", "in order", "triangularMultiple.high")]
    [InlineData("""{ "triangularMultiple": { "low": 0.9, "mode": 1.4, "high": 1.3 } }""", "the mode 1.4 does not lie between", "in order", "triangularMultiple.mode")]
    [InlineData("""{ "triangularMultiple": { "low": 0.9, "high": 1.3 } }""", "no mode between 0.9 and 1.3 makes the mean 1", "give the mode", "triangularMultiple.mode")]
    [InlineData("""{ "discreteDelay": [ { "days": 0, "probability": "60%" }, { "days": 90, "probability": "30%" } ] }""", "the probabilities add up to 90%", "100%", "discreteDelay")]
    [InlineData("""{ "discreteDelay": [] }""", "no delay is given", "at least one", "discreteDelay")]
    [InlineData("""{ "gammaDelay": { "mean": 90, "deviation": 0 } }""", "the standard deviation is 0", "above zero", "gammaDelay.deviation")]
    [InlineData("""{ "historicalPrice": { "history": { "1996-01-31": 400 }, "blockLength": 1 } }""", "the history has 1 date", "three or more", "historicalPrice.history")]
    [InlineData("""{ "historicalPrice": { "history": { "1996-01-31": 400, "1996-02-29": 0, "1996-03-31": 398 }, "blockLength": 2 } }""", "the price of 1996-02-29 is 0", "above zero", "historicalPrice.history['1996-02-29']")]
    [InlineData("""{ "historicalRate": { "history": { "1996-01-31": 0.05, "1996-02-29": 0.05, "1996-03-31": 0.04 }, "blockLength": 3 } }""", "the length of a block is 3", "the number of changes in the history, 2", "historicalRate.blockLength")]
    public void Parse_BadFigure_SaysWhyAndWhere(string process, string fact, string allowed, string where) =>
        IsOnly(Problems(() => ScenarioTerms.Parse(ScenarioJsonTests.OneFactor(process))), "Factor 'one'", fact, allowed, $"factors[0].process.{where}");

    [Fact]
    public void Parse_ManyProblems_ReportsAllAtOnce()
    {
        var problems = Problems(() => ScenarioTerms.Parse("""
            { "name": "n", "seed": -1, "factors": [
              { "name": "a", "targets": ["gold"], "process": { "geometricBrownian": { "volatility": "-1%" } } },
              { "name": "a", "targets": ["gold"], "process": { "gammaDelay": { "mean": -1, "deviation": 2 } } },
              { "name": "", "targets": [], "process": { "hullWhite": { "speed": 0, "volatility": "1%" } } } ] }
            """));

        Assert.Equal(
            ["seed", "factors[1].name", "factors[2].name", "factors[1].targets[0]", "factors[2].targets", "factors[0].process.geometricBrownian.volatility", "factors[1].process.gammaDelay.mean"],
            problems.Select(problem => problem.Where));
    }

    [Fact]
    public void Parse_NoFactors_IsRefused() => IsOnly(Problems(() => ScenarioTerms.Parse("""{ "name": "n", "factors": [] }""")), "Scenarios", "no factor is given", "at least one", "factors");

    [Theory]
    [InlineData("a", "bb", 0.5, "Correlation of 'a' and 'bb'", "there is no factor 'bb'", "did you mean 'b'", "correlations[0].with")]
    [InlineData("a", "a", 0.5, "Correlation of 'a' and 'a'", "both are one factor", "two factors", "correlations[0].with")]
    [InlineData("a", "b", 1.1, "Correlation of 'a' and 'b'", "it is 1.1", "from -1 to 1", "correlations[0].value")]
    [InlineData("a", "past", 0.1, "Correlation of 'a' and 'past'", "'past' is drawn from the past", "independent", "correlations[0].with")]
    [InlineData("a", "b", 1, "Correlations", "those of 'a', 'b' cannot hold together: their matrix is not positive definite, its least eigenvalue is 0", "were each of these correlations 0.99 of what it is", "correlations")]
    public void Correlation_OutOfOrder_SaysWhyAndWhere(string of, string with, double value, string subject, string fact, string allowed, string where) =>
        IsOnly(Refused(Three.Correlated(of, with, value)), subject, fact, allowed, where);

    [Fact]
    public void Correlation_GivenTwice_IsRefused() =>
        IsOnly(Refused(Three.Correlated("a", "b", 0.5).Correlated("b", "a", 0.5)), "Correlation of 'b' and 'a'", "given already, in correlations[0]", "each pair once", "correlations[1]");

    // 1, r, s; r, 1, t; s, t, 1 with 0.9, 0.9, -0.9 has the eigenvalues 1.9, 1.9 and -0.8; shares below 1 / 1.8 of the correlations heal it.
    [Fact]
    public void Correlations_ThatContradictEachOther_NameTheFactorsAndTheEigenvalue()
    {
        var terms = Terms(("a", "gold", new GeometricBrownian(0.1)), ("b", "LIBOR", new HullWhite(0.1, 0.01)), ("c", "Unit cost", new LognormalMultiple(0.1)), ("d", "Costs", new LognormalMultiple(0.1)))
            .Correlated("a", "b", 0.9).Correlated("b", "c", 0.9).Correlated("a", "c", -0.9).Correlated("d", "a", 0.1);

        IsOnly(Refused(terms), "Correlations", "those of 'a', 'b', 'c' cannot hold together: their matrix is not positive definite, its least eigenvalue is -0.8", "were each of these correlations 0.55 of what it is", "correlations");
        Assert.Empty(Refused(terms with { Correlations = [.. terms.Correlations.Select(one => one with { Value = one.Value * 0.55 })] }));
    }

    [Theory]
    [InlineData("golt", "the model has no series, input line or single number 'golt'", "did you mean 'gold'")]
    [InlineData("Costs", "'Costs' is no price or index of the market", "lognormalMultiple")]
    [InlineData("Prices / gold", "'Prices / gold' observes 'gold'", "name 'gold'")]
    public void Path_OfSomethingElse_IsRefused(string target, string fact, string allowed) =>
        IsOnly(Refused(Terms(target, new GeometricBrownian(0.1))), "Factor 'one'", fact, allowed, "factors[0].targets[0]");

    public static TheoryData<string, Process, string, string> Unfit => new()
    {
        { "gold", new HullWhite(0.1, 0.01), "'gold' is no index of the market", "this law is for rates" },
        { "Unit cost", new GammaDelay(10, 10), "'Unit cost' is not the date of a milestone", "Milestones / Completion date" },
        { "Milestones / Completion date", new LognormalMultiple(0.1), "is the date of a milestone", "gammaDelay" },
        { "Unit cost", new LognormalMultiple(0.1) { Drawn = DrawnWhen.EachColumn }, "is no input line that has a value of its own in each column", "once" },
        { "gold", new GeometricBrownian(0.1) { Drift = 0, Start = Quantity.Parse("USD 5") }, "'gold' is in 'USD/oz' and", "state it in 'USD/oz'" },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void Law_ThatDoesNotFitItsTarget_IsRefused(string target, Process process, string fact, string allowed) =>
        IsOnly(Refused(Terms(target, process)), "Factor 'one'", fact, allowed, "factors[0].targets[0]");

    [Fact]
    public void Targets_MovedTwice_AreRefused()
    {
        IsOnly(Refused(Terms(("a", "Costs", new LognormalMultiple(0.1)), ("b", "Costs@1997-03-31", new LognormalMultiple(0.1)))), "Factor 'b'", "is moved by 'a' already", "one factor", "factors[1].targets[0]");
        IsOnly(Refused(Terms(("a", "LIBOR", new HullWhite(0, 0.01)), ("b", "lease rate", new HullWhite(0, 0.01)))), "Factor 'b'", "'lease rate' is 'LIBOR' less 'forward rate', and 'a' moves 'LIBOR'", "not both", "factors[1].targets");
    }

    [Fact]
    public void PositiveInput_ThatMightNotStaySo_IsRefused() =>
        Assert.All(Refused(Terms("Grade", new TriangularMultiple(0, 1.5))), problem => Assert.Contains("by which formulas divide", problem.Fact, StringComparison.Ordinal));

    [Fact]
    public void Delay_BeforeWhatIsKnown_IsRefused()
    {
        var terms = Terms("Milestones / Completion date", new DiscreteDelay([new(-60, 0.5), new(0, 0.5)])) with { From = new LocalDate(1997, 5, 15) };
        IsOnly(Refused(terms), "Factor 'one'", "with 60 days less 'Milestones / Completion date' would fall on or before 1997-05-15", "later", "factors[0]");
    }

    [Fact]
    public void StatedMean_OfTwoTargets_IsRefused()
    {
        var terms = Terms("LIBOR", new Vasicek(0.1, 0.05, 0.01));
        terms = terms with { Factors = [terms.Factors[0] with { Targets = ["LIBOR", "forward rate"] }] };
        Assert.All(Refused(terms), problem => Assert.Contains("a factor with a stated mean moves one", problem.Allowed, StringComparison.Ordinal));
    }

    static ScenarioTerms Three => Terms(("a", "gold", new GeometricBrownian(0.1)), ("b", "LIBOR", new HullWhite(0.1, 0.01)), ("past", "forward rate", DrawnScenariosTests.HistoryOfRates()));

    static IReadOnlyList<Problem> Refused(ScenarioTerms terms) => Problems(() => _ = new DrawnScenarios(Model(), terms));
}
