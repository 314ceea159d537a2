using System.Globalization;

namespace ProjectFinance.Reporting;

/// <summary>What stands around a drawing: title, unit, legend, and what it shows in words.</summary>
static class ChartFigure
{
    /// <summary>Begins a chart.</summary>
    /// <param name="to">Where it is written.</param>
    /// <param name="id">Its id, unique on the page.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="unit">What the axis counts in.</param>
    /// <param name="note">What it shows in words, for those who do not see it.</param>
    internal static void Open(HtmlWriter to, string id, string title, string unit, string note)
    {
        to.Open("figure", ("id", id)).Open("figcaption").Open("p", ("class", "title"), ("id", $"{id}-title")).Element("strong", title).Text(" ").Element("span", unit, ("class", "unit")).Close();
        to.Element("p", note, ("class", "note"), ("id", $"{id}-note")).Close();
    }

    /// <summary>The names of what is drawn, each with its pattern or dash.</summary>
    internal static void Legend(HtmlWriter to, IEnumerable<ChartSeries> areas, IEnumerable<ChartSeries> lines)
    {
        to.Open("ul", ("class", "legend"));
        foreach (var series in areas)
            Entry(to, series.Name, () => to.Empty("rect", ("width", "26"), ("height", "12"), ("fill", series.Fill), ("class", "bar")));
        foreach (var series in lines)
            Entry(to, series.Name, () => to.Empty("line", ("class", series.LineClass), ("x1", "0"), ("x2", "26"), ("y1", "6"), ("y2", "6")));
        to.Close();
    }

    static void Entry(HtmlWriter to, string name, Action sample)
    {
        to.Open("li").Open("svg", ("viewBox", "0 0 26 12"), ("width", "26"), ("height", "12"), ("aria-hidden", "true"));
        sample();
        to.Close().Text(name).Close();
    }

    /// <summary>The patterns that areas are filled with, once on the page: a colour, and lines or dots for those who cannot tell colours apart.</summary>
    internal static void Patterns(HtmlWriter to)
    {
        string[] hatches = ["", "M-1 1L1 -1M0 8L8 0M7 9L9 7", "M2 2h1v1h-1zM6 6h1v1h-1z", "M0 4H8", "M-1 7L1 9M0 0L8 8M7 -1L9 1", "M4 0V8", "M0 4H8M4 0V8", "M0 8L8 0M0 0L8 8"];
        to.Open("svg", ("width", "0"), ("height", "0"), ("class", "patterns"), ("aria-hidden", "true")).Open("defs");
        foreach (var (i, hatch) in hatches.Index())
        {
            to.Open("pattern", ("id", $"p{i}"), ("width", "8"), ("height", "8"), ("patternUnits", "userSpaceOnUse")).Empty("rect", ("width", "8"), ("height", "8"), ("class", $"s{i}"));
            if (hatch.Length > 0) to.Empty("path", ("d", hatch), ("class", "hatch"));
            to.Close();
        }
        to.Close().Close();
    }

    /// <summary>How amounts are scaled for an axis: as they are, in thousands, in millions.</summary>
    internal static (double Divisor, string Unit) Scale(Unit unit, double largest) =>
        largest >= 1e6 ? (1e6, $"{unit} million") : largest >= 1e3 ? (1e3, $"{unit} thousand") : (1, $"{unit}");

    /// <summary>A value at an axis: as short as it is round.</summary>
    internal static string Tick(double value) => Math.Round(value, 9).ToString("#,##0.####", CultureInfo.InvariantCulture);
}
