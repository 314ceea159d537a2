using ProjectFinance.Amounts;
using ProjectFinance.Deals;
using ProjectFinance.Results;
using static ProjectFinance.Tests.Covenants.CovenantDeal;

namespace ProjectFinance.Tests.Covenants;

/// <summary>The waiver of November 1996: scope, end and conditions, counted by hand.</summary>
public class WaiverTests
{
    const string InForce = "Waivers / November in force", Continuing = "Defaults / Continuing", Default = "Defaults / Current ratio";

    // In breach from 30 September 1996 for good.
    static Deal Deal(string waivers, string undertakings = "", string defaults = "{}") => Of($$"""
        "covenants": [{{RatioCovenant}}], "defaults": {{defaults}}, "undertakings": [{{undertakings}}], "waivers": [{{waivers}}]
        """, ("1996-09-01", 6000));

    static string November(string conditions = "", string of = "\"Breaches / Current ratio\"", string from = "1996-11-15", string until = "1996-12-31") =>
        $$"""{ "name": "November", "of": [{{of}}], "from": "{{from}}", "until": "{{until}}", "conditions": [{{conditions}}], "source": "8-K 1996-11-12, Item 5" }""";

    [Fact]
    public void Default_UnderAWaiver_IsNoneFromItsFirstDayToItsLast_AndTheBreachIsShown()
    {
        var run = Deal(November()).Run();
        Assert.Equal([Day("1996-11-15"), Day("1996-12-31")], run.Held(InForce));
        Assert.Equal((Day("1996-09-30"), Day("1998-06-30")), run.Spell(CurrentRatio));
        // In default in September; waived from 15 November; again on the day after the waiver's end.
        Assert.Equal([Day("1996-09-30"), Day("1997-01-01"), Day("1997-03-31")], run.Held(Default).Take(3));
    }

    [Fact]
    public void Default_ThatRevives_CountsItsDaysFromTheBreach()
    {
        // 120 days after 30 September 1996 is 28 January 1997: within them when the waiver ends.
        Assert.Equal(Day("1997-01-28"), Deal(November(), defaults: """{ "cureDays": 120 }""").Run().Held(Default)[0]);
        // 60 days are over on 29 November: the default is there as soon as the waiver is gone.
        Assert.Equal(Day("1997-01-01"), Deal(November(), defaults: """{ "cureDays": 60 }""").Run().Held(Default)[0]);
    }

    [Fact]
    public void Waiver_OfOneBreach_LeavesOthersInDefault()
    {
        var run = Of($$"""
            "covenants": [{{RatioCovenant}}, { "name": "Cash", "value": "1", "atLeast": "2", "testDates": "1996-09-30" }], "defaults": {}, "waivers": [{{November()}}]
            """, ("1996-09-01", 6000)).Run();
        Assert.Equal(0, run.At(Default, "1996-12-31"));
        Assert.Equal(1, run.At("Defaults / Cash", "1996-12-31"));
        Assert.Equal(1, run.At(Continuing, "1996-12-31"));
    }

    // A prospectus by 1 November; filed on that day, on 4 November, or never.
    [Theory]
    [InlineData("1996-11-01", true)]
    [InlineData("1996-11-04", false)]
    [InlineData(null, false)]
    public void Condition_OfAnUndertaking_HoldsWhenDoneInTime(string? filed, bool inForce)
    {
        var written = filed is null ? "null" : $"\"{filed}\"";
        var undertaking = $$"""{ "name": "Prospectus filed", "kind": "action", "due": "1996-11-01", "done": { "1996-11-01": {{written}} } }""";
        var run = Deal(November("""{ "name": "Prospectus", "by": "1996-11-01", "undertaking": "Prospectus filed" }"""), undertaking).Run();
        Assert.Equal(inForce ? [Day("1996-11-15"), Day("1996-12-31")] : [], run.Held(InForce));
    }

    // Net proceeds of at least USD 9,000,000 by 31 December: the condition fails on that day, and with it the waiver, although its own last day is later.
    [Theory]
    [InlineData(8_999_999, "1996-12-15", "1996-12-15", false)]
    [InlineData(9_000_000, "1996-12-15", "1997-03-31", true)]
    [InlineData(9_000_000, "1997-01-15", "1996-11-15", false)]
    public void Condition_OfATest_EndsTheWaiverForGoodWhenItFails(double proceeds, string paid, string last, bool holds)
    {
        var deal = Deal("");
        deal = deal with
        {
            Contributions = deal.Contributions.Add(new() { Name = "Company / Offering", Currency = Units.Usd, Payments = [new(Day(paid), proceeds * Units.Usd)] }),
            Accounts = [deal.Accounts[0] with { Receipts = deal.Accounts[0].Receipts.Add("Company / Offering") }],
            Waivers =
            [
                new()
                {
                    Name = "November", Of = [CurrentRatio], From = Day("1996-11-15"), Until = Day("1997-03-31"),
                    Conditions = [new() { Name = "Offering", By = Day("1996-12-31"), Met = new Compared(new LineAmount("Company / Offering"), Relation.AtLeast, new StatedAmount(9_000_000 * Units.Usd)) }],
                },
            ],
        };
        var run = deal.Run();
        // The last column before 31 December ends when the proceeds are paid, or when the waiver begins.
        Assert.Equal((Day("1996-11-15"), Day(last)), run.Spell(InForce));
        Assert.Equal(!holds, run.At(Default, "1996-12-31") != 0);
        Assert.Equal(!holds, run.At(Default, "1997-03-31") != 0);
    }

