using System.Collections.Immutable;
using System.Globalization;

namespace ProjectFinance.Reporting;

/// <summary>A chart's drawing: its size, its value axis with round ticks, and what is drawn on it.</summary>
sealed class ChartFrame
{
    internal const double Width = 900, Left = 58, Right = 884;

    readonly HtmlWriter to;
    readonly double bottom;
    readonly ImmutableArray<double> ticks;

    /// <summary>Begins the drawing, with its grid.</summary>
    /// <param name="to">Where it is written.</param>
    /// <param name="id">The id of the chart; its title and note are "ID-title" and "ID-note".</param>
    /// <param name="ticks">The values at which the axis has lines.</param>
    /// <param name="label">How a value is written at the axis.</param>
    /// <param name="height">How high the drawing is. The default is 320.</param>
    internal ChartFrame(HtmlWriter to, string id, ImmutableArray<double> ticks, Func<double, string> label, double height = 320)
    {
        (this.to, this.ticks, bottom) = (to, ticks, height - 30);
        to.Open("div", ("class", "scroll drawing"));
        to.Open("svg", ("viewBox", $"0 0 {At(Width)} {At(height)}"), ("role", "img"), ("aria-labelledby", $"{id}-title {id}-note"));
        foreach (double tick in ticks)
        {
            to.Empty("line", ("class", tick == 0 ? "axis" : "grid"), ("x1", At(Left)), ("x2", At(Right)), ("y1", At(Y(tick))), ("y2", At(Y(tick))));
            Text(label(tick), Left - 8, Y(tick) + 4, "end");
        }
    }

    /// <summary>Where the axis ends; above it stand the names of dates.</summary>
    internal static double Top => 34;

    /// <summary>Where the axis begins; below it stand dates.</summary>
    internal double Bottom => bottom;

    /// <summary>The height of a value.</summary>
    internal double Y(double value) => bottom - (Math.Clamp(value, ticks[0], ticks[^1]) - ticks[0]) / (ticks[^1] - ticks[0]) * (bottom - Top);

    /// <summary>A text; it ends, begins or has its middle at a point.</summary>
    internal void Text(string text, double x, double y, string anchor = "middle", string? kind = null) => to.Element("text", text, ("x", At(x)), ("y", At(y)), ("text-anchor", anchor), ("class", kind));

    /// <summary>A straight line.</summary>
    internal void Line(double x1, double y1, double x2, double y2, string kind) => to.Empty("line", ("class", kind), ("x1", At(x1)), ("y1", At(y1)), ("x2", At(x2)), ("y2", At(y2)));

    /// <summary>A path, as SVG writes paths.</summary>
    internal void Path(string path, string? kind, string? fill = null) => to.Empty("path", ("d", path), ("class", kind), ("fill", fill));

    /// <summary>A point, which tells what it is when pointed at.</summary>
    internal void Dot(double x, double y, string kind, string? tells = null, FigureOrigin? origin = null)
    {
        to.Open("circle", ("cx", At(x)), ("cy", At(y)), ("r", "3"), ("class", kind), ("data-l", origin?.Lines), ("data-c", origin?.Columns));
        if (tells is not null) to.Element("title", tells);
        to.Close();
    }

    /// <summary>A rectangle, which tells what it is when pointed at; without a fill one that is not seen.</summary>
    internal void Bar(double x, double top, double width, double foot, string? fill, string tells, FigureOrigin? origin = null)
    {
        to.Open("rect", ("x", At(x)), ("y", At(top)), ("width", At(width)), ("height", At(foot - top)), ("fill", fill), ("class", fill is null ? "spot" : "bar"), ("data-l", origin?.Lines), ("data-c", origin?.Columns));
        to.Element("title", tells).Close();
    }

    /// <summary>Ends the drawing.</summary>
    internal void End() => to.Close().Close();

    /// <summary>A coordinate, to a tenth of a unit.</summary>
    internal static string At(double coordinate) => Math.Round(coordinate, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
