namespace ProjectFinance.Tests;

/// <summary>Where the sources and the published tables lie, found from the folder of the test assembly.</summary>
static class Repository
{
    static readonly string[] BuildOutput = [".git", ".vs", ".idea", "bin", "obj", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

    /// <summary>The folder that holds ProjectFinance.sln.</summary>
    public static string Root { get; } = Above(folder => File.Exists(Path.Combine(folder, "ProjectFinance.sln")))
        ?? throw new InvalidOperationException($"no folder above {AppContext.BaseDirectory} holds ProjectFinance.sln");

    /// <summary>The folder of published tables, shared/data in some folder above the test assembly; null where there is none.</summary>
    public static string? SharedData { get; } = Above(folder => Directory.Exists(Path.Combine(folder, "shared", "data"))) is { } above
        ? Path.Combine(above, "shared", "data")
        : null;

    /// <summary>The full path of a file or folder of the repository: PathOf("docs", "layers.txt").</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The full path of a published table: Data("holidays-london-bank-1986-2040.csv"). Guard the test with <see cref="DataFactAttribute"/>.</summary>
    public static string Data(string relativePath) => SharedData is null
        ? throw new InvalidOperationException(WhyMissing(relativePath))
        : Path.Combine(SharedData, relativePath);

    /// <summary>Why a test that needs this published table cannot run here, or null when it can.</summary>
    public static string? WhyMissing(string relativePath) => SharedData is not null && Path.Exists(Path.Combine(SharedData, relativePath))
        ? null
        : $"needs shared/data/{relativePath} in a folder above the test assembly; {(SharedData is null ? "there is no shared/data" : "shared/data has no such file")}";

    /// <summary>A source file as the compiler named it, on this machine: a deterministic build names it from "/_/".</summary>
    public static string Source(string compiledPath) =>
        File.Exists(compiledPath) || !compiledPath.StartsWith("/_/", StringComparison.Ordinal) ? compiledPath : PathOf(compiledPath[3..]);

    /// <summary>The path below the root with forward slashes: "src/ProjectFinance/Problem.cs".</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>The files people wrote below a folder of the repository, build output left out, in ordinal order.</summary>
    public static IReadOnlyList<string> Files(string folder = ".", string pattern = "*") =>
        [.. Written(new DirectoryInfo(PathOf(folder)), pattern).Order(StringComparer.Ordinal)];

    static IEnumerable<string> Written(DirectoryInfo folder, string pattern) => folder.Exists
        ? folder.EnumerateFiles(pattern).Where(file => !BuildOutput.Contains(file.Name)).Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories().Where(inner => !BuildOutput.Contains(inner.Name)).SelectMany(inner => Written(inner, pattern)))
        : [];

    static string? Above(Func<string, bool> found)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !found(folder.FullName)) folder = folder.Parent;
        return folder?.FullName;
    }
}
