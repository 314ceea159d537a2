namespace ProjectFinance.Reporting;

/// <summary>A table of a simulation: labels at the left, figures at the right; what does not fit beside each other stands below.</summary>
static class SimulatedTable
{
    const int WidestLabel = 60;
    const int NarrowestLabel = 30;
    const int WidestColumn = 11;

    /// <summary>The table and an empty line after it; nothing where there are no rows.</summary>
    internal static IEnumerable<TextLine> Lines(SimulatedRows table) => table.Rows.Count == 0 ? [] : Lines(table.Title, table.Columns, table.Rows);

    /// <summary>The table and an empty line after it.</summary>
    /// <param name="title">What stands over the labels.</param>
    /// <param name="columns">The headings of the figures.</param>
    /// <param name="rows">Label and figures.</param>
    internal static IEnumerable<TextLine> Lines(string title, IReadOnlyList<string> columns, IEnumerable<(string Label, IReadOnlyList<string> Figures)> rows)
    {
        var all = rows.ToList();
        var widths = columns.Select((column, c) => all.Select(row => row.Figures[c].Length).Append(Widest(column)).Max() + 1).ToList();
        int longest = Math.Max(all.Select(row => row.Label.Length + 4).DefaultIfEmpty().Max(), Math.Min(title.Length + 2, WidestLabel));
        int label = Math.Min(longest, Math.Max(NarrowestLabel, Math.Min(WidestLabel, Prose.Width - widths.Sum())));
        for (int from = 0; from < columns.Count;)
        {
            int to = from;
            for (int used = label; to < columns.Count && (to == from || used + widths[to] <= Prose.Width); to++) used += widths[to];
            foreach (var line in Page(title, columns, all, widths, label, from..to)) yield return line;
            from = to;
        }
    }

    static IEnumerable<TextLine> Page(string title, IReadOnlyList<string> columns, List<(string Label, IReadOnlyList<string> Figures)> rows, List<int> widths, int label, Range shown)
    {
        var (from, count) = shown.GetOffsetAndLength(columns.Count);
        // Figures end in the place of a sign, so headings do too.
        var headings = Enumerable.Range(from, count).Select(c => Prose.Wrap(columns[c], WidestColumn).Select(part => part + " ").ToList()).ToList();
        var titles = Prose.Wrap(title, label - 1);
        int height = Math.Max(titles.Count, headings.Max(heading => heading.Count));
        for (int i = 0; i < height; i++)
            yield return new((At(titles, i - height + titles.Count).PadRight(label) + string.Concat(headings.Select((heading, c) => At(heading, i - height + heading.Count).PadLeft(widths[from + c])))).TrimEnd(), Emphasis.Heading);
        yield return new(new string('-', label + Enumerable.Range(from, count).Sum(c => widths[c])));
        foreach (var row in rows)
        {
            var labels = Prose.Wrap(row.Label, label - 3, 2);
            for (int i = 0; i < labels.Count; i++)
                yield return new(i < labels.Count - 1 ? "  " + labels[i] : ("  " + labels[i]).PadRight(label) + string.Concat(Enumerable.Range(from, count).Select(c => row.Figures[c].PadLeft(widths[c]))));
        }
        yield return new("");
    }

    static string At(List<string> lines, int i) => i < 0 ? "" : lines[i];

    static int Widest(string heading) => Prose.Wrap(heading, WidestColumn).Max(part => part.Length) + 1;
}

/// <summary>A table of a simulation.</summary>
/// <param name="Title">What stands over the labels.</param>
/// <param name="Columns">The headings of the figures.</param>
/// <param name="Rows">Label and figures.</param>
sealed record SimulatedRows(string Title, IReadOnlyList<string> Columns, List<(string Label, IReadOnlyList<string> Figures)> Rows);
