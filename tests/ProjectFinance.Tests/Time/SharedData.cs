namespace ProjectFinance.Tests.Time;

/// <summary>Finds files of the shared data folder, which lies beside the repository and is not part of it.</summary>
static class SharedData
{
    /// <summary>The file's full path, or null where no directory above the tests has it under shared/data.</summary>
    public static string? Find(string file)
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            string path = Path.Combine(directory.FullName, "shared", "data", file);
            if (File.Exists(path)) return path;
        }
        return null;
    }
}

/// <summary>A fact about a file of the shared data folder, skipped with a clear message where the file is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string file)
    {
        File = file;
        if (SharedData.Find(file) is null) Skip = $"No directory above the tests has shared/data/{file}; the shared data is not part of the repository.";
    }

    public string File { get; }
}
