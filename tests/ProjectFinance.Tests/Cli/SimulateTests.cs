using System.Globalization;
using ProjectFinance.Cli;

namespace ProjectFinance.Tests.Cli;

public sealed class SimulateTests : IDisposable
{
    static readonly string Deal = Repository.PathOf("seeds", "illinois-creek-1996-07.json");
    static readonly string Scenarios = Repository.PathOf("seeds", "scenarios-1996.json");

    readonly CommandLineTrial trial = new();

    public void Dispose() => trial.Dispose();

    [Fact]
    public void Simulate_ReferenceDeal_PrintsATableOf120Characters()
    {
        var (code, output, error) = Simulate("--paths", "3000", "--bands", "Ratios / DSCR");

        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("Illinois Creek, July 1996\n3,000 scenarios, ", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.All(["DSCR, lowest", "LLCR, lowest", "Project loan / Closing balance, on 2000-12-31", "Any breach", "Any event of default", "Ratios / DSCR by period"], words => Assert.Contains(words, output, StringComparison.Ordinal));
        Assert.All(output.Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 120));
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("csv")]
    public void Merge_OfShardsInAnyOrder_PrintsWhatTheWholePrints(string format)
    {
        string[] common = ["--paths", "10000", "--seed", "5", "--of", "lowest Ratios / DSCR", "--of", "total Proceeds Account / Distribution", "--quantiles", "0.1,0.9"];
        var whole = Simulate([.. common, "--format", format, "--threads", "2"]);
        foreach (int i in Enumerable.Range(0, 3))
            Assert.Equal((0, "", ""), Simulate([.. common, "--shard", $"{i.ToString(CultureInfo.InvariantCulture)}/3", "--threads", "1", "--out", trial.PathOf($"part-{i}.json")]));

        var merged = CommandLineTrial.Run("merge", trial.PathOf("part-2.json"), trial.PathOf("part-0.json"), trial.PathOf("part-2.json"), trial.PathOf("part-1.json"), "--format", format);
        var filed = CommandLineTrial.Run("merge", trial.PathOf("part-0.json"), trial.PathOf("part-1.json"), trial.PathOf("part-2.json"), "--format", format, "--out", trial.PathOf("result"));

        Assert.Equal((0, ""), (whole.Code, whole.Error));
        Assert.Equal(whole, merged);
        Assert.Equal((0, "", ""), filed);
        Assert.Equal(whole.Output, File.ReadAllText(trial.PathOf("result")));
        Assert.Equal(["part-0.json", "part-1.json", "part-2.json", "result"], trial.Files);
    }

    [Fact]
    public void Merge_WithShardsMissing_ListsThem()
    {
        var part = trial.PathOf("part");
        Simulate("--paths", "100", "--of", "lowest Ratios / DSCR", "--shard", "3/7", "--out", part);

        var (code, output, error) = CommandLineTrial.Run("merge", part);

        Assert.Equal((2, "", "Shards: of 7 these are missing: 0-2,4-6; run them and give every shard\n1 problem\n"), (code, output, error.ReplaceLineEndings("\n")));
    }

