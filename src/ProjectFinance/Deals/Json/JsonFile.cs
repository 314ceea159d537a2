using System.Text;
using System.Text.Json;
using ProjectFinance.Time;

namespace ProjectFinance.Deals.Json;

/// <summary>A JSON document and where it came from.</summary>
/// <param name="Subject">What it is: "Term sheet".</param>
/// <param name="Name">Its name in messages, usually the path.</param>
/// <param name="Folder">The folder that paths written in it start from; null where it did not come from a file.</param>
sealed record JsonFile(string Subject, string Name, string? Folder)
{
    /// <summary>What some editors write before the text.</summary>
    internal const char ByteOrderMark = '\uFEFF';

    /// <summary>The calendars that it may name besides the known ones.</summary>
    public OwnCalendars Calendars { get; init; } = OwnCalendars.None;

    /// <summary>Reads a file as text.</summary>
    /// <exception cref="InvalidInputException">There is no such file, or it cannot be read.</exception>
    public static string TextOf(string subject, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!File.Exists(path)) throw InvalidInputException.Of(subject, $"there is no file '{path}'", "give the path of a file that exists", path);
        try { return File.ReadAllText(path); }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw InvalidInputException.Of(subject, $"the file '{path}' cannot be read: {failed.Message.TrimEnd('.')}", "give the path of a file that may be read", path);
        }
    }

    /// <summary>The file at a path, for what it says about other files.</summary>
    public static JsonFile At(string subject, string path) => new(subject, path, Path.GetDirectoryName(Path.GetFullPath(path)));

    /// <summary>Reads a document of one shape, and looks whether what it says makes sense once all of it could be read.</summary>
    /// <exception cref="InvalidInputException">Everything that is wrong with it.</exception>
    /// <param name="text">The text.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="validate">Looks whether it makes sense.</param>
    /// <param name="prepare">What is to be known of the document before it is read; the problems it adds are told with all others. The default is nothing.</param>
    public T Read<T>(string text, Shape<T> shape, Func<T, IEnumerable<Problem>> validate, Func<JsonElement, List<Problem>, JsonFile>? prepare = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var document = Parse(text.TrimStart(ByteOrderMark));
        var problems = new List<Problem>();
        var file = prepare?.Invoke(document.RootElement, problems) ?? this;
        if (shape.TryRead(document.RootElement, new JsonPlace(Subject, file, problems), out var value)) problems.AddRange(validate(value).Except(problems));
        return problems.Count == 0 ? value! : throw new InvalidInputException(problems);
    }

    JsonDocument Parse(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            JsonStrings.Check(bytes);
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException broken)
        {
            var (line, column) = Position(text, broken.LineNumber ?? 0, broken.BytePositionInLine ?? 0);
            throw InvalidInputException.Of(Subject, $"it is not valid JSON: {JsonStrings.Reason(string.IsNullOrWhiteSpace(text), broken)}", "write one JSON object", $"{Name}, line {line}, column {column}");
        }
    }

    static (long Line, int Column) Position(string text, long line, long bytes)
    {
        var written = text.Split('\n').ElementAtOrDefault((int)line) ?? "";
        int column = 0;
        for (long left = bytes; left > 0 && column < written.Length; column++) left -= Encoding.UTF8.GetByteCount(written.AsSpan(column, 1));
        return (line + 1, column + 1);
    }
}