    [Fact]
    public void Waivers_ThatOverlap_CoverTheirUnion()
    {
        var run = Deal(November(until: "1997-01-31") + ", " + November(from: "1996-12-31", until: "1997-06-30").Replace("November", "December", StringComparison.Ordinal)).Run();
        Assert.Equal([Day("1996-09-30"), Day("1997-07-01")], run.Held(Default).Take(2));
    }

    // What a waiver covers for as long as the breach lasts has no consequence: every line but those that tell of it is that of the same deal without the breach.
    [Theory]
    [InlineData("1996-07-11", "1998-06-30", "{}")]
    [InlineData("1996-09-30", "1998-06-30", """{ "cureDays": 20, "acceleration": { "afterDays": 10 } }""")]
    [InlineData("1996-09-15", "1998-06-29", """{ "lockUp": true, "defaultMargin": true, "cureDays": 3 }""")]
    public void Waiver_CoveringABreach_RestoresTheUnbreachedRun(string from, string until, string defaults)
    {
        var waiver = November(from: from, until: until);
        var breached = Deal(waiver, defaults: defaults);
        var sound = breached with { Covenants = [breached.Covenants[0] with { AtLeast = new StatedAmount(1 * Unit.None) }] };
        var (waived, unbreached) = (breached.Run(), sound.Run());
        Assert.NotEmpty(waived.Held(CurrentRatio));
        Assert.Empty(unbreached.Held(CurrentRatio));
        int last = until == "1998-06-30" ? waived.Model.Periods.Count : waived.Model.Periods.Count - 1;
        foreach (var line in unbreached.Model.Lines.Where(line => line.Name != CurrentRatio && line.Section != "Covenants"))
            Assert.Equal(unbreached.Values(line)[..last].ToArray(), waived.Values(line.Name)[..last].ToArray());
    }

    [Theory]
    [InlineData("\"Breaches / Curent ratio\"", "1996-11-15", "1996-12-31", "there is no breach 'Breaches / Curent ratio' to be waived; did you mean 'Breaches / Current ratio'?", "waivers[0].of[0]")]
    [InlineData("\"Current ratio\"", "1996-11-15", "1996-12-31", "there is no breach 'Current ratio'", "waivers[0].of[0]")]
    [InlineData("", "1996-11-15", "1996-12-31", "no breach is given", "waivers[0].of")]
    [InlineData("\"Breaches / Current ratio\", \"Breaches / Current ratio\"", "1996-11-15", "1996-12-31", "given twice", "waivers[0].of[1]")]
    [InlineData("\"Breaches / Current ratio\"", "1996-12-31", "1996-11-15", "the last day 1996-11-15 is before the first 1996-12-31", "waivers[0].until")]
    [InlineData("\"Breaches / Current ratio\"", "1995-12-31", "1996-11-15", "the first day 1995-12-31 is before the closing", "waivers[0].from")]
    [InlineData("\"Breaches / Current ratio\"", "1996-12-31", "9999-12-31", "the last day 9999-12-31 is after the end", "waivers[0].until")]
    [InlineData("\"Breaches / Current ratio\"", "0001-01-01", "1996-12-31", "the first day 0001-01-01 is before the closing", "waivers[0].from")]
    public void Waiver_ThatMakesNoSense_IsRefused(string of, string from, string until, string fact, string where) => Refused(November("", of, from, until), fact, where);

    [Theory]
    [InlineData("""{ "name": "Offering", "by": "1996-12-31" }""", "nothing says when it is met", "waivers[0].conditions[0].undertaking")]
    [InlineData("""{ "name": "Offering", "by": "1996-12-31", "undertaking": "Prospectus", "met": { "noDefault": true } }""", "both a test and an undertaking", "waivers[0].conditions[0].undertaking")]
    [InlineData("""{ "name": "Offering", "by": "1996-12-31", "undertaking": "Prospectuss" }""", "did you mean 'Prospectus'?", "waivers[0].conditions[0].undertaking")]
    [InlineData("""{ "name": "Offering", "by": "1996-11-30", "undertaking": "Prospectus" }""", "nothing of the undertaking 'Prospectus' is due by 1996-11-30", "waivers[0].conditions[0].undertaking")]
    [InlineData("""{ "name": "Offering", "by": "1997-01-31", "met": { "noDefault": true } }""", "its last day 1997-01-31 is after the waiver's, 1996-12-31", "waivers[0].conditions[0].by")]
    [InlineData("""{ "name": "A", "by": "1996-12-31", "met": { "noDefault": true } }, { "name": "A", "by": "1996-12-31", "met": { "noDefault": true } }""", "the name is already that of waivers[0].conditions[0].name", "waivers[0].conditions[1].name")]
    [InlineData("""{ "name": "Offering", "by": "1996-12-31", "met": { "atLeast": { "of": "Company / Offring", "than": "USD 1" } } }""", "no line of that name", "waivers[0].conditions[0].met.atLeast.of")]
    public void Condition_ThatMakesNoSense_IsRefused(string condition, string fact, string where) => Refused(November(condition), fact, where);

    static void Refused(string waiver, string fact, string where)
    {
        var problem = Problem($$"""
            "covenants": [{{RatioCovenant}}], "undertakings": [{ "name": "Prospectus", "due": "1996-12-15" }], "waivers": [{{waiver}}]
            """);
        Assert.Contains(fact, problem, StringComparison.Ordinal);
        Assert.Contains($"({where})", problem, StringComparison.Ordinal);
    }
}
