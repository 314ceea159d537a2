using System.Text.Json.Nodes;
using NodaTime;
using ProjectFinance.Deals;
using ProjectFinance.Scenarios;
using ProjectFinance.Tests.Deals;
using static ProjectFinance.Tests.Deals.SampleFiles;

namespace ProjectFinance.Tests.Scenarios;

public class ScenarioJsonTests
{
    const string Every = """
        {
          "name": "every law", "about": "for tests", "from": "1996-08-31", "seed": 7, "sampling": "sobol",
          "factors": [
            { "name": "a", "targets": ["gold"], "process": { "geometricBrownian": { "volatility": "12%", "drift": "2%", "start": "USD/oz 385" } }, "source": "assumption" },
            { "name": "b", "targets": ["silver"], "process": { "meanRevertingPrice": { "speed": 0.5, "volatility": 0.2, "level": "USD/oz 5", "start": "USD/oz 5.1" } } },
            { "name": "c", "targets": ["USD LIBOR 3M"], "process": { "hullWhite": { "speed": 0.2, "volatility": "1%", "floor": "0%" } } },
            { "name": "d", "targets": ["rate"], "process": { "vasicek": { "speed": 0.2, "level": "5.5%", "volatility": "1%", "start": "5%", "floor": "0%" } } },
            { "name": "e", "targets": ["x", "y"], "process": { "lognormalMultiple": { "deviation": "10%", "mean": 1.1, "drawn": "eachColumn" } } },
            { "name": "f", "targets": ["z"], "process": { "triangularMultiple": { "low": 0.9, "mode": 1, "high": 1.3, "drawn": "once" } } },
            { "name": "g", "targets": ["m"], "process": { "discreteDelay": [ { "days": 0, "probability": "60%" }, { "days": 90, "probability": 0.4 } ] } },
            { "name": "h", "targets": ["n"], "process": { "gammaDelay": { "mean": 90, "deviation": 60 } } },
            { "name": "i", "targets": ["o"], "process": { "historicalPrice": { "history": { "1996-01-31": 400, "1996-02-29": 401.5, "1996-03-31": 398 }, "blockLength": 2 } } },
            { "name": "j", "targets": ["p"], "process": { "historicalRate": { "history": { "1996-01-31": "5%", "1996-02-29": "5.1%", "1996-03-31": "5.2%" }, "blockLength": 1, "floor": "1%" } } }
          ],
          "correlations": [ { "of": "a", "with": "c", "value": -0.2 } ]
        }
        """;

    static readonly string Seeds = Repository.PathOf("seeds", "scenarios-1996.json");

    [Fact]
    public void Parse_EveryLaw_HasItsFigures()
    {
        var terms = ScenarioTerms.Parse(Every);
        Assert.Equal((7, Sampling.Sobol, new LocalDate(1996, 8, 31)), (terms.Seed, terms.Sampling, terms.From));
        Assert.Equal(new GeometricBrownian(0.12) { Drift = 0.02, Start = Quantity.Parse("USD/oz 385") }, terms.Factors[0].Process);
        Assert.Equal(new MeanRevertingPrice(0.5, 0.2) { Level = Quantity.Parse("USD/oz 5"), Start = Quantity.Parse("USD/oz 5.1") }, terms.Factors[1].Process);
        Assert.Equal(new HullWhite(0.2, 0.01) { Floor = 0 }, terms.Factors[2].Process);
        Assert.Equal(new Vasicek(0.2, 0.055, 0.01) { Start = 0.05, Floor = 0 }, terms.Factors[3].Process);
        Assert.Equal(new LognormalMultiple(0.1) { Mean = 1.1, Drawn = DrawnWhen.EachColumn }, terms.Factors[4].Process);
        Assert.Equal(new TriangularMultiple(0.9, 1.3) { Mode = 1 }, terms.Factors[5].Process);
        Assert.Equal(new DelayProbability[] { new(0, 0.6), new(90, 0.4) }, Assert.IsType<DiscreteDelay>(terms.Factors[6].Process).Days.ToArray());
        Assert.Equal(new GammaDelay(90, 60), terms.Factors[7].Process);
        Assert.Equal([400, 401.5, 398], Assert.IsType<HistoricalPrice>(terms.Factors[8].Process).History.Values);
        Assert.Equal(0.051, Assert.IsType<HistoricalRate>(terms.Factors[9].Process).History[new(1996, 2, 29)].Fraction);
        Assert.Equal(new FactorCorrelation("a", "c", -0.2), Assert.Single(terms.Correlations));
    }

    [Fact]
    public void ToJson_EveryLaw_ReadsBackAsTheSame()
    {
        var json = ScenarioTerms.Parse(Every).ToJson();
        Assert.Equal(json, ScenarioTerms.Parse(json).ToJson());
    }

