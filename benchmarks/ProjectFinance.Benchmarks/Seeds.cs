using System.Reflection;

namespace ProjectFinance.Benchmarks;

/// <summary>The reference deal's term sheets, market and scenarios, carried along because a benchmark runs in a folder of its own.</summary>
static class Seeds
{
    /// <summary>The text of one of the files.</summary>
    internal static string Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file) ?? throw new InvalidOperationException($"The resource '{file}' is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
