using System.Text.Json.Nodes;
using ProjectFinance.Deals.Json;

namespace ProjectFinance.Tests.Deals;

/// <summary>The term sheet and the market file beside these tests, and variations of them.</summary>
static class SampleFiles
{
    public static string DealPath { get; } = Repository.PathOf("tests", "ProjectFinance.Tests", "Deals", "sample-deal.json");

    public static string MarketPath { get; } = Repository.PathOf("tests", "ProjectFinance.Tests", "Deals", "sample-market.json");

    public static Deal Deal { get; } = Deal.Read(DealPath);

    /// <summary>Reads a term sheet whatever lines it names, for documents that are about their shape only.</summary>
    public static Deal ReadShape(string json) => new JsonFile("Term sheet", "term sheet", null).Read(json, DealShape.Shape, _ => []);

    /// <summary>The problems of the sample term sheet after a change: Problems("facilities[0].commitment", "5") replaces a value, null removes it.</summary>
    public static IReadOnlyList<Problem> ProblemsWith(params (string Path, string? Json)[] changes) => Problems(() => Deal.Parse(Changed(DealPath, changes)));

    /// <summary>The problems of the sample market file after a change.</summary>
    public static IReadOnlyList<Problem> MarketProblemsWith(params (string Path, string? Json)[] changes) => Problems(() => Market.Parse(Changed(MarketPath, changes)));

    /// <summary>The problems of reading something; none where it reads.</summary>
    public static IReadOnlyList<Problem> Problems(Action read)
    {
        try
        {
            read();
            return [];
        }
        catch (InvalidInputException found)
        {
            return found.Problems;
        }
    }

    /// <summary>Fails unless there is one problem, with these words in its parts.</summary>
    public static void IsOnly(IReadOnlyList<Problem> problems, string subject, string fact, string allowed, string where)
    {
        Assert.True(problems.Count == 1, $"one problem is expected, not {problems.Count}:\n{string.Join('\n', problems)}");
        Assert.Equal(subject, problems[0].Subject);
        Assert.Contains(fact, problems[0].Fact, StringComparison.Ordinal);
        Assert.Contains(allowed, problems[0].Allowed, StringComparison.Ordinal);
        Assert.Equal(where, problems[0].Where);
    }

    public static string Changed(string file, (string Path, string? Json)[] changes)
    {
        var document = JsonNode.Parse(File.ReadAllText(file))!;
        foreach (var (path, json) in changes)
        {
            var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
            var around = steps[..^1].Aggregate(document, (node, step) => step[0] == '[' ? node[Index(step)]! : node[step]!);
            var value = json is null ? null : JsonNode.Parse(json);
            if (steps[^1][0] == '[') around[Index(steps[^1])] = value;
            else if (json is null) around.AsObject().Remove(steps[^1]);
            else around[steps[^1]] = value;
        }
        return document.ToJsonString();
    }

    static int Index(string step) => int.Parse(step[1..^1], System.Globalization.CultureInfo.InvariantCulture);
}
