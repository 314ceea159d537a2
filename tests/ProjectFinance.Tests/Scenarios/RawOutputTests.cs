using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using ProjectFinance.Scenarios;

namespace ProjectFinance.Tests.Scenarios;

public sealed partial class RawOutputTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("projectfinance-raw-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Files_OfASimulation_HoldEveryScenario(int threads)
    {
        var part = SimulatedDeal.Part(0, 1, options => options with { RawFolder = folder.FullName, Threads = threads });

        Assert.Equal(["index.json", "lowest-ratios-dscr.npy", "lowest-ratios-llcr.npy", "project-loan-closing-balance-2002-09-30.npy", "project-loan-closing-balance-by-period.npy", "ratios-dscr-by-period.npy", "total-proceeds-account-distribution.npy"], Names());
        var result = SimulationPart.Merge([part]);
        var (shape, lowest) = Read("lowest-ratios-dscr.npy");
        Assert.Equal("22222,", shape);
        var statistics = result["lowest Ratios / DSCR"];
        Assert.Equal((statistics.Lowest!.Value, statistics.Highest!.Value), (lowest.Min(), lowest.Max()));
        Assert.Equal(statistics.Lowest.Value, lowest[statistics.Lowest.Scenario]);
        var (bandShape, dscr) = Read("ratios-dscr-by-period.npy");
        int periods = result.Heading.Ends.Length;
        Assert.Equal($"22222, {periods}", bandShape);
        // Row by row: the lowest of a scenario's periods is its lowest.
        Assert.Equal(lowest, Enumerable.Range(0, 22_222).Select(s => dscr.AsSpan(s * periods, periods).ToArray().Min()));
    }

    [Fact]
    public void Files_OfShards_AreThePartsOfTheWhole()
    {
        SimulatedDeal.Part(0, 1, options => options with { RawFolder = folder.FullName });
        foreach (int i in Enumerable.Range(0, 4)) SimulatedDeal.Part(i, 4, options => options with { RawFolder = folder.FullName });

        Assert.Equal(Read("lowest-ratios-dscr.npy").Values, Enumerable.Range(0, 4).SelectMany(i => Read($"lowest-ratios-dscr.shard-{i}-of-4.npy").Values));
        Assert.Equal("4096,", Read("lowest-ratios-dscr.shard-0-of-4.npy").Shape);
        Assert.Contains("\"firstScenario\": 4096", File.ReadAllText(Path.Combine(folder.FullName, "index.shard-1-of-4.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Simulation_ThatFails_LeavesNoFiles()
    {
        Assert.Throws<InvalidInputException>(() => OneNumber.Simulate(10_000, s => s < 5000 ? 1 : double.NaN, options => options with { RawFolder = folder.FullName }));

        Assert.Empty(Names());
    }

    // A folder stands where the index should be, so that it cannot take its name.
    [Fact]
    public void Simulation_WhoseIndexCannotBeWritten_LeavesNothingHalfWritten()
    {
        folder.CreateSubdirectory("index.json").CreateSubdirectory("inside");

        Assert.ThrowsAny<SystemException>(() => OneNumber.Simulate(100, _ => 1, options => options with { RawFolder = folder.FullName }));

        Assert.DoesNotContain(Names(), name => name.StartsWith('.'));
    }

    [NumpyFact]
    public void Files_OfASimulation_AreReadByNumpy()
    {
        SimulatedDeal.Part(0, 1, options => options with { RawFolder = folder.FullName });
        var (shape, lowest) = Read("lowest-ratios-dscr.npy");

        var said = NumpyFactAttribute.Python($"import numpy as n; a=n.load(r'{folder.FullName}/lowest-ratios-dscr.npy'); b=n.load(r'{folder.FullName}/ratios-dscr-by-period.npy'); print(a.shape, a.dtype, a[12345].hex(), b.shape, bool((b.min(axis=1)==a).all()))");

        Assert.Equal($"({shape}) float64 {Hex(lowest[12345])} (22222, 9) True", said);
    }

    // As Python writes it: 0x1.8p+0.
    static string Hex(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)(bits >> 52 & 0x7FF) - 1023;
        return FormattableString.Invariant($"{(bits < 0 ? "-" : "")}0x1.{bits & (1L << 52) - 1:x13}p{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}");
    }

    IEnumerable<string> Names() => folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal);

    // By numpy's own description of the format: magic, version, length, a dictionary, the numbers.
    (string Shape, double[] Values) Read(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder.FullName, name));
        Assert.Equal([0x93, .. "NUMPY"u8, 1, 0], bytes[..8]);
        int start = 10 + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8));
        Assert.Equal(0, start % 64);
        var head = Head.Match(Encoding.ASCII.GetString(bytes, 10, start - 10));
        Assert.True(head.Success);
        return (head.Groups[1].Value, [.. Enumerable.Range(0, (bytes.Length - start) / 8).Select(i => BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(start + 8 * i)))]);
    }

    [GeneratedRegex(@"^\{'descr': '<f8', 'fortran_order': False, 'shape': \(([\d, ]+)\), \} *\n$")]
    private static partial Regex Head { get; }
}

/// <summary>A test that needs Python with numpy; skipped where they are not at hand.</summary>
public sealed class NumpyFactAttribute : FactAttribute
{
    /// <summary>Skips the test, with its reason, where numpy is missing.</summary>
    public NumpyFactAttribute() => Skip = Python("import numpy; print(1)") == "1" ? null : "needs python3 with numpy";

    internal static string Python(string program)
    {
        try
        {
            using var process = System.Diagnostics.Process.Start(new ProcessStartInfo("python3", ["-c", program]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return said;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }
}
