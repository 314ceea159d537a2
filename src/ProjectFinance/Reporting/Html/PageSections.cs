namespace ProjectFinance.Reporting;

/// <summary>The sections of the page, by the ids that links lead to.</summary>
static class PageSections
{
    internal const string Headline = "headline", Variance = "variance", Charts = "charts", Simulation = "simulation", Statement = "statement", Schedules = "schedules", Covenants = "covenants", Checks = "checks",
        Assumptions = "assumptions", Formulas = "formulas", Certificate = "certificate";

    internal static IEnumerable<(string Id, string Title)> Of(RunPage page) =>
    [
        (Headline, "Headline"), .. page.Options.Variance is null ? Array.Empty<(string, string)>() : [(Variance, "Actual against plan")], (Charts, "Charts"), .. page.Options.Simulation is null ? Array.Empty<(string, string)>() : [(Simulation, "Simulation")], (Statement, "Statement"),
        .. page.Deal.Loans.Any(loan => LoanSchedule.IsUsed(page.Run, loan)) ? [(Schedules, "Loan schedules")] : Array.Empty<(string, string)>(), (Covenants, "Covenants and breaches"), (Checks, "Checks"),
        (Assumptions, "Assumptions"), (Formulas, "Formulas"), (Certificate, "Certificate"),
    ];

    /// <summary>Begins a section with its heading.</summary>
    internal static void Open(HtmlWriter to, string id, string title) => to.Open("section", ("id", id)).Element("h2", title);
}
