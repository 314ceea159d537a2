using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Oracle;

/// <summary>The reference deal itself against the slow version in decimal, every line: as planned, with the prices that came, late, and never complete.</summary>
public class OracleSeedsTests
{
    // The slow version knows no events of default, so that nothing follows from them here.
    static readonly Deal Terms = Deal.Read(Repository.PathOf("seeds", "illinois-creek-1996-07.json")) with { Defaults = null };
    static readonly Market History = Market.Read(Repository.PathOf("seeds", "market-1996-2001.json"));

    [Theory]
    [InlineData("as planned", false, "1996-12-31", "1997-06-30")]
    [InlineData("the prices that came", true, "1996-12-31", "1997-06-30")]
    [InlineData("late", false, "1997-08-17", "1998-02-11")]
    [InlineData("late, and the prices that came", true, "1997-08-17", "1998-02-11")]
    [InlineData("never complete", false, null, null)]
    public void Run_TheReferenceDeal_AgreesWithTheSlowVersion(string scenario, bool history, string? mechanical, string? completion)
    {
        var market = history ? History : null;
        var model = DealLayout.Lay(Terms, market).Model;
        var oracle = OracleOfSeeds.Case(Terms, market, [.. model.Periods.Skip(1).Select(t => t.End)]) with { MechanicalCompletion = Date(mechanical), Completion = Date(completion) };
        var expected = Oracle.Run(oracle);

        var run = new Runner(model).Run(new Dictionary<InputCell, double>
        {
            [model.FindMilestone("Mechanical Completion").Date!.Input] = model.FindMilestone("Mechanical Completion").DayNumber(Date(mechanical)),
            [model.FindMilestone("Completion").Date!.Input] = model.FindMilestone("Completion").DayNumber(Date(completion)),
        });

        Assert.True(run.Passed, $"{scenario}: a check is not zero");
        Assert.All(expected, line => OracleComparisonTests.AssertEqual(line.Key, line.Value, run));
    }

    static LocalDate? Date(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
