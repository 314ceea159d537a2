using ProjectFinance.Scenarios;

namespace ProjectFinance.Reporting;

/// <summary>What came out of a simulation: how likely breaches are, distributions, and bands by period.</summary>
static class SimulationHtml
{
    internal static void Write(HtmlWriter to, RunPage page)
    {
        if (page.Options.Simulation is not { } result) return;
        PageSections.Open(to, PageSections.Simulation, "Simulation");
        foreach (var (i, band) in result.Bands.Index()) BandChart.Write(to, band, $"chart-band-{i}");
        to.Close();
    }
}
