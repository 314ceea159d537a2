using System.Collections.Immutable;
using System.Text;

namespace ProjectFinance;

/// <summary>Comma-separated values (RFC 4180): fields may stand in quotation marks, and then hold commas, line ends, and quotation marks written twice.</summary>
static class Csv
{
    /// <summary>What ends a row.</summary>
    internal const string LineEnd = "\r\n";

    const char ByteOrderMark = '\uFEFF';

    /// <summary>A field as it is written.</summary>
    internal static string Field(string text) => text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    /// <summary>The rows of a text, the header among them; blank lines are skipped, fields are without the blanks around them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="unclosed">Told the line in which a field begins whose quotation marks are never closed; the field ends with the text.</param>
    internal static IEnumerable<CsvRow> Rows(TextReader text, Action<int> unclosed)
    {
        for (int line = 1; text.ReadLine() is { } row; line++)
        {
            int first = line;
            if (first == 1) row = row.TrimStart(ByteOrderMark);
            if (row.Trim().Length == 0) continue;
            var fields = new List<string>();
            for (int at = 0; at <= row.Length;)
            {
                if (!IsQuoted(row, at, out int from))
                {
                    int end = row.IndexOf(',', at) is var comma and >= 0 ? comma : row.Length;
                    fields.Add(row[at..end].Trim());
                    at = end + 1;
                    continue;
                }
                var quoted = new StringBuilder();
                int begun = line;
                for (at = from + 1; !Closed(row, ref at, quoted); line++, at = 0)
                {
                    if (text.ReadLine() is not { } next)
                    {
                        unclosed(begun);
                        (row, at) = ("", 0);
                        break;
                    }
                    quoted.Append('\n');
                    row = next;
                }
                int after = row.IndexOf(',', Math.Min(at, row.Length)) is var following and >= 0 ? following : row.Length;
                fields.Add(quoted + row[Math.Min(at, after)..after].Trim());
                at = after + 1;
            }
            yield return new(first, [.. fields]);
        }
    }

    static bool IsQuoted(string row, int at, out int from)
    {
        for (from = at; from < row.Length && row[from] == ' ';) from++;
        return from < row.Length && row[from] == '"';
    }

    /// <summary>Takes what is left of a line into a quoted field; true with the place after the closing mark, false where the field goes on in the next line.</summary>
    static bool Closed(string row, ref int at, StringBuilder quoted)
    {
        for (; at < row.Length; at++)
        {
            if (row[at] != '"') quoted.Append(row[at]);
            else if (at + 1 < row.Length && row[at + 1] == '"') quoted.Append(row[++at]);
            else
            {
                at++;
                return true;
            }
        }
        return false;
    }
}

/// <summary>A row of a CSV text.</summary>
/// <param name="Line">The line it begins in, from 1.</param>
/// <param name="Fields">Its fields. Never empty.</param>
sealed record CsvRow(int Line, ImmutableArray<string> Fields);
