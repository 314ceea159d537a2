using System.Text;

namespace ProjectFinance.Reporting;

/// <summary>Sets words into lines of at most 120 characters.</summary>
static class Prose
{
    /// <summary>The widest line of a report: a terminal's, and a page's in small type.</summary>
    internal const int Width = 120;

    /// <summary>The text in lines, broken between words; a word too long for a line is cut.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">How wide a line may be, the indent included.</param>
    /// <param name="indent">How far the second line and those after it stand in. The default is not at all.</param>
    internal static List<string> Wrap(string text, int width = Width, int indent = 0)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        bool blank = true;
        foreach (var word in Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            if (!blank && line.Length + 1 + rest.Length > width) Break();
            while (rest.Length > width - (blank ? line.Length : line.Length + 1))
            {
                int room = Math.Max(1, width - line.Length);
                line.Append(rest.AsSpan(0, room));
                rest = rest[room..];
                Break();
            }
            if (!blank) line.Append(' ');
            line.Append(rest);
            blank = false;
        }
        if (!blank || lines.Count == 0) lines.Add(line.ToString());
        return lines;

        void Break()
        {
            lines.Add(line.ToString());
            line.Clear().Append(' ', indent);
            blank = true;
        }
    }

    /// <summary>A label and, in a column of its own beside it, a text.</summary>
    internal static IEnumerable<TextLine> Labelled(string label, string text, int column, Emphasis emphasis = Emphasis.Plain)
    {
        var labels = Wrap(label, column - 2, 2);
        var texts = Wrap(text, Width - column);
        for (int i = 0; i < Math.Max(labels.Count, texts.Count); i++)
            yield return new(((i < labels.Count ? labels[i] : "").PadRight(column) + (i < texts.Count ? texts[i] : "")).TrimEnd(), emphasis);
    }

    /// <summary>The text without characters that would move a terminal's cursor or break a line.</summary>
    internal static string Plain(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
}
