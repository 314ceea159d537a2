namespace ProjectFinance.Reporting;

/// <summary>Writes figures into tables.</summary>
static class FigureCell
{
    /// <summary>A figure as reports print it, without the place of its sign.</summary>
    internal static void Write(HtmlWriter to, string figure, string? kind = null)
    {
        var text = figure.Trim();
        to.Element("td", text, ("class", text.StartsWith('(') ? kind is null ? "neg" : $"neg {kind}" : kind));
    }

    /// <summary>The numbers of lines, as the script finds them.</summary>
    internal static string? Lines(IEnumerable<Line> lines) => string.Join('+', lines.Select(line => line.Number)) is { Length: > 0 } numbers ? numbers : null;
}
