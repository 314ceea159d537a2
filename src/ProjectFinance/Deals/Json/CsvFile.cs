using System.Diagnostics.CodeAnalysis;

namespace ProjectFinance.Deals.Json;

/// <summary>A CSV file that a document names.</summary>
/// <param name="Path">Its path from the folder of the document.</param>
sealed record CsvFile(string Path)
{
    /// <summary>How one with fixings is written.</summary>
    internal static ObjectShape<CsvFile> Shape { get; } = new ObjectShape<CsvFile>("csvFile", "A CSV file with the header date,value; rates are percent numbers.", new(Path: ""))
        .Required("csv", Leaf.Text, x => x.Path, (x, v) => x with { Path = v }, "The path of the file, from the folder of this one.");

    /// <summary>Reads what is in it, or reports everything that is wrong with it.</summary>
    /// <param name="subject">What is in it.</param>
    /// <param name="at">Where its path is written.</param>
    /// <param name="parse">Reads it, given its text and its name.</param>
    /// <param name="value">What was read.</param>
    internal bool TryRead<T>(string subject, JsonPlace at, Func<TextReader, string, T> parse, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (at.File.Folder is null || Path.Trim().Length == 0)
        {
            at.Report($"the file '{Path}' has no folder to be looked for in", "read it from a file, and give the path of the CSV file from there");
            return false;
        }
        try
        {
            using var text = new StringReader(JsonFile.TextOf(subject, System.IO.Path.Combine(at.File.Folder, Path)));
            value = parse(text, Path);
            return true;
        }
        catch (InvalidInputException found)
        {
            foreach (var problem in found.Problems) at.Report(problem);
            return false;
        }
    }
}
