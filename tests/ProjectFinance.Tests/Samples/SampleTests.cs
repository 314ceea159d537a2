using System.Globalization;
using ProjectFinance.Deals;
using ProjectFinance.Reporting;
using ProjectFinance.Results;

namespace ProjectFinance.Tests.Samples;

/// <summary>The samples in the documents compile, run and are shown as they are.</summary>
public class SampleTests
{
    [Fact]
    public void Readme_SmallLoan_IsTheCompiledSample() =>
        Assert.Contains(Region("SmallLoan.cs"), File.ReadAllText(Repository.PathOf("README.md")), StringComparison.Ordinal);

    [Fact]
    public void PageOfSimulation_GoldRisk_IsTheCompiledSample()
    {
        Assert.Contains(Region("GoldRisk.cs"), File.ReadAllText(Repository.PathOf("docs", "simulation.md")), StringComparison.Ordinal);

        using var output = new StringWriter(CultureInfo.InvariantCulture);
        GoldRisk.Print(Repository.PathOf("seeds", "illinois-creek-1996-07.json"), Repository.PathOf("seeds", "scenarios-1996.json"), output);
        Assert.Matches(@"^Lowest DSCR 0\.\d\d on average, -?0\.\d\d in the worst 5\s?%\r?\nA breach in 9\d\.\d\s?% of scenarios, in half of them by 199\d-\d\d-\d\d\r?\n$", output.ToString());
    }

    // What each prints is compared when the build runs them.
    [Fact]
    public void PageOfSamples_ShowsEveryProgramAsItIs()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "samples.md"));
        var programs = Directory.GetFiles(Repository.PathOf("samples"), "*.cs");
        Assert.NotEmpty(programs);
        Assert.All(programs, program => Assert.Contains($"`samples/{Path.GetFileName(program)}`\n\n```csharp\n{File.ReadAllText(program)}```\n\n```text\n", page, StringComparison.Ordinal));
    }

    // The excerpt of the statement shown to a reader is what the program prints.
    [Fact]
    public void Readme_Statement_IsWhatTheReferenceDealPrints()
    {
        var deal = DealLayout.Lay(Deal.Read(Repository.PathOf("seeds", "illinois-creek-1996-07.json")), Market.Read(Repository.PathOf("seeds", "market-1996-2001.json")));
        var printed = StatementText.Write(deal, new Runner(deal.Model).Run()).Split('\n').Select(line => line.TrimEnd()).ToHashSet();
        var shown = File.ReadLines(Repository.PathOf("README.md"))
            .SkipWhile(line => !line.StartsWith("Project loan            USD", StringComparison.Ordinal))
            .TakeWhile(line => line != "```").Where(line => line != "...").ToList();

        Assert.True(shown.Count > 5);
        Assert.All(shown, line => Assert.Contains(line.TrimEnd(), printed));
    }

    // By hand, in decimal: 70 % of 5,000,000 twice; 3.60 + 2.75 % on the opening balance, ACT/360; eighths of 7,000,000.
    [Fact]
    public void SmallLoan_Printed_IsTheLoanByHand()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        SmallLoan.Print(output);
        var rows = output.ToString().TrimEnd().Split('\n').Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();

        Assert.Equal(12, rows.Count);
        Assert.Equal(["2027-03-31", "3,500,000", "0", "0", "3,500,000", "Infinity"], rows[0].Select(NotApplicable));
        // 3,500,000 x 6.35 % x 91/360 = 56,179.86.
        Assert.Equal(["2027-06-30", "3,500,000", "56,180", "0", "7,000,000", "Infinity"], rows[1].Select(NotApplicable));
        // 7,000,000 x 6.35 % x 92/360 = 113,594.44; 1,450,000 / (113,594.44 + 875,000) = 1.4667.
        Assert.Equal(["2027-09-30", "0", "113,594", "875,000", "6,125,000", "1.47"], rows[2]);
        // The eighth instalment falls on the tenth quarter: 875,000 x 6.35 % x 91/360 = 14,044.97; 1,450,000 / 889,044.97 = 1.63.
        Assert.Equal(["2029-06-30", "0", "14,045", "875,000", "0", "1.63"], rows[9]);
        Assert.Equal("0", rows[11][4]);
    }

    static string NotApplicable(string text) => text is "∞" or "Infinity" ? "Infinity" : text;

    static string Region(string file)
    {
        var lines = File.ReadAllLines(Repository.PathOf("tests", "ProjectFinance.Tests", "Samples", file));
        return string.Join('\n', lines.SkipWhile(line => !line.StartsWith("#region", StringComparison.Ordinal)).Skip(1).TakeWhile(line => !line.StartsWith("#endregion", StringComparison.Ordinal)));
    }
}
