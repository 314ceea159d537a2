using ProjectFinance.Deals;
using ProjectFinance.Results;
using static ProjectFinance.Tests.Covenants.CovenantDeal;

namespace ProjectFinance.Tests.Covenants;

/// <summary>Duties with dates: done in time, late, never, or as the model shows.</summary>
public class UndertakingTests
{
    const string Report = "Breaches / Report not done", Budget = "Breaches / Budget not done";

    static Run With(string undertakings, params (string, double)[] liabilities) => Of($"\"undertakings\": [{undertakings}]", liabilities).Run();

    // The amended development plan due by December 2, 1996 (8-K 1996-11-12, Item 5).
    [Theory]
    [InlineData("{}", null, null)]
    [InlineData("""{ "1996-12-02": "1996-11-29" }""", null, null)]
    [InlineData("""{ "1996-12-02": "1996-12-02" }""", null, null)]
    [InlineData("""{ "1996-12-02": "1997-01-03" }""", "1996-12-02", "1996-12-31")]
    [InlineData("""{ "1996-12-02": null }""", "1996-12-02", "1998-06-30")]
    public void Action_DueOnADate_IsInBreachFromThatDateUntilDone(string done, string? first, string? last)
    {
        var run = With($$"""{ "name": "Amended development plan", "kind": "action", "due": "1996-12-02", "done": {{done}} }""");
        const string Flag = "Breaches / Amended development plan not done";
        if (first is null) Assert.Empty(run.Held(Flag));
        else Assert.Equal((Day(first), Day(last!)), run.Spell(Flag));
        if (last == "1996-12-31") Assert.Equal(0, run.At(Flag, "1997-01-03"));
    }

    [Fact]
    public void Report_WithinItsGrace_IsInTime()
    {
        // Due on 30 September, until 30 October; delivered on the last day, and the next one a day late on 31 January.
        var run = With("""{ "name": "Report", "due": { "onDates": ["1996-09-30", "1996-12-31"] }, "graceDays": 30, "done": { "1996-09-30": "1996-10-30", "1996-12-31": "1997-01-31" } }""");
        Assert.Equal([Day("1997-01-30")], run.Held(Report));
    }

    [Fact]
    public void Action_ShownByTheModel_IsDoneWhenTheTestHolds()
    {
        // Liabilities fall below 5,000 on 15 February 1997; seen at the end of the column, 31 March.
        const string Test = """{ "below": { "of": "Company / Current liabilities", "than": "USD 5000" } }""";
        var run = With($$"""{ "name": "Budget", "kind": "action", "due": "1996-12-31", "met": {{Test}} }""", ("1996-07-11", 6000), ("1997-02-15", 4000));
        Assert.Equal([Day("1996-12-31")], run.Held(Budget));
        // From 1 December: seen on 31 December, the day it is due.
        Assert.Empty(With($$"""{ "name": "Budget", "kind": "action", "due": "1996-12-31", "met": {{Test}} }""", ("1996-07-11", 6000), ("1996-12-01", 4000)).Held(Budget));
    }

    [Fact]
    public void Action_ShownByTheModelAgainAndAgain_IsAskedForAnewAfterEachDate()
    {
        // Done in the third quarter of 1996; in the fourth not; in the first of 1997 again.
        const string Test = """{ "below": { "of": "Company / Current liabilities", "than": "USD 5000" } }""";
        var run = With($$"""{ "name": "Budget", "kind": "action", "due": { "every": { "step": "P3M", "first": "1996-09-30", "last": "1997-03-31" } }, "met": {{Test}} }""",
            ("1996-10-15", 6000), ("1997-02-15", 4000));
        Assert.Equal([Day("1996-12-31")], run.Held(Budget));
    }

    [Fact]
    public void Negative_AtAllTimes_IsInBreachWhileItsTestFails()
    {
        const string Test = """{ "atMost": { "of": "Company / Current liabilities", "than": "USD 5000" } }""";
        var run = With($$"""{ "name": "No more debt", "kind": "negative", "met": {{Test}} }""", ("1996-12-31", 6000), ("1997-06-30", 5000));
        Assert.Equal([Day("1996-12-31"), Day("1997-03-31")], run.Held("Breaches / No more debt not kept"));
    }

    [Fact]
    public void Negative_OnDates_IsTestedOnThese()
    {
        const string Test = """{ "atMost": { "of": "Company / Current liabilities", "than": "USD 5000" } }""";
        var run = With($$"""{ "name": "No more debt", "kind": "negative", "due": { "onDates": ["1997-03-31", "1997-09-30"] }, "met": {{Test}} }""", ("1996-12-31", 6000), ("1997-06-30", 5000));
        Assert.Equal([Day("1997-03-31"), Day("1997-06-30")], run.Held("Breaches / No more debt not kept"));
    }

    [Fact]
    public void Negative_ThatNothingTests_HasNoFlag() =>
        Assert.Null(With("""{ "name": "No liens", "kind": "negative" }""").Model.TryFind("Breaches / No liens not kept"));

    [Theory]
    [InlineData("""{ "name": "Report" }""", "it is never due", "undertakings[0].due")]
    [InlineData("""{ "name": "Report", "due": "2001-01-01" }""", "the due date 2001-01-01 is after the end 1998-06-30", "undertakings[0].due")]
    [InlineData("""{ "name": "Report", "due": "1996-12-31", "graceDays": -1 }""", "the number of days of grace is -1", "undertakings[0].graceDays")]
    [InlineData("""{ "name": "Report", "due": { "onDates": ["1996-12-31", "1997-01-31"] }, "graceDays": 31 }""", "31 days of grace after 1996-12-31 reach to the next due date 1997-01-31", "undertakings[0].graceDays")]
    [InlineData("""{ "name": "Report", "due": "1996-12-31", "done": { "1996-12-30": null } }""", "it is not due on 1996-12-30", "undertakings[0].done['1996-12-30']")]
    [InlineData("""{ "name": "Report", "due": "1996-12-31", "done": { "1996-12-31": null }, "met": { "noDefault": true } }""", "both a test and the days on which it was done", "undertakings[0].done")]
    [InlineData("""{ "name": "No liens", "kind": "negative", "due": "1996-12-31", "done": { "1996-12-31": null } }""", "it is something not to do", "undertakings[0].done")]
    [InlineData("""{ "name": "Report", "due": "1996-12-31", "met": { "reached": "Completion" } }""", "there is no milestone 'Completion'", "undertakings[0].met.reached")]
    [InlineData("""{ "name": "Report", "due": "1996-12-31", "met": { "flag": "Company / Current assets" } }""", "it holds amounts in USD", "undertakings[0].met.flag")]
    public void Undertaking_ThatMakesNoSense_IsRefused(string undertaking, string fact, string where)
    {
        var problem = Problem($"\"undertakings\": [{undertaking}]");
        Assert.Contains(fact, problem, StringComparison.Ordinal);
        Assert.Contains($"({where})", problem, StringComparison.Ordinal);
    }
}
