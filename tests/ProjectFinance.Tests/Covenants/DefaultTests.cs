using ProjectFinance.Deals;
using ProjectFinance.Results;
using static ProjectFinance.Tests.Covenants.CovenantDeal;

namespace ProjectFinance.Tests.Covenants;

/// <summary>What becomes of a breach: cured in time, or an event of default with what follows; counted by hand on a calendar.</summary>
public class DefaultTests
{
    // In breach on 31 December 1996 and 31 March 1997, cured on 30 June 1997.
    static Run With(string defaults) => Of($$"""
        "covenants": [{{RatioCovenant}}], "defaults": {{defaults}}
        """, ("1996-11-15", 6000), ("1997-06-01", 4000)).Run();

    [Fact]
    public void Default_WithoutDaysToCure_IsThereAtOnce()
    {
        var run = With("{}");
        Assert.Equal([Day("1996-12-31"), Day("1997-03-31")], run.Held("Defaults / Current ratio"));
        Assert.Equal([Day("1996-12-31"), Day("1997-03-31")], run.Held("Defaults / Continuing"));
        Assert.Equal([0.0, 0, 0, 90, 0, 0], run.Model.Periods.Take(6).Select(t => run["Defaults / Since", t]));
    }

    [Fact]
    public void Default_WithDaysToCure_BeginsWhenTheyAreOver()
    {
        // 30 days after 31 December is 30 January, which gets a column of its own.
        var run = With("""{ "cureDays": 30 }""");
        Assert.Equal((Day("1997-01-30"), Day("1997-04-30")), run.Spell("Defaults / Current ratio"));
        Assert.Equal([Day("1996-12-31"), Day("1997-01-30"), Day("1997-03-31"), Day("1997-04-30")], run.Held(CurrentRatio));
    }

    [Fact]
    public void Breach_CuredInTime_IsNoDefault() => Assert.Empty(With("""{ "cureDays": 181 }""").Held("Defaults / Continuing"));

    [Theory]
    // The covenant's own days, and the days the terms of default have for it by name, go before the days for all.
    [InlineData("""{ "cureDays": 10, "cureDaysOf": { "Breaches / Current ratio": 20 } }""", "1997-01-20")]
    [InlineData("""{ "cureDays": 10 }""", "1997-01-10")]
    public void CureDays_ForOneBreach_GoBeforeThoseForAll(string defaults, string from) => Assert.Equal(Day(from), With(defaults).Held("Defaults / Continuing")[0]);

    [Fact]
    public void CureDays_OfACovenant_GoBeforeThoseForAll() => Assert.Equal(Day("1997-01-05"), Of($$"""
        "covenants": [{{RatioCovenant.Replace("\"source\"", "\"cureDays\": 5, \"source\"", StringComparison.Ordinal)}}], "defaults": { "cureDays": 10 }
        """, ("1996-11-15", 6000)).Run().Held("Defaults / Continuing")[0]);

    [Fact]
    public void Distribution_WhileADefaultContinues_IsLockedFromTheNextColumnOn()
    {
        var run = With("{}");
        // In default at the end of December and of March: the payments of March and June stay in, and all three go out in September.
        Assert.Equal([1_000_000.0, 1_000_000, 0, 0, 3_000_000, 1_000_000, 1_000_000], new[] { "1996-09-30", "1996-12-31", "1997-03-31", "1997-06-30", "1997-09-30", "1997-12-31", "1998-03-31" }
            .Select(date => run.At("Proceeds Account / Distribution", date)));
    }

    [Theory]
    [InlineData("""{ "lockUp": false }""")]
    [InlineData("""{ "events": ["Breaches / Proceeds Account: payments overdue"] }""")]
    public void Distribution_WhereNothingLocksIt_GoesOut(string defaults) => Assert.Equal(1_000_000, With(defaults).At("Proceeds Account / Distribution", "1997-03-31"));

    [Fact]
    public void Consequences_SwitchedOnAndOff_AreFlagsOfTheirOwn()
    {
        var run = With("""{ "drawStop": false, "defaultMargin": true }""");
        Assert.Empty(run.Held("Defaults / Draw stop"));
        Assert.Equal(run.Held("Defaults / Continuing"), run.Held("Defaults / Default margin"));
        Assert.Equal(run.Held("Defaults / Continuing"), run.Held("Defaults / Lock-up"));
        Assert.Empty(run.Held("Defaults / Accelerated"));
    }

    [Fact]
    public void Acceleration_AfterDaysOrOnNotice_StaysOnceItIsThere()
    {
        // 60 days after 31 December 1996 is 1 March 1997.
        Assert.Equal((Day("1997-03-01"), Day("1998-06-30")), With("""{ "acceleration": { "afterDays": 60 } }""").Spell("Defaults / Accelerated"));
        Assert.Equal(Day("1997-02-14"), With("""{ "acceleration": { "on": "1997-02-14", "afterDays": 60 } }""").Held("Defaults / Accelerated")[0]);
        // Cured before the notice.
        Assert.Empty(With("""{ "acceleration": { "on": "1997-07-14" } }""").Held("Defaults / Accelerated"));
    }

    [Fact]
    public void Deal_WithoutDefaults_RecordsBreachesAndNothingFollows()
    {
        var run = Of($"\"covenants\": [{RatioCovenant}]", ("1996-11-15", 6000)).Run();
        Assert.Equal(Day("1996-12-31"), run.Held(CurrentRatio)[0]);
        Assert.DoesNotContain(run.Model.Lines, line => line.Section == "Defaults");
        Assert.Equal(1_000_000, run.At("Proceeds Account / Distribution", "1997-03-31"));
    }

    [Theory]
    [InlineData("""{ "events": ["Breaches / Curent ratio"] }""", "there is no breach 'Breaches / Curent ratio'; did you mean 'Breaches / Current ratio'?", "defaults.events[0]")]
    [InlineData("""{ "cureDaysOf": { "Breaches / Curent ratio": 5 } }""", "did you mean 'Breaches / Current ratio'?", "defaults.cureDaysOf['Breaches / Curent ratio']")]
    [InlineData("""{ "cureDays": -3 }""", "the number of days to cure a breach is -3", "defaults.cureDays")]
    [InlineData("""{ "cureDaysOf": { "Breaches / Current ratio": -3 } }""", "is -3", "defaults.cureDaysOf['Breaches / Current ratio']")]
    [InlineData("""{ "acceleration": {} }""", "neither after how many days nor on which day", "defaults.acceleration")]
    [InlineData("""{ "acceleration": { "afterDays": -1 } }""", "the number of days until acceleration is -1", "defaults.acceleration.afterDays")]
    [InlineData("""{ "acceleration": { "on": "1995-01-01" } }""", "the day of acceleration 1995-01-01 is before the closing", "defaults.acceleration.on")]
    [InlineData("""{ "events": ["Breaches / Current ratio", "Breaches / Current ratio"] }""", "given twice", "defaults.events[1]")]
    public void Defaults_ThatMakeNoSense_AreRefused(string defaults, string fact, string where)
    {
        var problem = Problem($"\"covenants\": [{RatioCovenant}], \"defaults\": {defaults}");
        Assert.Contains(fact, problem, StringComparison.Ordinal);
        Assert.Contains($"({where})", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void CureDays_BeyondAllTime_AreNeverOver() => Assert.Empty(With("""{ "cureDays": 2147483647 }""").Held("Defaults / Continuing"));
}
