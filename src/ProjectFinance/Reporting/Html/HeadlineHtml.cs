namespace ProjectFinance.Reporting;

/// <summary>What a lender reads first.</summary>
static class HeadlineHtml
{
    internal static void Write(HtmlWriter to, RunPage page)
    {
        PageSections.Open(to, PageSections.Headline, "Headline");
        Alarm(to, page);
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
                if (fact.Origin is { } origin) to.Element("span", fact.Text, ("data-l", origin.Lines), ("data-c", origin.Columns));
                else to.Text(fact.Text);
                to.Close();
            }
            to.Close().Close();
        }
        to.Close().Close();
        Milestones(to, page);
        to.Close();
    }

    // Nothing below can be relied on where the model's own checks fail.
    static void Alarm(HtmlWriter to, RunPage page)
    {
        if (page.Headline.FailedChecks is not { IsEmpty: false } failed) return;
        to.Open("div", ("class", "alarm"), ("role", "alert")).Element("p", $"! Do not rely on this page: {failed.Length} of {page.Run.Checks.Length} checks of the model are not zero.");
        to.Open("ul");
        foreach (var check in failed)
        {
            var origin = FigureOrigin.At(page.Run.Model.Find(check.Name), check.At);
            to.Open("li").Element("span", $"{ChecksHtml.Title(check.Name)}: off by {page.Run.Model.Find(check.Name).Unit} {Figure.Of(check).Trim()} on {check.At.End.Iso()}", ("data-l", origin.Lines), ("data-c", origin.Columns)).Close();
        }
        to.Close().Close();
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
        foreach (var row in rows) table.Row(row.IsLate ? "warning" : null, row.Name, new(row.Reached, Origin(page.Run, row.Name)), row.Required, row.IsLate ? "! late" : "");
        table.End();
    }

    /// <summary>Whether it is reached, in the column in which it is, else in the last.</summary>
    static FigureOrigin? Origin(Run run, string milestone) => run.Model.TryFind($"Milestones / {milestone}") is not { } flag ? null
        : FigureOrigin.At(flag, run.Model.Periods.FirstOrDefault(t => run[flag, t] != 0) ?? run.Model.Periods[^1]);
}
