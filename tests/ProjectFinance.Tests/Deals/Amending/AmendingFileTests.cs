using System.Text.Json.Nodes;
using ProjectFinance.Tests.Cli;

namespace ProjectFinance.Tests.Deals.Amending;

/// <summary>Term sheets that are another one with amendments.</summary>
public sealed class AmendingFileTests : IDisposable
{
    const string Later = """
        { "amends": "base.json", "name": "Illinois Creek, November 1996", "amendments": [
            { "name": "First Amendment", "effective": "1996-11-15", "known": "1996-11-20", "source": "8-K 1996-11-12",
              "changes": [ { "commitment": { "facility": "Project loan", "to": "USD 20,500,000" } } ] } ] }
        """;

    readonly CommandLineTrial trial = new();

    public AmendingFileTests() => trial.File("base.json", File.ReadAllText(Repository.PathOf("seeds", "illinois-creek-1996-07.json")));

    public void Dispose() => trial.Dispose();

    [Fact]
    public void Read_AFileThatAmends_IsTheOtherWithItsAmendments()
    {
        var deal = Deal.Read(trial.File("later.json", Later));
        Assert.Equal("Illinois Creek, November 1996", deal.Name);
        Assert.Equal("First Amendment", Assert.Single(deal.Amendments).Name);
        Assert.Equal(Deal.Read(trial.PathOf("base.json")).ToJson(), (deal with { Name = "Illinois Creek, July 1996", Amendments = [] }).ToJson());
        Assert.Equal(20_500_000, deal.UnderstoodOn().Facilities[0].Commitment.Changes[0].To.Value);
    }

    [Fact]
    public void Read_AChain_HasTheAmendmentsOfAll()
    {
        trial.File("later.json", Later);
        var deal = Deal.Read(trial.File("latest.json", """
            { "amends": "later.json", "about": "Merged.", "amendments": [ { "name": "Merger", "effective": "1997-01-03", "changes": [ { "expected": { "milestone": "Completion", "date": "1997-10-31" } } ] } ] }
            """));
        Assert.Equal(["First Amendment", "Merger"], deal.Amendments.Select(amendment => amendment.Name));
        Assert.Equal(("Illinois Creek, November 1996", "Merged."), (deal.Name, deal.About));
    }

    [Fact]
    public void Read_ACircle_SaysWhoAmendsWhom()
    {
        trial.File("one.json", """{ "amends": "two.json", "amendments": [] }""");
        var found = Assert.Throws<InvalidInputException>(() => Deal.Read(trial.File("two.json", """{ "amends": "one.json", "amendments": [] }""")));
        Assert.Contains("the files amend each other in a circle: two.json amends one.json amends two.json", Assert.Single(found.Problems).Fact, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AFileThatAmendsNone_SaysThatItIsMissing()
    {
        var found = Assert.Throws<InvalidInputException>(() => Deal.Read(trial.File("later.json", Later.Replace("base.json", "bass.json", StringComparison.Ordinal))));
        Assert.Equal(("there is no file 'bass.json' to amend", "amends"), (Assert.Single(found.Problems).Fact, found.Problems[0].Where));
    }

    [Fact]
    public void Parse_TextThatAmends_SaysThatItHasNoFolder() =>
        Assert.Contains("no folder", Assert.Single(Assert.Throws<InvalidInputException>(() => Deal.Parse(Later)).Problems).Fact, StringComparison.Ordinal);

    [Fact]
    public void Read_WithProblems_SaysInWhichFile()
    {
        trial.File("later.json", Later);
        var found = Assert.Throws<InvalidInputException>(() => Deal.Read(trial.File("latest.json", """
            { "amends": "later.json", "amendments": [ { "name": "Merger", "effective": "1997-01-03", "changes": [ { "expected": { "milestone": "Complation", "date": "1997-10-31" } } ] } ] }
            """)));
        Assert.Equal("amendments[0].changes[0].expected.milestone", Assert.Single(found.Problems).Where);

        trial.File("later.json", Later.Replace("Project loan", "Project lone", StringComparison.Ordinal));
        found = Assert.Throws<InvalidInputException>(() => Deal.Read(trial.PathOf("latest.json")));
        Assert.Equal("later.json: amendments[0].changes[0].commitment.facility", Assert.Single(found.Problems).Where);
    }

    [Fact]
    public void Run_AsOf_IsTheDealAsThenUnderstood()
    {
        var later = trial.File("later.json", Later);
        var (before, after) = (Lines("1996-11-19"), Lines("1996-11-20"));
        Assert.Equal(CommandLineTrial.Run("run", trial.PathOf("base.json"), "--lines", "Project loan / *", "--as-of", "1996-11-19").Output, before);
        Assert.NotEqual(before, after);
        Assert.Equal(0, CommandLineTrial.Run("check", later).Code);

        string Lines(string asOf) => CommandLineTrial.Run("run", later, "--lines", "Project loan / *", "--as-of", asOf).Output;
    }

    [Fact]
    public void Schema_OfAmendments_KnowsTheFile()
    {
        var schema = new SchemaCheck(JsonNode.Parse(DealSchema.AmendmentsJson())!.AsObject());
        Assert.Empty(schema.Errors(JsonNode.Parse(Later)));
        Assert.NotEmpty(schema.Errors(JsonNode.Parse(Later.Replace("\"facility\"", "\"loan\"", StringComparison.Ordinal))));
        Assert.Equal(DealSchema.AmendmentsJson(), CommandLineTrial.Run("schema", "amendments").Output);
    }
}
