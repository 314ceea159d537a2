using System.Collections.Immutable;

namespace ProjectFinance.Reporting;

/// <summary>The figures of a chart as a table below it, closed until somebody asks for it: for those who do not point, and for the panel.</summary>
static class ChartTable
{
    /// <summary>Writes the table.</summary>
    /// <param name="to">Where it is written.</param>
    /// <param name="caption">What it shows, with its unit.</param>
    /// <param name="columns">What is shown, and the lines it is of.</param>
    /// <param name="rows">Its rows: a label, and the columns of the model it is of.</param>
    /// <param name="figure">The figure in a row and a column of the table.</param>
    internal static void Write(HtmlWriter to, string caption, IReadOnlyList<(string Heading, ImmutableArray<Line> Lines)> columns, IReadOnlyList<(string Label, int First, int Last)> rows, Func<int, int, string> figure)
    {
        to.Open("details").Element("summary", "As a table");
        to.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", caption)).Open("table", ("class", "figures plotted"), ("data-by", "column"));
        to.Element("caption", caption).Open("thead").Open("tr").Element("th", "To", ("scope", "col"));
        foreach (var (heading, lines) in columns) to.Element("th", heading, ("scope", "col"), ("data-l", FigureOrigin.LinesOf(lines)));
        to.Close().Close().Open("tbody");
        foreach (var (i, row) in rows.Index())
        {
            to.Open("tr", ("data-c", FigureOrigin.ColumnsOf(row.First, row.Last))).Element("th", row.Label, ("scope", "row"));
            for (int k = 0; k < columns.Count; k++) FigureCell.Write(to, figure(i, k));
            to.Close();
        }
        to.Close().Close().Close().Close();
    }
}
