using System.Text.Json;
using ProjectFinance.Tests.Deals;
using ProjectFinance.Tests.Results;

namespace ProjectFinance.Tests.Cli;

public sealed class CompareTests : IDisposable
{
    readonly CommandLineTrial trial = new();

    public void Dispose() => trial.Dispose();

    [Fact]
    public void Compare_DealsOfTwoMargins_TellsTheTerm()
    {
        var (code, output, error) = CommandLineTrial.Run("compare", First(), Second());

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("Facility 'Loan': interest, margin 2% -> 3%\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void Compare_OneFileTwice_NothingDiffers()
    {
        var (code, output, _) = CommandLineTrial.Run("compare", SampleFiles.DealPath, SampleFiles.DealPath);

        Assert.Equal(0, code);
        Assert.Contains("Nothing differs: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_OneFileAsKnownOnTwoDays_TellsPricesThatCame()
    {
        var (deal, market) = (Repository.PathOf("seeds", "illinois-creek-1996-07.json"), Repository.PathOf("seeds", "market-1996-2001.json"));

        var (code, output, _) = CommandLineTrial.Run("compare", deal, deal, "--market", market, "--as-of", "1996-12-31", "--as-of", "1998-12-31", "--format", "json");

        using var json = JsonDocument.Parse(output);
        Assert.Equal(0, code);
        Assert.Equal(("1996-12-31", "1998-12-31"), (json.RootElement.GetProperty("first").GetProperty("asOf").GetString(), json.RootElement.GetProperty("second").GetProperty("asOf").GetString()));
        Assert.Empty(json.RootElement.GetProperty("terms").EnumerateArray());
        var gold = json.RootElement.GetProperty("lines").EnumerateArray().Single(line => line.GetProperty("name").GetString() == "Project / Gold price");
        // The plan's price of USD 385 until it is known; the first price of 1997 is known on the second day only.
        Assert.Equal("1997-03-31", gold.GetProperty("from").GetString());
        Assert.Equal(385, gold.GetProperty("largest").GetProperty("first").GetDouble());
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("csv")]
    public void Compare_OutFile_HoldsWhatWouldBePrinted(string format)
    {
        var (first, second, path) = (First(), Second(), trial.PathOf("result"));

        var printed = CommandLineTrial.Run("compare", first, second, "--format", format);
        var filed = CommandLineTrial.Run("compare", first, second, "--format", format, "--out", path);

        Assert.Equal((0, "", ""), filed);
        Assert.Equal(printed.Output, File.ReadAllText(path));
    }

    [Fact]
    public void Compare_CheckThatIsNotZero_ReturnsOneAndSaysInWhich()
    {
        var (code, output, error) = CommandLineTrial.Run("compare", SampleFiles.DealPath, trial.Deal("\"kind\": \"flow\"", "\"kind\": \"check\""));

        Assert.Equal(1, code);
        Assert.Contains("Headline", output, StringComparison.Ordinal);
        Assert.StartsWith("Second deal, Check 'Sponsor / Overhead': it is off by 165000 in the period ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_TwoBadDeals_ListsTheProblemsOfBothWithTheirFiles()
    {
        var first = trial.File("first.json", ShortLoan.With("\"closing\": \"2000-12-31\"", "\"closing\": \"soon\""));
        var second = trial.File("second.json", ShortLoan.With("\"commitment\": \"USD", "\"comitment\": \"USD"));

        var (code, output, error) = CommandLineTrial.Run("compare", first, second, "--as-of", "later");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains($"({first}: closing)", error, StringComparison.Ordinal);
        Assert.Contains($"({second}: facilities[0].comitment)", error, StringComparison.Ordinal);
        Assert.Contains("(--as-of)", error, StringComparison.Ordinal);
        // What is not known is one problem, what is missing another.
        Assert.EndsWith("4 problems\n", error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_TwoDealsWithoutRates_ListsBoth()
    {
        var first = trial.File("first.json", ShortLoan.With("\"planning\": { \"indices\": { \"LIBOR\": \"6%\" } }", "\"about\": \"\""));
        var second = trial.File("second.json", ShortLoan.With("\"planning\": { \"indices\": { \"LIBOR\": \"6%\" } }", "\"about\": \"none\""));

        var (code, _, error) = CommandLineTrial.Run("compare", first, second);

        Assert.Equal(2, code);
        Assert.Contains(first, error, StringComparison.Ordinal);
        Assert.Contains(second, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_DealThatDoesNotExist_SaysSo()
    {
        var none = trial.PathOf("none.json");

        var (code, output, error) = CommandLineTrial.Run("compare", SampleFiles.DealPath, none);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains($"there is no file '{none}'", error, StringComparison.Ordinal);
        Assert.EndsWith("1 problem\n", error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("it is given 3 times", "--as-of", "2001-01-01", "--as-of", "2001-02-01", "--as-of", "2001-03-01")]
    [InlineData("write one of table, json, csv", "--format", "xml")]
    [InlineData("no line's name is like it", "--lines", "*nothing like it*")]
    public void Compare_BadOption_SaysWhatIsAllowed(string said, params string[] options)
    {
        var (code, output, error) = CommandLineTrial.Run(["compare", SampleFiles.DealPath, SampleFiles.DealPath, .. options]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    string First() => trial.File("first.json", ShortLoan.Json);

    string Second() => trial.File("second.json", ShortLoan.With(ShortLoan.Margin, ShortLoan.HigherMargin));
}
