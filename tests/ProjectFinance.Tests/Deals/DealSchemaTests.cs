using System.Text.Json.Nodes;

namespace ProjectFinance.Tests.Deals;

/// <summary>The schema against the reader: what the one accepts, so does the other. Each file is changed in every place and given to both.</summary>
public class DealSchemaTests
{
    static readonly JsonObject DealFile = JsonNode.Parse(DealSchema.Json())!.AsObject();
    static readonly JsonObject MarketFile = JsonNode.Parse(DealSchema.MarketJson())!.AsObject();

    [Fact]
    public void Schema_SampleFiles_AreValid()
    {
        Assert.Empty(new SchemaCheck(DealFile).Errors(JsonNode.Parse(File.ReadAllText(SampleFiles.DealPath))));
        Assert.Empty(new SchemaCheck(MarketFile).Errors(JsonNode.Parse(File.ReadAllText(SampleFiles.MarketPath))));
        Assert.Empty(new SchemaCheck(DealFile).Errors(JsonNode.Parse(SampleFiles.Deal.ToJson())));
    }

    [Fact]
    public void Schema_EveryReference_HasItsPart() => Assert.All(new[] { DealFile, MarketFile }, schema =>
    {
        var parts = schema["$defs"]!.AsObject();
        var references = Everything(schema).OfType<JsonObject>().Where(o => o.ContainsKey("$ref")).Select(o => o["$ref"]!.GetValue<string>()).ToList();
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.True(parts.ContainsKey(reference["#/$defs/".Length..]), reference));
        Assert.All(parts, part => Assert.Contains($"#/$defs/{part.Key}", references));
    });

    [Fact]
    public void Schema_EveryFieldOfTheTerms_IsThere()
    {
        var fields = DealFile["properties"]!.AsObject().Select(property => property.Key).Except(["$schema"]);
        Assert.Equal(typeof(Deal).GetProperties().Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]).Order(StringComparer.Ordinal), fields.Order(StringComparer.Ordinal));
        var loan = DealFile["$defs"]!["termLoan"]!["properties"]!.AsObject().Select(property => property.Key);
        Assert.Equal(typeof(ProjectFinance.Facilities.TermLoan).GetProperties().Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]).Order(StringComparer.Ordinal), loan.Order(StringComparer.Ordinal));
    }

    // The reader reports where the shape is wrong; validation of what the terms mean says nothing here, as ranges are no matter of shape.
    [Fact]
    public void Schema_EveryFieldLeftOut_IsAsTheReaderHasIt() =>
        AgreesWithTheReader(site => site.Parent is JsonObject around && around.Remove(site.GetPropertyName()));

    [Fact]
    public void Schema_EveryValueOfAnotherKind_IsAsTheReaderHasIt() => Assert.All(["null", "0.5", "\"text\"", "{}"], other =>
        AgreesWithTheReader(site => { site.ReplaceWith(JsonNode.Parse(other)); return true; }));

    [Fact]
    public void Schema_EveryObjectWithAnUnknownField_IsAsTheReaderHasIt() =>
        AgreesWithTheReader(site => site is JsonObject around && around.TryAdd("unknown", "x"));

    static void AgreesWithTheReader(Func<JsonNode, bool> change)
    {
        var disagreements = new List<string>();
        var schema = new SchemaCheck(DealFile);
        var sample = File.ReadAllText(SampleFiles.DealPath);
        int sites = Everything(JsonNode.Parse(sample)).Count();
        for (int i = 1; i < sites; i++)
        {
            var document = JsonNode.Parse(sample)!;
            var site = Everything(document).ElementAt(i)!;
            var path = site.GetPath();
            if (!change(site)) continue;
            bool valid = schema.Errors(document).Count == 0, reads = HasRightShape(document.ToJsonString());
            if (valid != reads && !(valid && IsLeafThatOnlyParsingRefuses(document, path))) disagreements.Add($"{path}: the schema says {valid}, the reader {reads}");
        }
        Assert.True(disagreements.Count == 0, string.Join('\n', disagreements));
    }

    // A schema cannot know units, calendars and day counts; there the reader is stricter.
    static bool IsLeafThatOnlyParsingRefuses(JsonNode document, string path) =>
        Everything(document).FirstOrDefault(node => node?.GetPath() == path) is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String;

    static bool HasRightShape(string json)
    {
        var file = new ProjectFinance.Deals.Json.JsonFile("Term sheet", "deal", null);
        return SampleFiles.Problems(() => file.Read(json, ProjectFinance.Deals.Json.DealShape.Shape, _ => [])).Count == 0;
    }

    static IEnumerable<JsonNode?> Everything(JsonNode? node) => node switch
    {
        JsonObject around => around.SelectMany(property => Everything(property.Value)).Prepend(around),
        JsonArray items => items.SelectMany(Everything).Prepend(items),
        _ => [node],
    };
}
