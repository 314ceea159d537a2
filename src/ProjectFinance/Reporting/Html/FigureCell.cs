namespace ProjectFinance.Reporting;

/// <summary>Writes figures into tables.</summary>
static class FigureCell
{
    /// <summary>A figure as reports print it, without the place of its sign.</summary>
    internal static void Write(HtmlWriter to, string figure, string? kind = null, FigureOrigin? origin = null)
    {
        var text = figure.Trim();
        // In tables negative figures stand in parentheses, ratios and rates too.
        if (text is ['-', _, ..]) text = $"({text[1..]})";
        to.Element("td", text, ("class", text.StartsWith('(') ? kind is null ? "neg" : $"neg {kind}" : kind), ("data-l", origin?.Lines), ("data-c", origin?.Columns));
    }
}
