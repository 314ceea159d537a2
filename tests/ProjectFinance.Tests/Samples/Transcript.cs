namespace ProjectFinance.Tests.Samples;

/// <summary>A command shown on a page and what the page shows of its output.</summary>
/// <param name="Arguments">What follows "projectfinance" on the line after the dollar sign, quoted arguments in one piece.</param>
/// <param name="Shown">The lines shown, "..." where some are left out.</param>
sealed record Transcript(string[] Arguments, string[] Shown)
{
    const string Prompt = "$ projectfinance ";

    /// <summary>Every block of a page that begins with a command.</summary>
    public static IEnumerable<Transcript> Of(string page)
    {
        var lines = File.ReadAllLines(page);
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Prompt, StringComparison.Ordinal)) continue;
            var shown = lines.Skip(i + 1).TakeWhile(line => line != "```").ToArray();
            yield return new([.. lines[i][Prompt.Length..].Split('"').SelectMany((part, n) => n % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))], shown);
        }
    }

    /// <summary>The first line shown that the output does not have, in the order shown; null where it has all.</summary>
    public string? Missing(string output)
    {
        var printed = new Queue<string>(output.Split('\n').Select(line => line.TrimEnd()));
        foreach (var line in Shown.Where(line => line.Trim() != "..."))
        {
            while (printed.TryDequeue(out var next) && next != line.TrimEnd()) { }
            if (printed.Count == 0) return line;
        }
        return null;
    }
}
