using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Evaluation;
using ProjectFinance.Scenarios;
using static ProjectFinance.Tests.Scenarios.SmallScenarios;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>The same scenario is the same bits, whoever asks for it.</summary>
public class DrawnScenariosTests
{
    static readonly ScenarioTerms Everything = Terms(
            ("gold", "gold", new MeanRevertingPrice(0.5, 0.2)), ("rate", "LIBOR", new HullWhite(0.3, 0.01) { Floor = 0.04 }), ("forward", "forward rate", HistoryOfRates()),
            ("cost", "Unit cost", new TriangularMultiple(0.8, 1.2)), ("delay", "Milestones / Completion date", new GammaDelay(90, 60)),
            ("fresh", "Costs", new LognormalMultiple(0.1) { Drawn = DrawnWhen.EachColumn }))
        .Correlated("gold", "rate", -0.4).Correlated("gold", "cost", 0.5).Correlated("delay", "fresh", 0.3);

    public static TheoryData<int, int> Blocks => new() { { 1, 0 }, { 3, 0 }, { 8, 5 }, { 100, 13 }, { 1000, 1 }, { 256, 700 } };

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Scenario_InAnyBlock_HasTheSameBits(int width, int first)
    {
        var model = Model();
        var drawn = new DrawnScenarios(model, Everything);
        var whole = drawn.Sample(model, 1000, 512);
        var some = drawn.Sample(model, 1000 - first, width, first);

        for (int i = 0; i < whole.Length; i++) Assert.True(whole[i].AsSpan(first).SequenceEqual(some[i]), drawn.Inputs[i].ToString());
    }

    [Fact]
    public void Scenario_WithOneFillerForAll_IsThatOfFreshOnes()
    {
        var model = Model();
        var drawn = new DrawnScenarios(model, Everything);
        var evaluator = model.Compile([], drawn.Inputs).CreateEvaluator(64);
        var filler = drawn.CreateFiller();
        filler.Fill(9_000, 64, evaluator);
        filler.Fill(40, 64, evaluator);
        var fresh = drawn.Sample(model, 64, 64, 40);

        for (int i = 0; i < fresh.Length; i++) Assert.True(evaluator.Input(i)[..64].SequenceEqual(fresh[i]));
    }

    [Fact]
    public void Scenario_WithFewerInputsNeeded_HasTheSameBits()
    {
        var model = Model();
        var drawn = new DrawnScenarios(model, Everything);
        var all = drawn.Sample(model, 300);
        foreach (string line in drawn.Inputs.Select(cell => cell.Name).Distinct())
        {
            var fewer = new DrawnScenarios(model, Everything, needed: drawn.Inputs.Where(cell => cell.Name == line));
            var some = fewer.Sample(model, 300);
            foreach (var (i, cell) in fewer.Inputs.Index())
            {
                Assert.Equal(line, cell.Name);
                Assert.True(all[drawn.Inputs.IndexOf(cell)].AsSpan().SequenceEqual(some[i]), cell.ToString());
            }
        }
    }

    [Fact]
    public void Scenario_WithAnotherFactor_KeepsItsNumbers()
    {
        var model = Model();
        ScenarioTerms one = Terms("gold", new GeometricBrownian(0.1)), two = Terms(("another", "LIBOR", new HullWhite(0.1, 0.01)), ("one", "gold", new GeometricBrownian(0.1)));
        DrawnScenarios before = new(model, one), after = new(model, two);
        double[][] first = before.Sample(model, 50), second = after.Sample(model, 50);

        foreach (var (i, cell) in before.Inputs.Index()) Assert.Equal(first[i], second[after.Inputs.IndexOf(cell)]);
    }

    [Fact]
    public void Scenario_OfAnotherSeed_IsAnother()
    {
        var model = Model();
        var terms = Terms("gold", new GeometricBrownian(0.1));
        double[] one = new DrawnScenarios(model, terms).Sample(model, 100)[0], same = new DrawnScenarios(model, terms, 1).Sample(model, 100)[0], other = new DrawnScenarios(model, terms, 2).Sample(model, 100)[0];

        Assert.Equal(one, same);
        Assert.Empty(one.Intersect(other));
    }

    [Fact]
    public void Scenario_WithNoVolatility_IsThePlan()
    {
        var model = Model();
        var drawn = new DrawnScenarios(model, Terms(("a", "gold", new GeometricBrownian(0)), ("b", "LIBOR", new HullWhite(0.1, 0)), ("c", "Costs", new LognormalMultiple(0))));
        var sample = drawn.Sample(model, 4);

        foreach (var (i, cell) in drawn.Inputs.Index()) Assert.All(sample[i], value => Near(cell.Value, value, 1e-13 * cell.Value));
    }

    [Fact]
    public void Price_FixedOnOneDay_IsOnePriceInEveryLine()
    {
        var model = Model();
        var drawn = new DrawnScenarios(model, Terms("gold", new GeometricBrownian(0.2)));
        var sample = drawn.Sample(model, 100);

        foreach (var sameDay in drawn.Inputs.Index().GroupBy(cell => cell.Item.Observed).Where(group => group.Count() > 1))
            foreach (var (i, cell) in sameDay)
                for (int k = 0; k < 100; k++) Near(sample[sameDay.First().Index][k], sample[i][k], 0);
    }

    [Fact]
    public void Fill_OfManyBlocks_AllocatesNothing()
    {
        var model = Model();
        var drawn = new DrawnScenarios(model, Everything);
        var evaluator = model.Compile([], drawn.Inputs).CreateEvaluator(512);
        var filler = drawn.CreateFiller();
        filler.Fill(0, 512, evaluator);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int block = 0; block < 20; block++) filler.Fill(512 * block, 511, evaluator);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>[input][scenario]: some scenarios of every kind of law.</summary>
    internal static double[][] Bits(Sampling sampling)
    {
        var model = Model(6);
        return new DrawnScenarios(model, Everything with { Sampling = sampling }).Sample(model, 300, 111);
    }

    internal static HistoricalRate HistoryOfRates() => new(
        Enumerable.Range(0, 30).ToImmutableSortedDictionary(k => new LocalDate(1990, 1, 31).PlusDays(30 * k), k => (Percentage)(0.05 + 0.001 * (k * 7 % 11))), 4);
}
