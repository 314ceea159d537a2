using ProjectFinance.Reporting;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Tests.Scenarios;

/// <summary>Shards: the whole, bit for bit, in any order and given twice; refused where they do not make a whole.</summary>
public sealed class ShardTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    [InlineData(6, 3)]
    [InlineData(11, 1)]
    public void Shards_InAnyOrderAndTwice_AreTheWholeByteForByte(int of, int threads)
    {
        var files = Enumerable.Range(0, of).Select(i => SimulatedDeal.Part(i, of, options => options with { Threads = threads }).ToJson()).ToArray();
        var whole = SimulatedDeal.Json();
        var random = new Random(of);

        for (int trial = 0; trial < 3; trial++)
        {
            random.Shuffle(files);
            Assert.Equal(whole, Merged([.. files, files[0]]));
        }
    }

    [Fact]
    public void Shard_RunAgain_IsTheSameBytes() =>
        Assert.Equal(SimulatedDeal.Part(1, 3).ToJson(), SimulatedDeal.Part(1, 3, options => options with { Threads = 2, Width = 64 }).ToJson());

    [Fact]
    public void Shard_ReadBack_WritesTheSameBytes()
    {
        var json = SimulatedDeal.Part(0, 2).ToJson();
        Assert.Equal(json, SimulationPart.Parse(json).ToJson());
    }

    [Theory]
    [InlineData("1,3,4,7", "0,2,5-6")]
    [InlineData("0,1,2,3", "4-7")]
    [InlineData("7", "0-6")]
    public void Merge_WithoutSomeShards_ListsThemAsArrayJobsTakeThem(string given, string missing) =>
        Assert.Equal($"Shards: of 8 these are missing: {missing}; run them and give every shard", Problems(given.Split(',').Select(i => Small(int.Parse(i, System.Globalization.CultureInfo.InvariantCulture), 8))));

    [Fact]
    public void Merge_OfNothing_IsRefused() => Assert.Equal("Shards: there are none; give every shard of a simulation", Problems([]));

    // Another seed gives other values in scenario 0: that is no second problem.
    [Fact]
    public void Merge_OfAnotherSeed_TellsNoConsequence()
    {
        var (first, second) = (Small(0, 2), Small(1, 2, options => options with { Identity = SimulatedDeal.SimulationIdentity("8") }));

        Assert.Equal(["its seed is 8, not 7", "of 2 these are missing: 1"], Assert.Throws<InvalidInputException>(() => SimulationPart.Merge([first, second])).Problems.Select(problem => problem.Fact));
    }

    [Fact]
    public void Merge_OfDifferentSimulations_SaysWhatDiffers()
    {
        var first = Named("a", Small(0, 2));

        Assert.Equal("Shard file 'b': its seed is 8, not 7; merge the shards of one simulation; Shard file 'a' is of another", FirstProblem(first, Named("b", Small(1, 2, options => options with { Identity = SimulatedDeal.SimulationIdentity("8") }))));
        Assert.Equal("Shard file 'b': its simulation has 101 scenarios, not 100; merge the shards of one simulation; Shard file 'a' is of another", FirstProblem(first, Named("b", Small(1, 2, options => options with { Paths = 101 }))));
        Assert.Equal("Shard file 'b': its simulation has 3 shards, not 2; merge the shards of one simulation; Shard file 'a' is of another", FirstProblem(first, Named("b", Small(1, 3))));
        Assert.Equal("Shard file 'b': it has other outputs, bands, quantiles or periods; merge the shards of one simulation; Shard file 'a' is of another", FirstProblem(first, Named("b", Small(1, 2, options => options with { Outputs = ["highest Ratios / DSCR"] }))));
        Assert.Equal("Shard file 'b': it was written by version 9.9.9, not 0.1.0; merge the shards of one simulation; Shard file 'a' is of another",
            FirstProblem(first, SimulationPart.Parse(Small(1, 2).ToJson().Replace("\"engine\":\"0.1.0\"", "\"engine\":\"9.9.9\"", StringComparison.Ordinal), "b")));
    }

    [Fact]
    public void Merge_OfTwoShardsOfOneNumberThatDiffer_IsRefused()
    {
        var other = Small(1, 2).ToJson().Replace("\"scenario\":", "\"scenario\":1", StringComparison.Ordinal);

        Assert.Equal("Shard file 'b': its scenarios are also in Shard 1/2, with other results; a shard run twice writes the same bytes; run it again with one version of the program and the same files",
            Problems([Small(0, 2), Small(1, 2), SimulationPart.Parse(other, "b")]));
    }

    [Fact]
    public void Shards_MoreThanBlocks_AreEmptyAndMerge()
    {
        var parts = Enumerable.Range(0, 5).Select(i => Small(i, 5)).ToArray();

        Assert.Contains("\"blocks\":{\"scenarios\":4096,\"first\":0,\"end\":0}", parts[0].ToJson(), StringComparison.Ordinal);
        Assert.Equal(SimulationJson.Write(SimulationPart.Merge([Small(0, 1)])), SimulationJson.Write(SimulationPart.Merge(parts.Select(part => SimulationPart.Parse(part.ToJson())))));
    }

    [Theory]
    [InlineData("\"format\":\"ProjectFinance shard\"", "\"format\":\"something\"", "it is not a shard file; give files that simulate --shard wrote")]
    [InlineData("\"version\":1,", "\"version\":2,", "its format has version 2; this program reads version 1; run the shard again with it")]
    [InlineData("\"count\":100,", "\"count\":99,", "it is damaged or not whole; run the shard again")]
    [InlineData("\"shard\":0,", "\"shard\":7,", "it is damaged or not whole; run the shard again")]
    [InlineData("\"end\":1}", "\"end\":2}", "it is damaged or not whole; run the shard again")]
    [InlineData("\"anchor\":\"", "\"anchor\":\"x", "it is damaged or not whole; run the shard again")]
    [InlineData("\"sums\":[", "\"sums\":[7,", "it is damaged or not whole; run the shard again")]
    [InlineData("\"events\":", "\"happenings\":", "it is damaged or not whole; run the shard again")]
    [InlineData("{", "[", "it is damaged or not whole; run the shard again")]
    public void File_ThatIsNoShard_IsRefused(string old, string with, string said)
    {
        var json = Small(0, 1).ToJson();
        Assert.Contains(old, json, StringComparison.Ordinal);
        int at = json.IndexOf(old, StringComparison.Ordinal);

        var found = Assert.Throws<InvalidInputException>(() => SimulationPart.Parse(json[..at] + with + json[(at + old.Length)..], "part"));

        Assert.Equal($"Shard file 'part': {said}", found.Message);
    }

    [Fact]
    public void File_CutShort_IsRefused()
    {
        var json = Small(0, 1).ToJson();
        foreach (int length in new[] { 0, 1, 100, json.Length / 2, json.Length - 3 })
            Assert.Equal("Shard file 'part': it is damaged or not whole; run the shard again", Assert.Throws<InvalidInputException>(() => SimulationPart.Parse(json[..length], "part")).Message);
    }

    [Theory]
    [InlineData("3/3", "there is no part 3 of 3; shards count from 0: 0/3 to 2/3")]
    [InlineData("0/0", "there are no parts; the second number says how many parts there are, at least 1")]
    [InlineData("-1/3", "it is not a shard; write I/N, such as 0/8 for the first of eight")]
    [InlineData("1", "it is not a shard; write I/N, such as 0/8 for the first of eight")]
    [InlineData("1/2/3", "it is not a shard; write I/N, such as 0/8 for the first of eight")]
    [InlineData("", "it is not a shard; write I/N, such as 0/8 for the first of eight")]
    public void Shard_ThatCannotBe_IsRefused(string text, string said) => Assert.Equal($"Shard '{text}': {said}", Assert.Throws<InvalidInputException>(() => Shard.Parse(text)).Message);

    static SimulationPart Small(int index, int of, Func<SimulationOptions, SimulationOptions>? change = null) =>
        SimulatedDeal.Part(index, of, options => (change ?? (o => o))(options with { Paths = 100, Bands = [] }));

    static SimulationPart Named(string name, SimulationPart part) => SimulationPart.Parse(part.ToJson(), name);

    static string Merged(IEnumerable<string> files) => SimulationJson.Write(SimulationPart.Merge(files.Select(file => SimulationPart.Parse(file))));

    static string Problems(IEnumerable<SimulationPart> parts) => Assert.Throws<InvalidInputException>(() => SimulationPart.Merge(parts)).Message;

    static string FirstProblem(params SimulationPart[] parts) => Assert.Throws<InvalidInputException>(() => SimulationPart.Merge(parts)).Problems[0].ToString();
}
