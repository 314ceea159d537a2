using System.Text;

namespace ProjectFinance.Cli;

/// <summary>Writes a result to a file, whole or not at all.</summary>
static class OutFile
{
    const string Subject = "Output";

    /// <summary>Whether a path can be written to, as far as can be told beforehand: nobody should wait for a result that has no place.</summary>
    /// <param name="path">The path.</param>
    /// <param name="inputs">The files read, which must not be overwritten.</param>
    /// <exception cref="InvalidInputException">It is blank, a directory, one of the inputs, or in a directory that does not exist or takes no files.</exception>
    internal static string Usable(string path, params IEnumerable<string> inputs) => Usable(path, "--out", inputs);

    /// <summary>The same for a file that another option names.</summary>
    internal static string Usable(string path, string option, IEnumerable<string> inputs)
    {
        if (string.IsNullOrWhiteSpace(path)) throw Refused(option, path, "the path is blank");
        if (Directory.Exists(path)) throw Refused(option, path, $"'{path}' is a directory");
        var full = Path.GetFullPath(path);
        if (!Directory.Exists(Path.GetDirectoryName(full))) throw Refused(option, path, $"there is no directory '{Path.GetDirectoryName(full)}'");
        if (inputs.Where(input => !string.IsNullOrWhiteSpace(input)).Select(Path.GetFullPath).Contains(full)) throw Refused(option, path, $"'{path}' is one of the files to be read");
        if (!IsDevice(path) && Refusal(Path.GetDirectoryName(Target(path))!) is { } why) throw Refused(option, path, $"'{path}' cannot be written: {why}");
        return path;
    }

    /// <summary>Writes the text beside the file, then puts it in the file's place.</summary>
    /// <exception cref="InvalidInputException">It cannot be written; the file is as it was.</exception>
    internal static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text), "--out");

    /// <summary>Writes bytes beside the file that an option names, then puts them in the file's place.</summary>
    /// <exception cref="InvalidInputException">It cannot be written; the file is as it was.</exception>
    internal static void Write(string path, byte[] bytes, string option)
    {
        try { Put(path, bytes); }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw Refused(option, path, $"'{path}' cannot be written: {failed.Message.TrimEnd('.')}");
        }
    }

    /// <summary>Writes as <see cref="Write(string, string)"/> does, and leaves it to the caller what a failure means.</summary>
    /// <exception cref="IOException">It cannot be written; the file is as it was.</exception>
    internal static void Put(string path, string text) => Put(path, Encoding.UTF8.GetBytes(text));

    static void Put(string path, byte[] bytes)
    {
        if (IsDevice(path)) File.WriteAllBytes(path, bytes);
        else Replace(Target(path), bytes);
    }

    /// <summary>Why a directory takes no files; null where it does.</summary>
    internal static string? Refusal(string directory)
    {
        try
        {
            var trial = Path.Combine(directory, $".{Path.GetRandomFileName()}");
            File.WriteAllBytes(trial, []);
            File.Delete(trial);
            return null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return failed.Message.TrimEnd('.');
        }
    }

    // A link stays a link; what it leads to is replaced.
    static string Target(string path) => File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : Path.GetFullPath(path);

    static void Replace(string path, byte[] bytes)
    {
        var beside = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }
            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    // Nothing may take a device's place.
    static bool IsDevice(string path) => Path.GetFullPath(path) is var full && (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal));

    static InvalidInputException Refused(string option, string path, string fact) => InvalidInputException.Of(Subject, fact, "give the path of a file that may be written", $"{option} {path}");
}
