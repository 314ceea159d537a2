using ProjectFinance.Tests.Deals;
using ProjectFinance.Tests.Reporting;

namespace ProjectFinance.Tests.Cli;

public sealed class RunHtmlVerbTests : IDisposable
{
    static readonly string Reference = Repository.PathOf("seeds", "illinois-creek-1996-07.json");

    readonly CommandLineTrial trial = new();

    public void Dispose() => trial.Dispose();

    [Fact]
    public void Run_AsHtml_WritesThePage()
    {
        var path = trial.PathOf("report.html");
        var printed = CommandLineTrial.Run("run", SampleFiles.DealPath, "--format", "html");

        Assert.Equal((0, ""), (printed.Code, printed.Error));
        Assert.Equal((0, "", ""), CommandLineTrial.Run("run", SampleFiles.DealPath, "--format", "html", "--out", path));
        Assert.Equal(printed.Output, File.ReadAllText(path));
        Assert.Equal("Illinois Creek, July 1996", RunPages.Read(printed.Output).All("h1").Single().Text());
    }

    [Fact]
    public void Run_AsHtmlByQuarter_HasQuarters()
    {
        var (_, output, _) = CommandLineTrial.Run("run", SampleFiles.DealPath, "--format", "html", "--by", "quarter");

        Assert.Contains(RunPages.Read(output).Section("statement").All("th"), head => head.Text() == "1996-Q4");
    }

    [Fact]
    public void Run_AsHtmlWithActuals_SetsThemAgainstThePlan()
    {
        string[] actuals = ["--market", Repository.PathOf("seeds", "market-1996-2001.json"), "--actuals", Repository.PathOf("samples", "actuals-1996.csv")];
        var path = trial.PathOf("report.html");
        var printed = CommandLineTrial.Run(["run", Reference, .. actuals, "--format", "html"]);
        var section = RunPages.Read(printed.Output).Section("variance");

        // As docs/actuals.md prints it.
        Assert.Equal(["Project loan / Draw", "16,878,362", "18,090,000", "1,211,638", "(6,208,010)", "7,419,648", "1996-12-31"], section.All("table").First().Rows()[1].Take(7));
        Assert.Equal((0, "", ""), CommandLineTrial.Run(["export", Reference, .. actuals, "--to", path]));
        Assert.Equal(printed.Output, File.ReadAllText(path));
        var attributed = CommandLineTrial.Run(["run", Reference, .. actuals, "--format", "html", "--of", "total Project loan / Interest paid"]);
        var told = CommandLineTrial.Run(["run", Reference, .. actuals, "--of", "total Project loan / Interest paid"]).Output.Split('\n').Single(line => line.StartsWith("Actual, Project loan / Draw ", StringComparison.Ordinal));
        Assert.Equal(told.Split(' ', StringSplitOptions.RemoveEmptyEntries)[5], RunPages.Read(attributed.Output).Section("variance").All("table").Last().Rows().Single(row => row[0] == "Actual, Project loan / Draw")[1]);
        var refused = CommandLineTrial.Run(["run", Reference, .. actuals, "--format", "html", "--variance"]);
        Assert.Equal((2, ""), (refused.Code, refused.Output));
        Assert.StartsWith("Option --variance: a page always has it", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Export_AsHtml_WritesThePage()
    {
        var path = trial.PathOf("report.html");

        Assert.Equal((0, "", ""), CommandLineTrial.Run("export", SampleFiles.DealPath, "--to", path));
        Assert.Equal(CommandLineTrial.Run("run", SampleFiles.DealPath, "--format", "html").Output, File.ReadAllText(path));
    }

    [Theory]
    [InlineData("Option --lines", "export", "DEAL", "--to", "FOLDER/report.html", "--lines", "Project loan / *")]
    [InlineData("Option --lines", "run", "DEAL", "--format", "html", "--lines", "Project loan / *")]
    [InlineData("Option --lines", "run", "DEAL", "--format", "html", "--all")]
    [InlineData("Option --calendar", "run", "DEAL", "--format", "html", "--calendar")]
    [InlineData("Option --simulation", "run", "DEAL", "--simulation", "DEAL")]
    [InlineData("Output", "run", "DEAL", "--format", "html", "--out", "FOLDER")]
    [InlineData("Output", "run", "DEAL", "--format", "html", "--out", "FOLDER/none/report.html")]
    public void Run_AsHtmlWithWhatDoesNotGoWithIt_ReturnsTwo(string subject, params string[] args)
    {
        var (code, output, error) = CommandLineTrial.Run([.. args.Select(arg => arg.Replace("DEAL", SampleFiles.DealPath, StringComparison.Ordinal).Replace("FOLDER", trial.Folder, StringComparison.Ordinal))]);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(subject, error, StringComparison.Ordinal);
        Assert.Empty(trial.Files);
    }

    [Fact]
    public void Simulation_OfTheSameDealInShards_IsOnThePage()
    {
        var scenarios = Repository.PathOf("seeds", "scenarios-1996.json");
        Assert.Equal((0, "", ""), CommandLineTrial.Run("simulate", Reference, "--scenarios", scenarios, "--paths", "100", "--shard", "0/2", "--out", trial.PathOf("0.json")));
        Assert.Equal((0, "", ""), CommandLineTrial.Run("simulate", Reference, "--scenarios", scenarios, "--paths", "100", "--shard", "1/2", "--out", trial.PathOf("1.json")));
        string[] page = ["--format", "html", "--out", trial.PathOf("report.html"), "--simulation", trial.PathOf("0.json")];

        Assert.Equal((0, "", ""), CommandLineTrial.Run(["run", Reference, .. page, "--simulation", trial.PathOf("1.json")]));
        Assert.StartsWith("100 scenarios", RunPages.Read(File.ReadAllText(trial.PathOf("report.html"))).Section("simulation").Elements("p").First().Text(), StringComparison.Ordinal);
        var incomplete = CommandLineTrial.Run(["run", Reference, .. page]);
        Assert.Equal(2, incomplete.Code);
        Assert.StartsWith("Shards: of 2 these are missing: 1", incomplete.Error, StringComparison.Ordinal);
        var other = CommandLineTrial.Run(["run", SampleFiles.DealPath, .. page, "--simulation", trial.PathOf("1.json")]);
        Assert.Equal(2, other.Code);
        Assert.StartsWith("Simulation: its deal is sha256:", other.Error, StringComparison.Ordinal);
    }
}
