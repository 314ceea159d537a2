namespace ProjectFinance.Reporting;

/// <summary>The head of the page: what was run, and where to find what.</summary>
static class TitleHtml
{
    internal static void Write(HtmlWriter to, RunPage page)
    {
        var deal = page.Deal.Deal;
        to.Open("header");
        to.Element("h1", deal.Name);
        if (deal.About.Length > 0) to.Element("p", deal.About, ("class", "about"));
        to.Open("dl", ("class", "what"));
        Pair(to, "Closing", deal.Closing.Iso());
        Pair(to, "Timeline", $"to {deal.End.Iso()}, {page.Run.Model.Periods.Count} columns");
        Pair(to, "Rates and prices", page.Deal.Market.Name);
        if (page.Certificate.AsOf is { } day) Pair(to, "As known on", day.Iso());
        Pair(to, "Computed by", page.Certificate.Engine);
        Pair(to, "Certificate", page.Certificate.Hash, "hash");
        to.Close();
        foreach (var amendment in page.Deal.Amendments) to.Element("p", HeadlineText.Amended(amendment), ("class", "amended"));
        foreach (var told in HistoryText.Sentences(page.Deal)) to.Element("p", told, ("class", "amended"));
        Contents(to, page);
        to.Close();
    }

    static void Pair(HtmlWriter to, string term, string text, string? kind = null) => to.Open("div").Element("dt", term).Element("dd", text, ("class", kind)).Close();

    static void Contents(HtmlWriter to, RunPage page)
    {
        to.Open("nav", ("aria-label", "Contents")).Open("ul");
        foreach (var (id, title) in PageSections.Of(page)) to.Open("li").Element("a", title, ("href", $"#{id}")).Close();
        to.Close().Close();
    }
}
