using System.Collections.Immutable;
using NodaTime;
using ProjectFinance.Amounts;
using ProjectFinance.Results;
using ProjectFinance.Time;

namespace ProjectFinance.Tests.Amounts;

/// <summary>Conditions of a contract on a small monthly model; what must come out is counted by hand.</summary>
public sealed class TestTests
{
    // Months of 2001 from January on: 31, 28, 31, 30, 31, 30 days.
    static readonly double[] Ounces = [3100, 2800, 1000, 3000, 3100, 3000];

    [Fact]
    public void ForDays_ProductionDipsInBetween_CountsFromTheDipOn()
    {
        // At least 70 % of 100 oz a day: January, February yes; March no; April to June yes. 45 days in a row are there at the end of February (59) and of May (61).
        var held = new ForDays(45, new Compared(new PerDayOf("Mine / Production"), Relation.AtLeast, new PercentOf(0.70, new StatedAmount(100 * (Units.GoldOunce / Units.Day)))));
        Assert.Equal([false, true, false, false, true, true], Holds(held));
    }

    [Fact]
    public void MilestoneByTest_TestHoldsForAWhileOnly_StaysReached()
    {
        var model = Mine();
        var milestone = model.MilestoneByTest("Commercial Production");
        milestone.ReachedWhen(TestLines.Write(model, new Compared(new LineAmount("Mine / Production"), Relation.Above, new StatedAmount(2900 * Units.GoldOunce)), "test"));
        var share = model.Line("Share after", Unit.None, milestone.ShareAfter);
        var run = new Runner(model).Run();
        Assert.Equal([1.0, 1, 1, 1, 1, 1], run.Values("Milestones / Commercial Production").ToArray());
        // Reached at the end of January, day 31 from the end of 2000; margins change from the next column on.
        Assert.Equal(31, run.Values("Milestones / Commercial Production date")[^1]);
        Assert.Equal([0.0, 1, 1, 1, 1, 1], run.Values(share).ToArray());
    }

    [Fact]
    public void ConsecutiveFixings_RunBrokenOnce_HoldsFromTheEndOfTheFirstFullRun()
    {
        // Closes above 4.75: 2 days, one at 4.75 (not above), then three: the third is 7 February.
        var closes = ImmutableSortedDictionary<LocalDate, double>.Empty
            .Add(new(2001, 1, 30), 5.00).Add(new(2001, 1, 31), 4.80).Add(new(2001, 2, 1), 4.75).Add(new(2001, 2, 5), 4.76).Add(new(2001, 2, 6), 4.90).Add(new(2001, 2, 7), 4.80);
        var market = new Market { Name = "closes", Prices = Market.Empty.Prices.Add("USMX", new() { Unit = Unit.Parse("USD/share"), Fixings = closes }) };
        var three = new ConsecutiveFixings("USMX", Relation.Above, 4.75 * Unit.Parse("USD/share"), 3);
        Assert.Equal([false, true, true, true, true, true], Holds(three, market));
        Assert.Equal(Enumerable.Repeat(false, 6), Holds(three with { Count = 4 }, market));
    }

    [Fact]
    public void Tests_JoinedAndNegated_FollowLogic()
    {
        var late = new OnOrAfter(new LocalDate(2001, 4, 30));
        var much = new Compared(new LineAmount("Mine / Production"), Relation.AtLeast, new StatedAmount(3000 * Units.GoldOunce));
        Assert.Equal([false, false, false, true, true, true], Holds(new AllOf([late, much])));
        Assert.Equal([true, false, false, true, true, true], Holds(new AnyOf([late, much])));
        Assert.Equal([false, true, true, false, false, false], Holds(new Not(new AnyOf([late, much]))));
        Assert.Equal(Enumerable.Repeat(true, 6), Holds(new NoDefault()));
    }

    [Fact]
    public void Write_NamesThatDoNotExist_ReportsAllAtOnce()
    {
        var test = new AllOf([new Compared(new LineAmount("Mine / Prodction"), Relation.Above, new LineAmount("Mine / Plan")), new IsReached("Completion"), new IsFlagged("Mine / Production"), new ConsecutiveFixings("USMX", Relation.Above, default, 30)]);
        var found = Assert.Throws<InvalidInputException>(() => TestLines.Write(Mine(), test, "test"));
        Assert.Equal(
            ["test.allOf[0].above.of", "test.allOf[0].above.than", "test.allOf[1].reached", "test.allOf[2].flag", "test.allOf[3].consecutiveFixings.price"],
            found.Problems.Select(problem => problem.Where));
    }

    static Model Mine(Market? market = null)
    {
        var model = new Model(Timeline.Monthly(new LocalDate(2000, 12, 31), new LocalDate(2001, 6, 30)), market);
        model.Input("Mine / Production", Units.GoldOunce, t => Ounces[t.Index], kind: LineKind.Flow);
        return model;
    }

    static IEnumerable<bool> Holds(Test test, Market? market = null)
    {
        var model = Mine(market);
        var flag = model.Flag("Test", TestLines.Write(model, test, "test"));
        return new Runner(model).Run().Values(flag.Line).ToArray().Select(value => value != 0);
    }
}
