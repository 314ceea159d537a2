using ProjectFinance.Tests.Cli;
using ProjectFinance.Tests.Deals;

namespace ProjectFinance.Tests.Excel;

/// <summary>The verb export: what it writes, and what it refuses without leaving anything behind.</summary>
public sealed class ExportVerbTests : IDisposable
{
    readonly CommandLineTrial trial = new();

    public void Dispose() => trial.Dispose();

    [Theory]
    [InlineData("deal.xlsx")]
    [InlineData("deal.XLSX")]
    [InlineData("deal.csv")]
    [InlineData("deal.json")]
    public void Export_ToAKindOfFile_WritesItTheSameEveryTime(string name)
    {
        var first = Export(name);
        var bytes = File.ReadAllBytes(trial.PathOf(name));
        var second = Export(name);

        Assert.Equal((0, 0, "", ""), (first.Code, second.Code, first.Error, first.Output));
        Assert.Equal(bytes, File.ReadAllBytes(trial.PathOf(name)));
        Assert.Equal([name], trial.Files);
    }

    [Fact]
    public void Export_Lines_WritesOnlyThose()
    {
        Assert.Equal(0, Export("deal.csv", "--lines", "Project loan / *balance").Code);

        Assert.All(File.ReadLines(trial.PathOf("deal.csv")).Skip(1), line => Assert.Contains("balance", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("deal.pdf", "'.pdf' is no kind of file that can be written; end its name with .xlsx, .html, .csv or .json")]
    [InlineData("deal", "its name has no ending, which says what to write; end its name with .xlsx, .html, .csv or .json")]
    [InlineData("none/deal.xlsx", "there is no directory")]
    public void Export_ToWhatCannotBeWritten_IsRefused(string name, string problem)
    {
        var (code, _, error) = Export(name);

        Assert.Equal(2, code);
        Assert.Contains(problem, error, StringComparison.Ordinal);
        Assert.Empty(trial.Files);
    }

    [Fact]
    public void Export_ToADirectory_IsRefused()
    {
        Directory.CreateDirectory(trial.PathOf("folder.xlsx"));

        var (code, _, error) = Export("folder.xlsx");

        Assert.Equal(2, code);
        Assert.Contains("is a directory", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Export_EverythingWrong_IsSaidAtOnce()
    {
        var (code, _, error) = CommandLineTrial.Run("export", trial.PathOf("missing.json"), "--to", trial.PathOf("deal.pdf"), "--as-of", "1996-13-01");

        Assert.Equal(2, code);
        Assert.Contains("3 problems", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Export_WithoutAFile_IsRefused() => Assert.Equal(2, CommandLineTrial.Run("export", SampleFiles.DealPath).Code);

    [Fact]
    public void Export_LinesOfAWorkbook_IsRefused()
    {
        var (code, _, error) = Export("deal.xlsx", "--lines", "Project loan / *");

        Assert.Equal(2, code);
        Assert.Contains("a workbook has every line", error, StringComparison.Ordinal);
    }

    (int Code, string Output, string Error) Export(string name, params string[] more) =>
        CommandLineTrial.Run(["export", SampleFiles.DealPath, "--to", trial.PathOf(name), .. more]);
}
