using System.Collections.Immutable;

namespace ProjectFinance.Reporting;

/// <summary>Sources and uses at the end of drawing, as bars and as a table.</summary>
static class SourcesAndUsesHtml
{
    internal static void Write(HtmlWriter to, RunPage page)
    {
        foreach (var (i, one) in SourcesAndUses.Of(page).Index())
            if (one.Sources.Length > 0) Write(to, one, $"chart-sources-{i}");
    }

    static void Write(HtmlWriter to, SourcesAndUses one, string id)
    {
        double total = one.Sources.Sum(source => source.Amount);
        ChartFigure.Open(to, id, "Sources and uses at the end of drawing", $"{one.Currency}, to {one.Upto.End.Iso()}",
            $"All accounts together, without what they pay each other: {Figure.Sentence(total * one.Currency)} came in. The table has the amounts.");
        to.Open("div", ("class", "scroll drawing")).Open("svg", ("viewBox", "0 0 900 116"), ("role", "img"), ("aria-labelledby", $"{id}-title {id}-note"));
        Bar(to, "Sources", one.Currency, one.Sources, total, 8);
        Bar(to, "Uses", one.Currency, one.Uses, total, 64);
        to.Close().Close();
        to.Open("div", ("class", "pair"));
        Table(to, "Sources", one.Currency, one.Sources, total);
        Table(to, "Uses", one.Currency, one.Uses, total);
        to.Close().Close();
    }

    static void Bar(HtmlWriter to, string name, Unit currency, ImmutableArray<MoneyPart> parts, double total, double y)
    {
        double x = ChartFrame.Left + 8, width = ChartFrame.Right - x;
        to.Element("text", name, ("x", "0"), ("y", ChartFrame.At(y + 26)), ("class", "bar-name"));
        foreach (var (i, part) in parts.Index())
        {
            double wide = width * Math.Max(0, part.Amount) / total;
            to.Open("rect", ("x", ChartFrame.At(x)), ("y", ChartFrame.At(y)), ("width", ChartFrame.At(wide)), ("height", "42"), ("class", "bar"), ("fill", Fill(part.Name, i)), ("data-l", part.Origin?.Lines), ("data-c", part.Origin?.Columns)).Element("title", $"{part.Name}: {Figure.Sentence(part.Amount * currency)}").Close();
            x += wide;
        }
    }

    // Cash keeps the style that it has in the chart of debt.
    static string Fill(string name, int place) => new ChartSeries(name, name == SourcesAndUses.CashLeft ? ChartSeries.Styles - 1 : place % (ChartSeries.Styles - 1), []).Fill;

    static void Table(HtmlWriter to, string caption, Unit currency, ImmutableArray<MoneyPart> parts, double total)
    {
        to.Open("table", ("class", "parts")).Element("caption", $"{caption}, {currency}").Open("tbody");
        foreach (var (i, part) in parts.Index())
        {
            to.Open("tr").Open("th", ("scope", "row")).Open("svg", ("viewBox", "0 0 14 14"), ("width", "14"), ("height", "14"), ("aria-hidden", "true")).Empty("rect", ("width", "14"), ("height", "14"), ("class", "bar"), ("fill", Fill(part.Name, i))).Close();
            to.Text(part.Name).Close();
            FigureCell.Write(to, Figure.Money(part.Amount), origin: part.Origin);
            FigureCell.Write(to, Figure.Share(part.Amount / total));
            to.Close();
        }
        to.Open("tr", ("class", "sum")).Element("th", "Total", ("scope", "row"));
        FigureCell.Write(to, Figure.Money(parts.Sum(part => part.Amount)));
        FigureCell.Write(to, Figure.Share(parts.Sum(part => part.Amount) / total));
        to.Close().Close().Close();
    }
}
