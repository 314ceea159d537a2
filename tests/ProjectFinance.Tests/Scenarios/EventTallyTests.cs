using ProjectFinance.Scenarios;

namespace ProjectFinance.Tests.Scenarios;

public sealed class EventTallyTests
{
    const double Never = double.PositiveInfinity;

    [Theory]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(257)]
    public void Row_OfFirstPeriods_IsCountedByPeriod(int length)
    {
        var random = new Random(9);
        var row = Enumerable.Range(0, length).Select(_ => random.Next(10) == 0 ? random.Next(4) : Never).ToArray();
        var tally = new EventTally(4);

        tally.Add(row);

        Assert.Equal(Enumerable.Range(0, 4).Select(period => row.LongCount(first => first == period)), tally.First());
    }

    [Fact]
    public void Row_OfWhatNeverHappens_CountsNothing()
    {
        var tally = new EventTally(2);
        tally.Add([.. Enumerable.Repeat(Never, 20)]);
        Assert.Equal([0L, 0L], tally.First());
    }
}
