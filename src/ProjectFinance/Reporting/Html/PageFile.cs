namespace ProjectFinance.Reporting;

/// <summary>The files that are part of every page: style sheet and script.</summary>
static class PageFile
{
    internal static string Read(string name)
    {
        using var stream = typeof(PageFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"'{name}' is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
