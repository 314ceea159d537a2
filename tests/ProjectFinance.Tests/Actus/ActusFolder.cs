namespace ProjectFinance.Tests.Actus;

/// <summary>The ACTUS vectors: the *.json files of the folder named by the environment variable ACTUS_TESTS, by default shared/peers/actus beside the published tables.</summary>
static class ActusFolder
{
    public static string Folder => Environment.GetEnvironmentVariable("ACTUS_TESTS") is { Length: > 0 } named ? named : Path.Combine(Repository.SharedData ?? Repository.PathOf("..", "shared", "data"), "..", "peers", "actus");

    public static Lazy<SortedDictionary<string, ActusCase>> Cases { get; } = new(() => ActusCase.All(Folder));

    /// <summary>Why the vectors cannot be read, or null when they can.</summary>
    public static string? WhyMissing => Directory.Exists(Folder) && Directory.EnumerateFiles(Folder, "*.json").Any() ? null : $"no ACTUS vectors (*.json) in '{Path.GetFullPath(Folder)}'; name their folder in ACTUS_TESTS";
}

/// <summary>A theory that needs the ACTUS vectors; skipped, saying where they are looked for, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class ActusTheoryAttribute : TheoryAttribute
{
    public ActusTheoryAttribute() => Skip = ActusFolder.WhyMissing;
}

/// <summary>A fact that needs the ACTUS vectors; skipped, saying where they are looked for, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class ActusFactAttribute : FactAttribute
{
    public ActusFactAttribute() => Skip = ActusFolder.WhyMissing;
}
