namespace ProjectFinance.Reporting;

/// <summary>A table of texts: a heading over each column, a heading before each row. Where it is too wide for the screen it scrolls, and the page does not.</summary>
sealed class HtmlTable
{
    // A date, a unit, an amount, a word or two.
    const int Unbroken = 20;

    readonly HtmlWriter to;

    /// <summary>Begins a table.</summary>
    /// <param name="to">Where it is written.</param>
    /// <param name="caption">What it is.</param>
    /// <param name="kind">The class of the table, for its style. The default is a table of texts.</param>
    internal HtmlTable(HtmlWriter to, string caption, string kind = "texts")
    {
        this.to = to;
        to.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", caption)).Open("table", ("class", kind)).Element("caption", caption);
    }

    /// <summary>The headings of the columns; the body follows.</summary>
    internal void Head(params ReadOnlySpan<string> headings)
    {
        to.Open("thead").Open("tr");
        foreach (var heading in headings)
        {
            if (heading.Length == 0) to.Element("td", "");
            else to.Element("th", heading, ("scope", "col"));
        }
        to.Close().Close().Open("tbody");
    }

    /// <summary>A row: its heading, then its texts.</summary>
    internal void Row(string? kind, string heading, params ReadOnlySpan<HtmlCell> cells)
    {
        to.Open("tr", ("class", kind)).Element("th", heading, ("scope", "row"));
        foreach (var cell in cells) to.Element("td", cell.Text, ("class", cell.Text.Length <= Unbroken ? "s" : null), ("data-l", cell.Origin?.Lines), ("data-c", cell.Origin?.Columns));
        to.Close();
    }

    /// <summary>Ends body and table.</summary>
    internal void End() => to.Close().Close().Close();
}

/// <summary>A cell of a table of texts.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="Origin">What it opens. The default is nothing.</param>
readonly record struct HtmlCell(string Text, FigureOrigin? Origin = null)
{
    public static implicit operator HtmlCell(string text) => new(text);
}
