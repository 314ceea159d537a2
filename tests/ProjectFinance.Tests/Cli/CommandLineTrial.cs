using System.Globalization;
using ProjectFinance.Cli;
using ProjectFinance.Tests.Deals;

namespace ProjectFinance.Tests.Cli;

/// <summary>Runs the tool inside the test, with files in a folder of its own that goes away.</summary>
sealed class CommandLineTrial : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("projectfinance-cli-");

    /// <summary>The folder's path.</summary>
    public string Folder => folder.FullName;

    /// <summary>Every file in the folder, by name.</summary>
    public IReadOnlyList<string> Files => [.. folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];

    /// <summary>What the tool returns and writes.</summary>
    public static (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        int code = CommandLine.Run(args, output, error);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>The path of a file that need not exist.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>The path of a file with a text.</summary>
    public string File(string name, string text)
    {
        System.IO.File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>The path of a copy of the sample term sheet in which a piece of text is replaced.</summary>
    public string Deal(string old, string with, string name = "deal.json") => Changed(SampleFiles.DealPath, old, with, name);

    /// <summary>The path of a copy of the sample market file in which a piece of text is replaced.</summary>
    public string Market(string old, string with, string name = "market.json") => Changed(SampleFiles.MarketPath, old, with, name);

    public void Dispose() => folder.Delete(recursive: true);

    string Changed(string file, string old, string with, string name)
    {
        var text = System.IO.File.ReadAllText(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return File(name, text.Replace(old, with, StringComparison.Ordinal));
    }
}
