namespace ProjectFinance.Reporting;

/// <summary>Writes figures into tables.</summary>
static class FigureCell
{
    /// <summary>A figure as it stands in tables of the page: without the place of its sign; what is negative in parentheses, ratios and rates too.</summary>
    internal static string Shown(string figure) => figure.Trim() is ['-', _, ..] negative ? $"({negative[1..]})" : figure.Trim();

    /// <summary>A figure as reports print it, without the place of its sign.</summary>
    internal static void Write(HtmlWriter to, string figure, string? kind = null, FigureOrigin? origin = null)
    {
        var text = Shown(figure);
        to.Element("td", text, ("class", text.StartsWith('(') ? kind is null ? "neg" : $"neg {kind}" : kind), ("data-l", origin?.Lines), ("data-c", origin?.Columns));
    }
}
