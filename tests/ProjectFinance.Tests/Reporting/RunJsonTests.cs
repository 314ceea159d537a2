using System.Text.Json;
using ProjectFinance.Deals;
using ProjectFinance.Reporting;
using ProjectFinance.Results;
using ProjectFinance.Tests.Oracle;

namespace ProjectFinance.Tests.Reporting;

/// <summary>The JSON of a run read back and compared with the run: the contract other tools build on.</summary>
public sealed class RunJsonTests : IDisposable
{
    readonly Run run;
    readonly JsonDocument document;

    public RunJsonTests()
    {
        // Late Completion has a breach, and ratios that do not apply.
        (var deal, run) = OracleLaidOut.Of(OracleScenarios.LateCompletion);
        document = JsonDocument.Parse(RunJson.Write(deal, run));
    }

    JsonElement Root => document.RootElement;

    public void Dispose() => document.Dispose();

    [Fact]
    public void Object_OfARun_HasTheFieldsOfTheContract()
    {
        Assert.Equal(["deal", "engine", "periods", "lines", "ratios", "covenants", "breaches", "checks"], Names(Root));
        Assert.Equal(["name", "closing", "market", "amendments"], Names(Root.GetProperty("deal")));
        Assert.Equal("1996-07-11", Root.GetProperty("deal").GetProperty("closing").GetString());
        Assert.Equal(["name", "version"], Names(Root.GetProperty("engine")));
        Assert.Equal(["start", "end", "days"], Names(Root.GetProperty("periods")[0]));
        Assert.Equal(["name", "unit", "source", "values"], Names(Root.GetProperty("lines")[0]));
        Assert.Equal(["name", "minimum", "on", "values"], Names(Root.GetProperty("ratios")[0]));
        Assert.Equal(["name", "kind", "date", "unit", "value", "limit", "headroom", "state", "note"], Names(Root.GetProperty("covenants")[0]));
        Assert.Equal(["name", "breached", "first", "periods"], Names(Root.GetProperty("breaches")[0]));
        Assert.Equal(["name", "largest", "passed"], Names(Root.GetProperty("checks")[0]));
    }

    // The amendment of 15 November 1996 was made known by the report of the 20th; the merger agreement's of January 1997 was not known then (8-K 1996-11-12, Item 5).
    [Fact]
    public void Amendments_OfARunAsOfADay_AreThoseThenKnown()
    {
        var laid = DealLayout.Lay(Deal.Read(Repository.PathOf("seeds", "illinois-creek-1997-01.json")), asOf: new(1996, 11, 20));
        using var written = JsonDocument.Parse(RunJson.Write(laid, new Runner(laid.Model).Run(), []));
        var amendments = written.RootElement.GetProperty("deal").GetProperty("amendments").EnumerateArray().ToList();

        Assert.Equal(["name", "effective", "known", "source"], Names(amendments[^1]));
        Assert.Equal(["Third quarter of 1996", "Production deferred", "First amendment"], amendments.Select(one => one.GetProperty("name").GetString()));
        Assert.Equal(["1996-09-30", "1996-11-12", "1996-11-15"], amendments.Select(one => one.GetProperty("effective").GetString()));
        Assert.All(amendments, one => Assert.Equal("1996-11-20", one.GetProperty("known").GetString()));
    }

    [Fact]
    public void Lines_ReadBack_AreTheRunsToTheLastBit()
    {
        var lines = Root.GetProperty("lines").EnumerateArray().ToList();

        Assert.Equal(run.Model.Lines.Select(line => line.Name), lines.Select(line => line.GetProperty("name").GetString()));
        Assert.All(lines, line => Assert.Equal(Applicable(line.GetProperty("name").GetString()!), Values(line)));
    }

    [Fact]
    public void Periods_ReadBack_AreTheTimelines() => Assert.Equal(
        run.Model.Periods.Select(t => ($"{t.Start:uuuu-MM-dd}", $"{t.End:uuuu-MM-dd}", t.Days)),
        Root.GetProperty("periods").EnumerateArray().Select(t => (t.GetProperty("start").GetString()!, t.GetProperty("end").GetString()!, t.GetProperty("days").GetInt32())));

    [Fact]
    public void Ratios_ReadBack_HaveTheirMinimumAndItsDate()
    {
        var ratio = Named("ratios", "Ratios / DSCR");
        var values = Applicable("Ratios / DSCR").ToList();
        var lowest = values.Min();

        Assert.Contains(null, values);
        Assert.Equal(lowest, ratio.GetProperty("minimum").GetDouble());
        Assert.Equal($"{run.Model.Periods[values.IndexOf(lowest)].End:uuuu-MM-dd}", ratio.GetProperty("on").GetString());
        Assert.Equal(values, Values(ratio));
    }

    [Fact]
    public void Breaches_ReadBack_SayWhenTheyWere()
    {
        // Completion on 17 August 1998, required by 30 November 1997: the columns that end from then until before the day.
        var late = Named("breaches", "Breaches / Completion not reached by 1997-11-30");

        Assert.True(late.GetProperty("breached").GetBoolean());
        Assert.Equal("1997-11-30", late.GetProperty("first").GetString());
        Assert.Equal(["1997-11-30", "1997-12-31", "1998-03-31", "1998-06-30"], late.GetProperty("periods").EnumerateArray().Select(end => end.GetString()));
    }

    [Fact]
    public void Covenants_ReadBack_AreTheComplianceCalendar()
    {
        // The longstop of Completion is passed on 30 November 1997, and Completion reached on 17 August 1998, in the column that ends on that day or the next one.
        var late = Root.GetProperty("covenants").EnumerateArray().Single(duty => duty.GetProperty("kind").GetString() == "longstop" && duty.GetProperty("name").GetString() == "Completion reached");

        Assert.Equal("1997-11-30", late.GetProperty("date").GetString());
        Assert.Equal("late", late.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, late.GetProperty("headroom").ValueKind);
    }

    [Fact]
    public void Checks_ReadBack_AreTheRuns() => Assert.Equal(
        run.Checks.Select(check => (check.Name, check.Largest, check.Passed)),
        Root.GetProperty("checks").EnumerateArray().Select(check => (check.GetProperty("name").GetString()!, check.GetProperty("largest").GetDouble(), check.GetProperty("passed").GetBoolean())));

    IEnumerable<double?> Applicable(string line) => run.Values(line).ToArray().Select(value => double.IsFinite(value) ? (double?)value : null);

    JsonElement Named(string list, string name) => Root.GetProperty(list).EnumerateArray().Single(item => item.GetProperty("name").GetString() == name);

    static IEnumerable<double?> Values(JsonElement item) => item.GetProperty("values").EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? (double?)null : value.GetDouble());

    static IEnumerable<string> Names(JsonElement item) => item.EnumerateObject().Select(property => property.Name);
}
