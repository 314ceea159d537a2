using ProjectFinance.Tests.Deals;

namespace ProjectFinance.Tests.Cli;

/// <summary>run --certificate writes what check --certificate verifies.</summary>
public sealed class CertificateTests : IDisposable
{
    readonly CommandLineTrial trial = new();

    public void Dispose() => trial.Dispose();

    string Certificate()
    {
        var path = trial.PathOf("certificate.json");
        Assert.Equal(0, CommandLineTrial.Run("run", SampleFiles.DealPath, "--certificate", path).Code);
        return path;
    }

    [Fact]
    public void Check_OfTheSameDeal_SaysSoAndNamesTheRunAsPrinted()
    {
        var (code, output, error) = CommandLineTrial.Run("check", SampleFiles.DealPath, "--certificate", Certificate());
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("the same run: Illinois Creek, July 1996", output, StringComparison.Ordinal);
        var hash = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Trim();
        Assert.EndsWith($"\nCertificate  {hash}\n", CommandLineTrial.Run("run", SampleFiles.DealPath).Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfAnotherDeal_SaysWhatDiffersAndReturnsOne()
    {
        var certificate = Certificate();
        var other = trial.Deal("\"kind\": \"flow\"", "\"kind\": \"level\"");
        var (code, output, error) = CommandLineTrial.Run("check", other, "--certificate", certificate);
        Assert.Equal((1, ""), (code, output));
        Assert.Equal("Certificate: the terms differ, or the amendments known\n", error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Check_WithAnAlteredCertificate_ReturnsTwo()
    {
        var path = Certificate();
        File.WriteAllText(path, File.ReadAllText(path).Replace("1996", "1997", StringComparison.Ordinal));
        var (code, _, error) = CommandLineTrial.Run("check", SampleFiles.DealPath, "--certificate", path);
        Assert.Equal(2, code);
        Assert.StartsWith("Certificate: its hash is not that of what it says", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithOneFileForResultAndCertificate_IsRefused()
    {
        var path = trial.PathOf("one.json");
        var (code, _, error) = CommandLineTrial.Run("run", SampleFiles.DealPath, "--out", path, "--certificate", path);
        Assert.Equal(2, code);
        Assert.Contains("it names the file that --out writes", error, StringComparison.Ordinal);
        Assert.Empty(trial.Files);
    }
}
