using System.Text.Json.Nodes;

namespace ProjectFinance.Tests.Calculations;

/// <summary>Requests of other programs. Values are worked out here or in the page's own figures, which are whole numbers or follow from a calendar.</summary>
public sealed class CalculationJsonTests
{
    static readonly string Deal = Repository.PathOf("seeds", "illinois-creek-1996-07.json"), Market = Repository.PathOf("seeds", "market-1996-2001.json");

    [Fact]
    public void Examples_OfThePage_AreAnsweredAsItSays()
    {
        var examples = CalculationPage.Examples().ToList();
        Assert.True(examples.Count > 8);
        Assert.All(examples, example => Assert.Equal(example.Answer, CalculationJson.Answer(example.Request)));
    }

    [Theory]
    [InlineData("""{"fn":"irr","flows":[-100,60,60]}""", 0.13066238629180748)] // (60 + sqrt(3600 + 24000)) / 200 - 1
    [InlineData("""{"fn":"irr","flows":[-100,230,-132],"guess":0.25}""", 0.2)] // (x - 1.1)(x - 1.2)
    [InlineData("""{"fn":"xirr","flows":[-100,110],"dates":["2026-01-01","2027-01-01"]}""", 0.1)]
    [InlineData("""{"fn":"xnpv","rate":0.1,"flows":[0,110],"dates":["2026-01-01","2027-01-01"]}""", 100)]
    [InlineData("""{"fn":"mirr","flows":[-100,0,121],"financeRate":0.1,"reinvestRate":0.1}""", 0.1)]
    [InlineData("""{"fn":"pmt","rate":1,"nper":2,"pv":-3}""", 4)] // 3 doubles to 6, less 4 is 2, doubles to 4
    [InlineData("""{"fn":"ipmt","rate":1,"per":2,"nper":2,"pv":-3}""", 2)]
    [InlineData("""{"fn":"ppmt","rate":1,"per":2,"nper":2,"pv":-3}""", 2)]
    [InlineData("""{"fn":"pv","rate":1,"nper":2,"pmt":-4}""", 3)]
    [InlineData("""{"fn":"fv","rate":1,"nper":2,"pmt":-4}""", 12)]
    [InlineData("""{"fn":"fv","rate":1,"nper":2,"pmt":-4,"type":1}""", 24)]
    [InlineData("""{"fn":"nper","rate":1,"pmt":-4,"pv":3}""", 2)]
    [InlineData("""{"fn":"rate","nper":2,"pmt":-4,"pv":3}""", 1)]
    [InlineData("""{"fn":"cumipmt","rate":1,"nper":2,"pv":3,"start":1,"end":2}""", -5)]
    [InlineData("""{"fn":"cumprinc","rate":1,"nper":2,"pv":3,"start":1,"end":2}""", -3)]
    [InlineData("""{"fn":"effect","nominalRate":0.2,"npery":2}""", 0.21)]
    [InlineData("""{"fn":"nominal","effectRate":0.21,"npery":2}""", 0.2)]
    [InlineData("""{"fn":"yearFraction","start":"2024-01-31","end":"2024-03-31","dayCount":"30/360 US"}""", 60 / 360.0)]
    // (1.0003 x 1.0001 - 1) x 360 / 4, Friday to Tuesday; with a lookback of one day the Thursday's rate counts for three; averaged.
    [InlineData("""{"fn":"compoundedRate","fixings":[["2024-01-04",0.072],["2024-01-05",0.036],["2024-01-08",0.036]],"start":"2024-01-05","end":"2024-01-09","calendar":"USGovernmentSecurities"}""", (1.0003 * 1.0001 - 1) * 90)]
    [InlineData("""{"fn":"compoundedRate","fixings":[["2024-01-04",0.072],["2024-01-05",0.036]],"start":"2024-01-05","end":"2024-01-09","calendar":["USGovernmentSecurities"],"lookbackDays":1,"observationShift":false,"lockoutDays":0}""", (1.0006 * 1.0001 - 1) * 90)]
    [InlineData("""{"fn":"compoundedRate","fixings":[["2024-01-04",0.072],["2024-01-05",0.036]],"start":"2024-01-05","end":"2024-01-09","lookbackDays":1,"method":"simple"}""", 0.0007 * 90)]
    [InlineData("""{"fn":"compoundedRate","fixings":[["2024-01-05",0.0365]],"start":"2024-01-05","end":"2024-01-09","lockoutDays":1,"dayCount":"ACT/365F","calendar":"London"}""", (1.0003 * 1.0001 - 1) * 365 / 4)]
    public void Request_OfAFunction_IsAnsweredByItsValue(string request, double expected) =>
        Assert.Equal(expected, (double)JsonNode.Parse(CalculationJson.Answer(request))!["value"]!, 1e-12);