    [Fact]
    public void Merge_OfOtherFiles_NamesEach()
    {
        var (code, output, error) = CommandLineTrial.Run("merge", Deal, trial.PathOf("nothing"), trial.Folder);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains($"Shard file '{Deal}': it is not a shard file; give files that simulate --shard wrote", error, StringComparison.Ordinal);
        Assert.Contains("there is no file", error, StringComparison.Ordinal);
        Assert.Contains("is a directory", error, StringComparison.Ordinal);
        Assert.EndsWith("3 problems\n", error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--paths 0", "Number '0': it cannot be used here; give a whole number from 1 to 1000000000000000 (--paths)")]
    [InlineData("--paths many", "Number 'many': it cannot be used here")]
    [InlineData("--paths 10 --shard 4/4", "Shard '4/4': there is no part 4 of 4; shards count from 0: 0/4 to 3/4")]
    [InlineData("--paths 10 --shard 4", "Shard '4': it is not a shard; write I/N, such as 0/8 for the first of eight")]
    [InlineData("--paths 10 --shard 0/4 --format json", "Option --format: a shard is written in one way; leave it out, and give it to merge (--format)")]
    [InlineData("--paths 10 --threads 0", "Number '0': it cannot be used here; give a whole number from 1 to 1024 (--threads)")]
    [InlineData("--paths 10 --seed -1", "Seed '-1': it cannot be used here; give a whole number from 0 to 18446744073709551615 (--seed)")]
    [InlineData("--paths 10 --quantiles 0.5,2", "Number '2': it cannot be used here; give fractions from 0 to 1: 5 % is 0.05 (--quantiles)")]
    [InlineData("--paths 10 --tail 0", "Tail: 0 is not a part of a whole; give a fraction above 0 up to 1: 5 % is 0.05")]
    [InlineData("--paths 10 --raw nowhere", "Folder 'nowhere': there is none; give a folder that exists (--raw)")]
    [InlineData("--paths 10 --of Ratios", "Line 'Ratios': the model has no line of that name")]
    [InlineData("--paths 10 --of Ratios/DSCR", "Line 'Ratios/DSCR': the model has no line of that name; did you mean 'Ratios / DSCR'")]
    [InlineData("--paths 10 --bands Rations*", "Line pattern 'Rations*': no line's name is like it")]
    public void Simulate_BadArgument_SaysWhatAndWhatIsAllowed(string arguments, string said)
    {
        var (code, output, error) = Simulate(arguments.Split(' '));

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Simulate_SeveralBadArguments_AreReportedTogether()
    {
        var (code, _, error) = CommandLineTrial.Run("simulate", trial.PathOf("no-deal.json"), "--scenarios", trial.PathOf("no-scenarios.json"), "--paths", "0", "--shard", "9/2");

        Assert.Equal(2, code);
        Assert.EndsWith("4 problems\n", error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Simulate_WithoutScenarios_TakesTheOneFileBesideTheTermSheet()
    {
        string[] options = ["--paths", "100", "--of", "lowest Ratios / DSCR"];
        var deal = trial.File("deal.json", File.ReadAllText(Deal));

        var none = CommandLineTrial.Run(["simulate", deal, .. options]);
        trial.File("scenarios.json", File.ReadAllText(Scenarios));
        var one = CommandLineTrial.Run(["simulate", deal, .. options]);
        trial.File("scenarios-2.json", File.ReadAllText(Scenarios));
        var two = CommandLineTrial.Run(["simulate", deal, .. options]);

        Assert.Equal((2, "Scenarios: there is no file scenarios*.json beside the term sheet; name one (--scenarios)\n1 problem\n"), (none.Code, none.Error.ReplaceLineEndings("\n")));
        Assert.Equal(Simulate(options), one);
        Assert.Equal((2, "Scenarios: there are 2 beside the term sheet: scenarios-2.json, scenarios.json; name one (--scenarios)\n1 problem\n"), (two.Code, two.Error.ReplaceLineEndings("\n")));
    }

    [Fact]
    public void Simulate_Raw_WritesAFileAnOutput()
    {
        Assert.Equal(0, Simulate("--paths", "100", "--of", "lowest Ratios / DSCR", "--raw", trial.Folder).Code);

        Assert.Equal(["index.json", "lowest-ratios-dscr.npy"], trial.Files);
    }

    [Fact]
    public void Run_ThatWasStoppedOrCannotBeWritten_MayBeRetried()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var paper = new Paper(output, error, InColour: false);

        Assert.Equal(4, Retry.Run(paper, () => throw new OperationCanceledException()));
        Assert.Equal(4, Retry.Run(paper, () => throw new IOException("No space left on device.")));
        Assert.Equal(4, Retry.Run(paper, () => throw new UnauthorizedAccessException("Access is denied.")));
        Assert.Equal("Run: it was stopped; nothing was written; run the same command again\nRun: its output cannot be written: No space left on device; run the same command again\nRun: its output cannot be written: Access is denied; run the same command again\n", error.ToString().ReplaceLineEndings("\n"));
    }

    // Nobody may write to /sys, and what is found out before a long run is no reason to run it again.
    [SysFact]
    public void Simulate_ToWhereNothingCanBeWritten_IsRefusedBeforehand()
    {
        var (code, output, error) = Simulate("--paths", "1000000000000", "--out", "/sys/result.json", "--raw", "/sys");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("Output: '/sys/result.json' cannot be written: ", error, StringComparison.Ordinal);
        Assert.Contains("Folder '/sys': no file can be written to it: ", error, StringComparison.Ordinal);
        Assert.EndsWith("2 problems\n", error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_OfAShortRun_WritesNothing()
    {
        using var terminal = new StringWriter(CultureInfo.InvariantCulture);
        using (var progress = new ProgressLine(terminal)) progress.Report(new SimulationProgress(1, 2));

        Assert.Equal("", terminal.ToString());
    }

    static (int Code, string Output, string Error) Simulate(params string[] options) => CommandLineTrial.Run(["simulate", Deal, "--scenarios", Scenarios, .. options]);
}

/// <summary>A test that needs a folder to which nobody may write; skipped where there is no /sys.</summary>
public sealed class SysFactAttribute : FactAttribute
{
    /// <summary>Skips the test, with its reason, where there is no such folder.</summary>
    public SysFactAttribute() => Skip = Directory.Exists("/sys/kernel") ? null : "needs a folder /sys to which nobody may write";
}
