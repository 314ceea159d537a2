namespace ProjectFinance.Reporting;

/// <summary>The charts.</summary>
static class ChartsHtml
{
    internal static void Write(HtmlWriter to, RunPage page)
    {
        PageSections.Open(to, PageSections.Charts, "Charts");
        ChartFigure.Patterns(to);
        DebtChart.Write(to, page);
        CoverChart.Write(to, page);
        SourcesAndUsesHtml.Write(to, page);
        WaterfallChart.Write(to, page);
        to.Close();
    }
}