    [Theory]
    [InlineData("7", "7")]
    [InlineData("\"Größe €\"", "\"Größe €\"")]
    [InlineData("""{"a":[1,null]}""", """{"a":[1,null]}""")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    public void Id_OfAnyKind_ComesBack(string id, string expected)
    {
        Assert.Equal($$"""{"id":{{expected}},"value":0}""", CalculationJson.Answer($$"""{"fn":"days","start":"2026-01-01","end":"2026-01-01","dayCount":"ACT/360","id":{{id}}}"""));
        Assert.StartsWith($$"""{"id":{{expected}},"error":""", CalculationJson.Answer($$"""{"id":{{id}},"fn":"dais"}"""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "the text is empty")]
    [InlineData("   ", "the text is empty")]
    [InlineData("{", "not closed")]
    [InlineData("nonsense", "not valid JSON")]
    [InlineData("[1,2]", "it is an array; write one JSON object")]
    [InlineData("{}", "the field 'fn' is missing")]
    [InlineData("""{"fn":3}""", "'fn' is the number 3")]
    [InlineData("""{"fn":"yearFractoin"}""", "did you mean 'yearFraction'?")]
    [InlineData("""{"fn":"\ud800"}""", "half a character")]
    [InlineData("""{"fn":"days","start":"2026-01-02","end":"2026-01-01","dayCount":"ACT/360"}""", "the end 2026-01-01 is before the start 2026-01-02")]
    [InlineData("""{"fn":"days","start":"2026-01-01","end":"2026-02-01","dayCount":"ACT/360","dayCuont":1}""", "there is no field 'dayCuont' here")]
    [InlineData("""{"fn":"days","start":"2026-01-01","start":"2026-01-01","end":"2026-02-01","dayCount":"ACT/360"}""", "given more than once")]
    [InlineData("""{"fn":"adjust","date":"2026-02-30","calendars":"London","convention":"Following"}""", "the date '2026-02-30' cannot be read")]
    [InlineData("""{"fn":"adjust","date":"2026-01-01","calendars":[],"convention":"Following"}""", "no calendar is given")]
    [InlineData("""{"fn":"adjust","date":"1900-01-01","calendars":"London","convention":"Following"}""", "1900")]
    [InlineData("""{"fn":"isBusinessDay","date":"2026-01-02","calendars":{"holidays":[]}}""", "it has no holiday, and it is not said for which dates it holds")]
    [InlineData("""{"fn":"isBusinessDay","date":"2027-01-02","calendars":{"holidays":["2026-01-02"]}}""", "2027-01-02 lies outside the years it knows")]
    [InlineData("""{"fn":"isBusinessDay","date":"2026-01-02","calendars":{"csv":"/etc/passwd"}}""", "the file '/etc/passwd' has no folder to be looked for in")]
    [InlineData("""{"fn":"addBusinessDays","date":"9999-12-31","calendars":"Weekends","days":1}""", "the count leaves the years that dates have, after 9999-12-31")]
    [InlineData("""{"fn":"addBusinessDays","date":"-9998-01-01","calendars":"Weekends","days":-1}""", "error")]
    [InlineData("""{"fn":"schedule","start":"2026-01-01","end":"2027-02-01","frequency":"P3M","stub":"None"}""", "error")]
    [InlineData("""{"fn":"pmt","rate":0.1,"nper":2,"pv":1,"type":2}""", "type is 2")]
    [InlineData("""{"fn":"sculpt","cfads":[-1],"rate":0.1,"dscr":0}""", "error")]
    [InlineData("""{"fn":"run","deal":{"name":"x"},"market":5}""", "the field 'closing' is missing")]
    public void Request_ThatCannotBeUsed_IsAnsweredByWhy(string request, string part)
    {
        var answer = CalculationJson.Answer(request);
        Assert.Contains(part, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("a mistake in projectfinance", answer, StringComparison.Ordinal);
        Assert.True(JsonNode.Parse(answer)!.AsObject().ContainsKey("id"));
    }

    [Fact]
    public void Request_ForADeal_IsAnsweredAsRunWritesIt()
    {
        var answer = JsonNode.Parse(CalculationJson.Answer($$"""{"id":1,"fn":"run","deal":{{File.ReadAllText(Deal)}},"market":{{File.ReadAllText(Market)}}}"""))!.AsObject();
        var (code, written, _) = Cli.CommandLineTrial.Run("run", Deal, "--market", Market, "--format", "json");
        Assert.True(answer.Remove("id"));
        Assert.Equal(0, code);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(written), answer));
    }

    [Fact]
    public void Schema_OfRequests_HasEveryFunction()
    {
        var schema = JsonNode.Parse(CalculationJson.SchemaJson())!;
        Assert.Equal(CalculationJson.Functions, schema["oneOf"]!.AsArray().Select(one => (string)one!["properties"]!["fn"]!["const"]!));
        Assert.All(schema["oneOf"]!.AsArray(), one => Assert.Contains("fn", one!["required"]!.AsArray().Select(name => (string)name!)));
        Assert.NotNull(schema["$defs"]!["holidayList"]!["properties"]!["holidays"]);
    }
}
