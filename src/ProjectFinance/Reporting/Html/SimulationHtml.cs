using ProjectFinance.Scenarios;

namespace ProjectFinance.Reporting;

/// <summary>What came out of a simulation: how likely breaches and defaults are, distributions, and bands by period.</summary>
static class SimulationHtml
{
    internal static void Write(HtmlWriter to, RunPage page)
    {
        if (page.Options.Simulation is not { } result) return;
        PageSections.Open(to, PageSections.Simulation, "Simulation");
        to.Element("p", SimulationText.Drawn(result.Heading));
        Table(to, SimulatedFiguresText.Distributions(result), "Output");
        Table(to, SimulatedFiguresText.Ends(result), "Output");
        Events(to, result, "Breaches", SimulatedEvent.Breach);
        Events(to, result, "Events of default", SimulatedEvent.Default);
        Events(to, result, "Acceleration", SimulatedEvent.Acceleration);
        foreach (var (i, band) in result.Bands.Index()) BandChart.Write(to, band, FormattableString.Invariant($"chart-band-{i}"));
        to.Element("p", SimulationText.Legend(result), ("class", "note"));
        to.Close();
    }

    static void Events(HtmlWriter to, SimulationResult result, string title, SimulatedEvent kind)
    {
        var all = result.Events.Where(happens => happens.Kind == kind).ToList();
        var happening = all.FindAll(happens => happens.Count > 0);
        if (all.Count > 0 && happening.Count == 0) to.Element("h3", title).Element("p", "Never in any scenario.");
        Table(to, SimulatedEventsText.Rows(title, happening), "What");
    }

    static void Table(HtmlWriter to, SimulatedRows rows, string labels)
    {
        if (rows.Rows.IsEmpty) return;
        var table = new HtmlTable(to, rows.Title, "texts simulated");
        table.Head([labels, .. rows.Columns]);
        foreach (var (label, figures) in rows.Rows) table.Row(null, label, [.. figures.Select(figure => (HtmlCell)FigureCell.Shown(figure))]);
        table.End();
    }
}
