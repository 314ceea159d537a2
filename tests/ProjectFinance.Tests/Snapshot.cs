using System.Runtime.CompilerServices;
using System.Text;

namespace ProjectFinance.Tests;

/// <summary>Compares text with an accepted file beside the test, by Verify's convention: Class.Method.verified.txt. CONTRIBUTING says how to accept.</summary>
static class Snapshot
{
    const int LinesShown = 8;

    /// <summary>Fails unless the text is that of Class.Method.verified.txt; writes Class.Method.received.txt then.</summary>
    public static void Match(string text, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "") =>
        MatchFile(text, $"{Path.GetFileNameWithoutExtension(testFile)}.{test}", testFile);

    /// <summary>Fails unless the text is that of <paramref name="name"/>.verified.txt beside the test.</summary>
    public static void MatchFile(string text, string name, [CallerFilePath] string testFile = "")
    {
        string beside = Path.Combine(Path.GetDirectoryName(Repository.Source(testFile))!, name);
        string verified = beside + ".verified.txt", received = beside + ".received.txt";
        string[]? expected = File.Exists(verified) ? Lines(File.ReadAllText(verified)) : null;
        var actual = Lines(text);

        if (expected is not null && expected.AsSpan().SequenceEqual(actual))
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, string.Join('\n', actual) + "\n");
        Assert.Fail($"{Repository.Relative(verified)} {(expected is null ? "does not exist" : "differs from the text received")}. "
            + $"If the text in {Path.GetFileName(received)} is right, rename it to {Path.GetFileName(verified)}.\n{Difference(expected ?? [], actual)}");
    }

    // Line ends and those after the last line depend on editors and version control, not on the text.
    static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    static string Difference(string[] expected, string[] actual)
    {
        int same = expected.AsSpan().CommonPrefixLength(actual);
        var shown = new StringBuilder().Append("from line ").Append(same + 1).Append(" on:\n");
        foreach (string line in expected.Skip(same).Take(LinesShown)) shown.Append("- ").Append(line).Append('\n');
        foreach (string line in actual.Skip(same).Take(LinesShown)) shown.Append("+ ").Append(line).Append('\n');
        return shown.ToString();
    }
}