    [Fact]
    public void Schema_OfScenarios_AcceptsWhatReads()
    {
        var schema = new SchemaCheck((JsonObject)JsonNode.Parse(ScenarioJson.SchemaJson())!);
        Assert.Empty(schema.Errors(JsonNode.Parse(Every)));
        Assert.Empty(schema.Errors(JsonNode.Parse(ScenarioTerms.Parse(Every).ToJson())));
        Assert.Empty(schema.Errors(JsonNode.Parse(File.ReadAllText(Seeds))));
        Assert.NotEmpty(schema.Errors(JsonNode.Parse(Every.Replace("\"speed\"", "\"sped\"", StringComparison.Ordinal))));
    }

    [Fact]
    public void Read_HistoryInCsv_IsFoundFromTheFolderOfTheScenarioFile() => InFolder(folder =>
    {
        File.WriteAllText(Path.Combine(folder, "gold.csv"), "date,value\n1996-01-31,400\n1996-02-29,401.5\n1996-03-31,398\n");
        File.WriteAllText(Path.Combine(folder, "s.json"), OneFactor("""{ "historicalPrice": { "history": { "csv": "gold.csv" }, "blockLength": 2 } }"""));

        var history = Assert.IsType<HistoricalPrice>(ScenarioTerms.Read(Path.Combine(folder, "s.json")).Factors[0].Process).History;

        Assert.Equal(401.5, history[new(1996, 2, 29)]);
    });

    [Fact]
    public void Read_BadCsv_ReportsEveryRow() => InFolder(folder =>
    {
        File.WriteAllText(Path.Combine(folder, "gold.csv"), "date,value\n1996-01-31,400\nsoon,401.5\n1996-03-31,high\n");
        File.WriteAllText(Path.Combine(folder, "s.json"), OneFactor("""{ "historicalPrice": { "history": { "csv": "gold.csv" }, "blockLength": 2 } }"""));

        var problems = Problems(() => ScenarioTerms.Read(Path.Combine(folder, "s.json")));

        Assert.Equal(["gold.csv, line 3", "gold.csv, line 4"], problems.Select(problem => problem.Where));
        Assert.All(problems, problem => Assert.Equal("Factor 'one'", problem.Subject));
    });

    [Fact]
    public void Read_MissingFile_NamesThePath() =>
        IsOnly(Problems(() => ScenarioTerms.Read("no-such-file.json")), "Scenarios", "there is no file 'no-such-file.json'", "a file that exists", "no-such-file.json");

    [Theory]
    [InlineData("""{ "hullWhit": { "speed": 0.2, "volatility": "1%" } }""", "'hullWhit' is not an alternative here", "did you mean 'hullWhite'", "factors[0].process.hullWhit")]
    [InlineData("""{ "hullWhite": { "speed": 0.2 } }""", "the field 'volatility' is missing", "percentage", "factors[0].process.hullWhite")]
    [InlineData("""{ "lognormalMultiple": { "deviation": "10%", "drawn": "twice" } }""", "'twice'", "'eachColumn'", "factors[0].process.lognormalMultiple.drawn")]
    [InlineData("""{ "geometricBrownian": { "volatility": 12 } }""", "the bare number 12 would mean 1200%", "with its sign", "factors[0].process.geometricBrownian.volatility")]
    public void Parse_BadLaw_SaysWhyAndWhere(string process, string fact, string allowed, string where) =>
        IsOnly(Problems(() => ScenarioTerms.Parse(OneFactor(process))), "Factor 'one'", fact, allowed, where);

    [Fact]
    public void Seeds_OfTheReferenceDeal_MoveFourFactorsOfIt()
    {
        var terms = ScenarioTerms.Read(Seeds);
        var model = DealLayout.Lay(Deal.Read(Repository.PathOf("seeds", "illinois-creek-1996-07.json"))).Model;

        var drawn = new DrawnScenarios(model, terms);

        Assert.Equal(4, terms.Factors.Length);
        Assert.All(terms.Factors, factor => Assert.NotEmpty(factor.Source));
        foreach (string name in terms.Factors.SelectMany(factor => factor.Targets))
            Assert.Contains(drawn.Inputs, cell => cell.Name == name || cell.Observed?.Series == name);
    }

    [Fact]
    public void Example_InTheDocument_IsForTheReferenceDeal()
    {
        var example = string.Join('\n', File.ReadLines(Repository.PathOf("docs", "scenarios.md")).SkipWhile(line => line != "```json").Skip(1).TakeWhile(line => line != "```"));
        var model = DealLayout.Lay(Deal.Read(Repository.PathOf("seeds", "illinois-creek-1996-07.json"))).Model;

        Assert.NotEmpty(new DrawnScenarios(model, ScenarioTerms.Parse(example)).Inputs);
    }

    internal static string OneFactor(string process) => $$"""{ "name": "n", "factors": [ { "name": "one", "targets": ["gold"], "process": {{process}} } ] }""";

    static void InFolder(Action<string> test)
    {
        var folder = Directory.CreateTempSubdirectory("scenarios").FullName;
        try { test(folder); }
        finally { Directory.Delete(folder, recursive: true); }
    }
}
