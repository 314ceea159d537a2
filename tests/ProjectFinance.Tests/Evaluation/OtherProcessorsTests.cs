using System.Diagnostics;

namespace ProjectFinance.Tests.Evaluation;

/// <summary>Runs this assembly again as a process that may not use some instructions; the last setting leaves no vector instruction at all.</summary>
public class OtherProcessorsTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Bits_WithoutSomeInstructions_AreTheSame(string setting)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(OtherProcessorsTests).Assembly.Location]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[setting] = "0";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string bits = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        Assert.Equal(ProcessorBits.Hash(), bits.Trim());
    }
}
