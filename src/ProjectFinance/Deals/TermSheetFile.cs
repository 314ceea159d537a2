using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ProjectFinance.Deals.Json;
using ProjectFinance.Deals.Validation;

namespace ProjectFinance.Deals;

/// <summary>Reads a term sheet, which may be another one with amendments, and that one again another.</summary>
static class TermSheetFile
{
    const string Amendments = "amendments[";

    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="InvalidInputException">Everything that is wrong with it, or with a file it amends.</exception>
    internal static Deal Read(JsonFile file, string text) => Read(file, text, []);

    // The files above are those that led here, by name and by full path.
    static Deal Read(JsonFile file, string text, ImmutableList<(string Name, string Path)> above)
    {
        if (!AmendsAnother(text)) return file.Read(text, DealShape.Shape, DealValidation.Problems, (json, problems) => CalendarsShape.Known(json, file, problems));
        // The other comes first, since this one may name its calendars.
        Deal? before = null;
        var amending = file.Read(text, AmendingFileShape.Shape, _ => [], (json, _) => json.GetProperty(AmendingFileShape.Amends) is { ValueKind: JsonValueKind.String } amends
            ? CalendarsShape.Of(before = Amended(file, amends.GetString()!, above), file) : file);
        var deal = before! with { Name = amending.Name ?? before.Name, About = amending.About ?? before.About, Amendments = before!.Amendments.AddRange(amending.Amendments) };
        var problems = DealValidation.Problems(deal).Select(problem => problem with { Where = InFile(problem.Where, before!.Amendments.Length, amending.Amends) }).ToList();
        return problems.Count == 0 ? deal : throw new InvalidInputException(problems);
    }

    static Deal Amended(JsonFile file, string amends, ImmutableList<(string Name, string Path)> above)
    {
        if (file.Folder is null || string.IsNullOrWhiteSpace(amends))
            throw Wrong(file, $"the file '{amends}' has no folder to be looked for in", "read the term sheet from a file, and give the path of the one it amends from there");
        var path = Path.GetFullPath(Path.Combine(file.Folder, amends));
        if (!File.Exists(path)) throw Wrong(file, $"there is no file '{amends}' to amend", "give the path of a term sheet, from the folder of this one");
        var chain = above.Add((Path.GetFileName(file.Name), Path.GetFullPath(file.Name)));
        if (chain.Exists(one => one.Path == path))
            throw Wrong(file, $"the files amend each other in a circle: {string.Join(" amends ", chain.Select(one => one.Name).Append(Path.GetFileName(path)))}", "the last must be a term sheet that amends none");
        var name = Path.Combine(Path.GetDirectoryName(file.Name) ?? "", amends);
        try { return Read(JsonFile.At(file.Subject, name), JsonFile.TextOf(file.Subject, path), chain); }
        catch (InvalidInputException found) { throw new InvalidInputException(found.Problems.Select(problem => problem with { Where = In(amends, problem.Where) })); }
    }

    static InvalidInputException Wrong(JsonFile file, string fact, string allowed) => InvalidInputException.Of(file.Subject, fact, allowed, AmendingFileShape.Amends);

    static string In(string file, string where) => where.Length == 0 ? file : $"{file}: {where}";

    // Amendments of this file come after those of the one it amends; everything else is written there.
    static string InFile(string where, int before, string amends)
    {
        if (!where.StartsWith(Amendments, StringComparison.Ordinal)) return In(amends, where);
        int end = where.IndexOf(']', StringComparison.Ordinal), number = int.Parse(where[Amendments.Length..end], CultureInfo.InvariantCulture);
        return number < before ? In(amends, where) : $"{Amendments}{number - before}{where[end..]}";
    }

    static bool AmendsAnother(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var document = JsonDocument.Parse(text.TrimStart(JsonFile.ByteOrderMark));
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(AmendingFileShape.Amends, out _);
        }
        catch (JsonException) { return false; }
    }
}
