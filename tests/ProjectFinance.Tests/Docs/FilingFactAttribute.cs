namespace ProjectFinance.Tests.Docs;

/// <summary>A test that reads the filings, which are not ours to ship; skipped where they are not at hand.</summary>
public sealed class FilingFactAttribute : FactAttribute
{
    /// <summary>Skips the test, with its reason, where the filings are missing.</summary>
    public FilingFactAttribute() => Skip = PathOf("8-K 1996-07-11") is null ? "needs shared/seeds in a folder above the test assembly" : null;

    /// <summary>The file of a filing; null where it is not at hand.</summary>
    internal static string? PathOf(string filing) =>
        Repository.SharedData is { } data && Path.Combine(data, "..", "seeds", $"{filing.Replace(' ', '-')}.txt") is var path && File.Exists(path) ? path : null;
}
