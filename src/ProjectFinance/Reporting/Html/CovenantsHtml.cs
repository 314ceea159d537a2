using ProjectFinance.Results;

namespace ProjectFinance.Reporting;

/// <summary>What was breached and why, what became an event of default, and the calendar of duties.</summary>
static class CovenantsHtml
{
    internal static void Write(HtmlWriter to, RunPage page)
    {
        PageSections.Open(to, PageSections.Covenants, "Covenants, breaches and defaults");
        var headline = page.Headline;
        Breaches(to, page, "Breaches", headline.Breaches, $"None of the {headline.BreachesTested} tested for.");
        if (headline.HasDefaults) Breaches(to, page, "Events of default", headline.Defaults, "None.");
        Calendar(to, page);
        to.Close();
    }

    static void Breaches(HtmlWriter to, RunPage page, string title, IReadOnlyList<Breach> breaches, string none)
    {
        if (breaches.Count == 0)
        {
            to.Element("h3", title).Element("p", none);
            return;
        }
        var table = new HtmlTable(to, title);
        table.Head("What", "First", "Last", "Columns", "Why, when it began");
        foreach (var breach in breaches)
            table.Row("warning", breach.Title, new(breach.First.Iso(), FigureOrigin.At(page.Run, breach.Line, breach.First)), breach.IsContinuing ? "to the end" : breach.Last.Iso(), $"{breach.Columns}",
                string.Join("; ", page.Run.Explain(breach.Line, breach.First, 0).Reasons.Select(reason => reason.Summary)));
        table.End();
    }

    static void Calendar(HtmlWriter to, RunPage page)
    {
        var entries = ComplianceCalendar.Of(page.Deal, page.Run);
        if (entries.IsEmpty)
        {
            to.Element("h3", "Compliance calendar").Element("p", "Nothing is due on any day.");
            return;
        }
        var table = new HtmlTable(to, "Compliance calendar", "texts calendar");
        table.Head("Date", "Kind", "What", "State", "Value", "Limit", "Headroom");
        var origins = new CalendarOrigins(page.Run);
        foreach (var entry in entries)
            table.Row(entry.State is ComplianceState.Breached or ComplianceState.Late ? "warning" : null, entry.Date.Iso(), ComplianceText.Word(entry.Kind),
                entry.Note.Length == 0 ? entry.Name : $"{entry.Name} ({entry.Note})", new(State(entry.State), origins.OfState(entry)),
                new(Of(entry, entry.Value), origins.OfValue(entry)), new(Of(entry, entry.Limit), origins.OfLimit(entry)), new(Of(entry, entry.Headroom), origins.OfHeadroom(entry)));
        table.End();
        to.Element("p", "due: nothing is known yet, taken as kept. Amounts in the unit of the covenant or payment.", ("class", "note"));
    }

    static string State(ComplianceState state) => state is ComplianceState.Breached or ComplianceState.Late ? $"! {ComplianceText.Word(state)}" : ComplianceText.Word(state);

    static string Of(ComplianceEntry entry, double? value) => ComplianceText.Of(entry, value).Trim();
}
