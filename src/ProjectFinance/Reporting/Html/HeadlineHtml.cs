namespace ProjectFinance.Reporting;

/// <summary>What a lender reads first.</summary>
static class HeadlineHtml
{
    internal static void Write(HtmlWriter to, RunPage page)
    {
        PageSections.Open(to, PageSections.Headline, "Headline");
        to.Open("table", ("class", "facts")).Open("tbody");
        foreach (var facts in Grouped(HeadlineText.Facts(page.Deal, page.Run)))
        {
            to.Open("tr").Element("th", facts[0].Label, ("scope", "row")).Open("td");
            foreach (var fact in facts)
            {
                bool warns = fact.Emphasis == Emphasis.Warning;
                to.Open("p", ("class", warns ? "warning" : null));
                // What colour says, a sign says too.
                if (warns) to.Element("span", "! ", ("class", "sign"));
                to.Text(fact.Text).Close();
            }
            to.Close().Close();
        }
        to.Close().Close();
        Milestones(to, page);
        to.Close();
    }

    /// <summary>Facts under the label they go on about.</summary>
    static List<List<HeadlineFact>> Grouped(IEnumerable<HeadlineFact> facts)
    {
        List<List<HeadlineFact>> groups = [];
        foreach (var fact in facts)
        {
            if (groups.Count == 0 || fact.Label.Length > 0 && fact.Label != groups[^1][0].Label) groups.Add([]);
            groups[^1].Add(fact);
        }
        return groups;
    }

    static void Milestones(HtmlWriter to, RunPage page)
    {
        var rows = MilestoneText.Rows(page.Deal, page.Run).ToList();
        if (rows.Count == 0) return;
        var table = new HtmlTable(to, "Milestones");
        table.Head("Milestone", "Reached", "Required by", "");
        foreach (var row in rows) table.Row(row.IsLate ? "warning" : null, row.Name, row.Reached, row.Required, row.IsLate ? "! late" : "");
        table.End();
    }
}
