using System.Globalization;
using System.Text.Json.Nodes;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Deals;

/// <summary>The reference deal with every value in turn replaced by something odd: it either runs, or says in problems what is wrong. Nothing else is thrown.</summary>
public class RoughHandlingTests
{
    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"x / y\"")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"1996-07-11\"")]
    [InlineData("\"2039-12-31\"")]
    [InlineData("\"0%\"")]
    [InlineData("\"USD 0\"")]
    [InlineData("\"USD 1e300\"")]
    public void Run_WithAnyOneValueReplaced_RunsOrSaysWhatIsWrong(string odd) =>
        Check(File.ReadAllText(Repository.PathOf("seeds", "illinois-creek-1996-07.json")), odd, 100);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"x / y\"")]
    [InlineData("-1")]
    [InlineData("2147483647")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"1996-07-11\"")]
    [InlineData("\"2039-12-31\"")]
    [InlineData("true")]
    [InlineData("\"USD 1e300\"")]
    [InlineData("\"Defaults / Continuing\"")]
    public void Covenants_WithAnyOneValueReplaced_RunOrSayWhatIsWrong(string odd) => Check(Covenants.ComplianceCalendarTests.Deal.ToJson(), odd, 100);

    /// <summary>Replaces every value of a term sheet in turn.</summary>
    /// <param name="json">The term sheet.</param>
    /// <param name="odd">What stands in place of a value.</param>
    /// <param name="atLeast">How many values there are at least, so that none is overlooked.</param>
    /// <param name="top">The field of the term sheet to stay within. The default is all of it.</param>
    internal static void Check(string json, string odd, int atLeast, string? top = null)
    {
        var places = Places(JsonNode.Parse(json)!, []).Where(place => top is null || place[0] == top).ToList();
        Assert.True(places.Count > atLeast);
        int ran = 0;
        foreach (var place in places)
        {
            var document = JsonNode.Parse(json)!;
            Replace(document, place, JsonNode.Parse(odd));
            try
            {
                Deal.Parse(document.ToJsonString()).Run();
                ran++;
            }
            catch (InvalidInputException found)
            {
                Assert.All(found.Problems, p => Assert.False(string.IsNullOrWhiteSpace(p.Subject) || string.IsNullOrWhiteSpace(p.Fact) || string.IsNullOrWhiteSpace(p.Allowed), $"{string.Join('.', place)} = {odd}: {p}"));
            }
            catch (Exception thrown)
            {
                Assert.Fail($"{string.Join('.', place)} = {odd}: {thrown.GetType().Name}: {thrown.Message}\n{thrown.StackTrace}");
            }
        }
        Assert.True(ran < places.Count, "Something must be refused.");
    }

    static IEnumerable<string[]> Places(JsonNode? node, string[] path) => node switch
    {
        JsonObject fields => fields.Where(f => f.Key is not ("source" or "sources" or "about")).SelectMany(f => Inside(f.Value, [.. path, f.Key])),
        JsonArray items => items.Index().SelectMany(i => Inside(i.Item, [.. path, i.Index.ToString(CultureInfo.InvariantCulture)])),
        _ => [],
    };

    static IEnumerable<string[]> Inside(JsonNode? node, string[] path) => Places(node, path).Prepend(path);

    static void Replace(JsonNode document, string[] path, JsonNode? value)
    {
        var around = path[..^1].Aggregate(document, (node, step) => node is JsonArray items ? items[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!);
        if (around is JsonArray list) list[int.Parse(path[^1], CultureInfo.InvariantCulture)] = value;
        else around[path[^1]] = value;
    }
}
