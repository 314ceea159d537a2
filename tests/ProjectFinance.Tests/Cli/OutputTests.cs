using System.Text.Json;
using ProjectFinance.Tests.Deals;

namespace ProjectFinance.Tests.Cli;

public sealed class OutputTests : IDisposable
{
    readonly CommandLineTrial trial = new();

    public void Dispose() => trial.Dispose();

    [Fact]
    public void Run_SampleDeal_PrintsHeadlineFirstWithoutColour()
    {
        var (code, output, error) = CommandLineTrial.Run("run", SampleFiles.DealPath);

        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("Illinois Creek, July 1996\nClosing 1996-07-11", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 120));
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("csv")]
    public void Run_CheckThatIsNotZero_IsPrintedAndReturnsOne(string format)
    {
        // A term sheet may write checks of its own; this one is off by USD 165,000 in every period.
        var deal = trial.Deal("\"kind\": \"flow\"", "\"kind\": \"check\"");

        var (code, output, error) = CommandLineTrial.Run("run", deal, "--format", format);

        Assert.Equal(1, code);
        Assert.Contains("Sponsor / Overhead", output, StringComparison.Ordinal);
        Assert.StartsWith("Check 'Sponsor / Overhead': it is off by 165000 in the period ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("csv")]
    public void Run_OutFile_HoldsWhatWouldBePrinted(string format)
    {
        var path = trial.PathOf("result");

        var printed = CommandLineTrial.Run("run", SampleFiles.DealPath, "--format", format);
        var filed = CommandLineTrial.Run("run", SampleFiles.DealPath, "--format", format, "--out", path);

        Assert.Equal((0, "", ""), filed);
        // UTF-8 without a byte order mark, and no other file beside it.
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(printed.Output), File.ReadAllBytes(path));
        Assert.Equal(["result"], trial.Files);
    }

    [Fact]
    public void Run_OutFileThatExists_IsReplaced()
    {
        var path = trial.File("result", new string('x', 1_000_000));

        var (code, _, _) = CommandLineTrial.Run("run", SampleFiles.DealPath, "--format", "json", "--out", path);

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        Assert.Equal(["result"], trial.Files);
    }

    [Theory]
    [InlineData("", "is a directory")]
    [InlineData("none/result", "there is no directory")]
    public void Run_OutFileThatCannotBe_LeavesNothing(string name, string said)
    {
        var (code, output, error) = CommandLineTrial.Run("run", SampleFiles.DealPath, "--out", trial.PathOf(name));

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.Empty(trial.Files);
    }

    [Fact]
    public void Run_OutFileIsTheTermSheet_LeavesItAsItWas()
    {
        var deal = trial.Deal("Illinois Creek", "Illinois Creek");
        var before = File.ReadAllText(deal);

        var (code, _, error) = CommandLineTrial.Run("run", deal, "--out", deal);

        Assert.Equal(2, code);
        Assert.Contains("is one of the files to be read", error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(deal));
    }

    [Fact]
    public void Run_BadTermSheet_WritesNoFile()
    {
        var (code, _, _) = CommandLineTrial.Run("run", trial.Deal("\"closing\": \"1996-07-11\"", "\"closing\": 1"), "--out", trial.PathOf("result"));

        Assert.Equal(2, code);
        Assert.Equal(["deal.json"], trial.Files);
    }

    [Fact]
    public void Run_OutputThatTakesNothing_IsUnusable()
    {
        using var error = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        using var full = new StreamWriter(new FullStream(), leaveOpen: true);

        int code = ProjectFinance.Cli.CommandLine.Run(["schema"], full, error);

        Assert.Equal(2, code);
        Assert.Contains("no room", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_LinesPattern_PrintsOnlyThose()
    {
        var (code, output, _) = CommandLineTrial.Run("run", SampleFiles.DealPath, "--lines", "project LOAN / closing*", "--format", "csv");

        Assert.Equal(0, code);
        Assert.Equal(["name", "Project loan / Closing balance"], output.TrimEnd().Split("\r\n").Select(row => row.Split(',')[0]));
    }

    [Fact]
    public void Run_ByWithJson_IsRefused()
    {
        var (code, _, error) = CommandLineTrial.Run("run", SampleFiles.DealPath, "--by", "year", "--format", "json");

        Assert.Equal(2, code);
        Assert.Contains("always has every column", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("half", "1996-H2")]
    [InlineData("quarter", "1997-Q3")]
    [InlineData("column", "1997-09-30")]
    public void Run_By_HeadsColumnsSo(string by, string label)
    {
        var (code, output, _) = CommandLineTrial.Run("run", SampleFiles.DealPath, "--lines", "Project loan / Draw", "--by", by);

        Assert.Equal(0, code);
        Assert.Contains(label, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_GoodDeal_SaysSoInShort()
    {
        var (code, output, error) = CommandLineTrial.Run("check", Repository.PathOf("seeds", "illinois-creek-1996-07.json"), "--market", Repository.PathOf("seeds", "market-1996-2001.json"));

        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("no problems: Illinois Creek, July 1996", output, StringComparison.Ordinal);
        Assert.Contains("facilities: Project loan", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_Cell_NamesFormulaAndClause()
    {
        var (code, output, error) = CommandLineTrial.Run("explain", SampleFiles.DealPath, "project loan / establishment fee", "1996-07-11");

        // 8-K 1996-07-11, Item 5(a): an establishment fee of USD 292,500.
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("USD 292,500.00", output, StringComparison.Ordinal);
        Assert.Contains("8-K 1996-07-11, Item 5(a)", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_Json_IsATreeOfParts()
    {
        var (code, output, _) = CommandLineTrial.Run("explain", SampleFiles.DealPath, "Project loan / Rate", "1996-09-30", "--depth", "2", "--format", "json");

        using var json = JsonDocument.Parse(output);
        Assert.Equal(0, code);
        // The plan's index 5.6875 %, on a sixteenth already, and the margin 2.25 %.
        Assert.Equal(0.079375, json.RootElement.GetProperty("value").GetDouble(), 12);
        Assert.Equal("1996-09-30", json.RootElement.GetProperty("period").GetProperty("end").GetString());
        Assert.Equal(["Project loan / Index", "Project loan / Margin"], json.RootElement.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("deal")]
    [InlineData("market")]
    [InlineData("scenarios")]
    public void Schema_OfEither_IsAJsonSchema(string kind)
    {
        var (code, output, error) = CommandLineTrial.Run("schema", kind);

        using var json = JsonDocument.Parse(output);
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("https://json-schema.org/", json.RootElement.GetProperty("$schema").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("run")]
    [InlineData("check")]
    [InlineData("explain")]
    [InlineData("compare")]
    [InlineData("schema")]
    public void Help_OfEachVerb_ShowsAnExampleAndExitCodes(params string[] verb)
    {
        var (code, output, error) = CommandLineTrial.Run([.. verb, "--help"]);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains($"projectfinance {(verb.Length == 0 ? "run" : verb[0])} ", output[output.IndexOf("Example:", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("Exit codes:", output, StringComparison.Ordinal);
    }

    /// <summary>A disk without room.</summary>
    sealed class FullStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("no room");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("no room");
    }
}
